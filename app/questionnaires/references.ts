import type { DraftDocument, DraftItem } from "./draft-document";

/*
 * What points at what in a draft: conditions at items and their values, items at scales and factors, factors at domains,
 * weights at domains. Drafts may hold codes twice or none; the first bearer counts.
 */

/** A list that is chosen from: the options of an item or the levels of a scale, by position. */
export type ChoiceList = { item: number } | { scale: number };

/** The entries that an item offers to choose from; none for numbers and texts. */
export function choicesOf(document: DraftDocument, item: DraftItem) {
  if (item.type === "scale") return document.scales.find(({ code }) => code === item.scale)?.levels ?? [];
  return item.type === "single" || item.type === "multiple" ? (item.options ?? []) : [];
}

/** Positions of the items that are asked only after certain answers to an item. */
export function dependentsOf(document: DraftDocument, at: number): number[] {
  const code = document.items[at]?.code;
  if (!code) return [];
  return document.items.flatMap(({ show_if }, position) =>
    show_if?.item === code && position !== at ? [position] : [],
  );
}

/** Positions of the items whose condition names a value of a list. */
export function dependentsOfValue(document: DraftDocument, of: ChoiceList, value: number | null): number[] {
  if (value === null) return [];
  const sources = new Set(sourcesOf(document, of));
  return document.items.flatMap(({ show_if }, position) =>
    show_if && sources.has(show_if.item) && show_if.in.includes(value) ? [position] : [],
  );
}

/** Codes of the items that are answered from a list. */
export function sourcesOf(document: DraftDocument, of: ChoiceList): string[] {
  if ("item" in of) return document.items[of.item] ? [document.items[of.item]?.code ?? ""] : [];
  const code = document.scales[of.scale]?.code;
  return document.items.flatMap((item) => (item.type === "scale" && item.scale === code ? [item.code] : []));
}

/** Positions of the items on a scale. */
export function usersOfScale(document: DraftDocument, scale: number): number[] {
  const code = document.scales[scale]?.code;
  return document.items.flatMap((item, position) => (item.type === "scale" && item.scale === code ? [position] : []));
}

/** The first item of a code before a position, which a condition there may look at. */
export function earlierItem(document: DraftDocument, code: string, before: number): DraftItem | undefined {
  return document.items.slice(0, before).find((item) => item.code === code);
}

/** Conditions without what they named and an edit took away; one that names nothing any more goes altogether. */
export function withoutLostConditions(before: DraftDocument, after: DraftDocument): DraftDocument {
  const items = after.items.map((item) => {
    if (!item.show_if) return item;
    const known = valuesOf(before, item.show_if.item);
    if (!known) return item;
    const left = valuesOf(after, item.show_if.item);
    const values = item.show_if.in.filter((value) => left?.has(value) || (left && !known.has(value)));
    if (values.length === item.show_if.in.length) return item;
    const { show_if, ...rest } = item;
    return values.length > 0 ? { ...rest, show_if: { ...show_if, in: values } } : rest;
  });
  return { ...after, items };
}

function valuesOf(document: DraftDocument, code: string): ReadonlySet<number | null> | null {
  const source = document.items.find((item) => item.code === code);
  return source ? new Set(choicesOf(document, source).map(({ value }) => value)) : null;
}
