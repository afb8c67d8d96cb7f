import type { DraftDocument, DraftItem } from "./draft-document";
import type { ItemChange } from "./edit-document";
import { changed, inserted, moved, removed } from "./list-edits";
import { isItemCode, nextItemCode, nextValue } from "./next-code";
import { withoutLostConditions } from "./references";

/** A new item with a free code: a criterion on the first scale, a choice with two options to name, or an empty field. */
export function newItem(
  document: DraftDocument,
  { type, factor, after }: { type: DraftItem["type"]; factor?: string | undefined; after?: number | undefined },
): DraftItem {
  const scored = type === "scale" ? factor : undefined;
  const item: DraftItem = { code: nextItemCode(document, { factor: scored, after }), type, text: { vi: "" } };
  return fitted(document, scored === undefined ? item : { ...item, factor: scored });
}

export function addItem(document: DraftDocument, at: number, item: DraftItem): DraftDocument {
  return { ...document, items: inserted(document.items, at, item) };
}

/** A copy right after the item, under a code of its own. */
export function duplicateItem(document: DraftDocument, at: number): DraftDocument {
  const item = document.items[at];
  if (!item) return document;
  const code = nextItemCode(document, { factor: item.type === "scale" ? item.factor : undefined, after: at });
  return addItem(document, at + 1, { ...item, code });
}

/** Takes an item out; items that were asked only after its answers are then always asked. */
export function deleteItem(document: DraftDocument, at: number): DraftDocument {
  return withoutLostConditions(document, { ...document, items: removed(document.items, at) });
}

export function changeItem(document: DraftDocument, at: number, change: ItemChange): DraftDocument {
  return { ...document, items: changed(document.items, at, (item) => ({ ...item, ...change })) };
}

/** Renames an item and the conditions that look at it. A code that is none or taken is refused: nothing changes. */
export function renameItem(document: DraftDocument, at: number, code: string): DraftDocument {
  const item = document.items[at];
  const others = removed(document.items, at);
  if (!item || !isItemCode(code) || others.some((other) => other.code === code)) return document;
  const follows = item.code !== "" && !others.some((other) => other.code === item.code);
  const items = changed(document.items, at, (one) => ({ ...one, code }));
  if (!follows) return { ...document, items };
  return {
    ...document,
    items: items.map((one) =>
      one.show_if?.item === item.code ? { ...one, show_if: { ...one.show_if, item: code } } : one,
    ),
  };
}

/** Gives an item another type. Text, hint and flags stay, levels become options, and what the new type lacks is filled in. */
export function changeItemType(document: DraftDocument, at: number, type: DraftItem["type"]): DraftDocument {
  const items = changed(document.items, at, (item) => fitted(document, { ...withOptions(document, item), type }));
  return withoutLostConditions(document, { ...document, items });
}

/** An item of a scale with the levels as options, where it has none of its own yet. */
function withOptions(document: DraftDocument, item: DraftItem): DraftItem {
  const levels = document.scales.find(({ code }) => code === item.scale)?.levels;
  if (item.type !== "scale" || !levels || item.options?.length) return item;
  return {
    ...item,
    options: levels.map(({ value, label, excluded }) => ({ value, label, ...(excluded ? { excluded } : {}) })),
  };
}

function fitted(document: DraftDocument, item: DraftItem): DraftItem {
  const [scale] = document.scales;
  if (item.type === "scale" && item.scale === undefined && scale) return { ...item, scale: scale.code };
  if ((item.type === "single" || item.type === "multiple") && !item.options?.length) {
    const first = { value: nextValue([]), label: { vi: "" } };
    return { ...item, options: [first, { ...first, value: first.value + 1 }] };
  }
  return item;
}

export function changeItemScale(document: DraftDocument, at: number, scale: string): DraftDocument {
  if (!document.scales.some(({ code }) => code === scale)) return document;
  const items = changed(document.items, at, (item) => ({ ...item, scale }));
  return withoutLostConditions(document, { ...document, items });
}

/** Puts an item under a factor, behind the factor's last item, so that the form shows them under one heading. */
export function changeItemFactor(document: DraftDocument, at: number, factor: string | undefined): DraftDocument {
  if (factor !== undefined && !document.factors.some(({ code }) => code === factor)) return document;
  const items = changed(document.items, at, (item) => withFactor(item, factor));
  const last = factor === undefined ? -1 : lastOfFactor(document, factor, at);
  return { ...document, items: last === -1 ? items : moved(items, at, last < at ? last + 1 : last) };
}

/** Where an item stands after it was put under a factor. */
export function placeInFactor(document: DraftDocument, at: number, factor: string | undefined): number {
  const last = factor === undefined ? -1 : lastOfFactor(document, factor, at);
  return last === -1 ? at : last < at ? last + 1 : last;
}

function lastOfFactor(document: DraftDocument, factor: string, except: number): number {
  return document.items.findLastIndex(
    (item, position) => position !== except && item.type === "scale" && item.factor === factor,
  );
}

function withFactor(item: DraftItem, factor: string | undefined): DraftItem {
  const { factor: _former, ...rest } = item;
  return factor === undefined ? rest : { ...rest, factor };
}

/** Moves an item to the position it will have, and under the factor whose items it then stands with. */
export function placeItem(
  document: DraftDocument,
  { from, to, factor }: { from: number; to: number; factor?: string | undefined },
): DraftDocument {
  const known = factor !== undefined && document.factors.some(({ code }) => code === factor);
  const items = known ? changed(document.items, from, (item) => withFactor(item, factor)) : document.items;
  return { ...document, items: moved(items, from, to) };
}

/**
 * Where one step up or down takes an item. A criterion at the edge of its factor steps into the next factor first and
 * keeps its position; null at the ends of the form.
 */
export function stepOfItem(
  document: DraftDocument,
  at: number,
  by: -1 | 1,
): { from: number; to: number; factor?: string } | null {
  const item = document.items[at];
  const neighbour = document.items[at + by];
  if (!item || !neighbour) return null;
  const factor = factorToJoin(item, neighbour);
  return factor === undefined ? { from: at, to: at + by } : { from: at, to: at, factor };
}

/** The factor a criterion joins when it comes to stand with an item of another one. */
export function factorToJoin(item: DraftItem, neighbour: DraftItem | undefined): string | undefined {
  if (item.type !== "scale" || item.factor === undefined || item.profile) return undefined;
  if (neighbour?.type !== "scale" || neighbour.profile || neighbour.factor === item.factor) return undefined;
  return neighbour.factor;
}
