import type { DraftDocument, DraftLevel, DraftOption } from "./draft-document";
import type { ChoiceChange } from "./edit-document";
import { changed, moved, removed } from "./list-edits";
import { nextValue } from "./next-code";
import { type ChoiceList, sourcesOf, withoutLostConditions } from "./references";

type Choice = DraftLevel & DraftOption;

/** The entries of a list: the options of an item or the levels of a scale. */
export function entriesOf(document: DraftDocument, of: ChoiceList): readonly Choice[] {
  return ("item" in of ? document.items[of.item]?.options : document.scales[of.scale]?.levels) ?? [];
}

function withEntries(document: DraftDocument, of: ChoiceList, entries: Choice[]): DraftDocument {
  return "item" in of
    ? { ...document, items: changed(document.items, of.item, (item) => ({ ...item, options: entries })) }
    : { ...document, scales: changed(document.scales, of.scale, (scale) => ({ ...scale, levels: entries })) };
}

export function addChoice(document: DraftDocument, of: ChoiceList): DraftDocument {
  const entries = entriesOf(document, of);
  return withEntries(document, of, [...entries, { value: nextValue(entries), label: { vi: "" } }]);
}

export function changeChoice(document: DraftDocument, of: ChoiceList, at: number, change: ChoiceChange): DraftDocument {
  return withEntries(
    document,
    of,
    changed(entriesOf(document, of), at, (entry) => ({ ...entry, ...change })),
  );
}

/** Gives a choice another value, and the conditions that name it. A value that is taken is refused: nothing changes. */
export function changeChoiceValue(
  document: DraftDocument,
  of: ChoiceList,
  at: number,
  value: number | null,
): DraftDocument {
  const entries = entriesOf(document, of);
  const former = entries[at]?.value ?? null;
  const others = removed(entries, at);
  if (value !== null && (!Number.isInteger(value) || others.some((other) => other.value === value))) return document;
  const after = withEntries(
    document,
    of,
    changed(entries, at, (entry) => ({ ...entry, value })),
  );
  if (former === null || others.some((other) => other.value === former)) return after;
  if (value === null) return withoutLostConditions(document, after);
  const sources = new Set(sourcesOf(document, of));
  const items = after.items.map((item) =>
    item.show_if && sources.has(item.show_if.item)
      ? { ...item, show_if: { ...item.show_if, in: item.show_if.in.map((one) => (one === former ? value : one)) } }
      : item,
  );
  return { ...after, items };
}

export function moveChoice(
  document: DraftDocument,
  of: ChoiceList,
  { from, to }: { from: number; to: number },
): DraftDocument {
  return withEntries(document, of, moved(entriesOf(document, of), from, to));
}

/** Takes a choice away; conditions stop naming it. */
export function deleteChoice(document: DraftDocument, of: ChoiceList, at: number): DraftDocument {
  return withoutLostConditions(document, withEntries(document, of, removed(entriesOf(document, of), at)));
}
