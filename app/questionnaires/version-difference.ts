import type { DraftDocument, DraftItem } from "./draft-document";
import { answersOf, flagsOf } from "./item-identity";
import { type LinkOfItem, mayBeSame, proposeLinks } from "./propose-links";
import { type WordRun, wordDiff } from "./word-diff";

/** What an item differs in from the one that it follows. */
export const DIFFERENCES = ["wording", "answers", "flags", "code", "moved"] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** One line of the comparison of a draft with the version that it was made from. */
export interface ItemDifference extends LinkOfItem {
  differences: Difference[];
  /** The wording, word by word. */
  wording: WordRun[];
  /** Whether "same" may be chosen for the pair: only where the same answers can be given. */
  maySame: boolean;
}

/** What changed beside the items. */
export interface FormDifference {
  part: "title" | "intro" | "source" | "factors" | "domains" | "rule";
  before: string;
  after: string;
}

/** The comparison, item by item in the new order, with the links proposed; what was dropped stands at the end. */
export function itemDifferences(base: DraftDocument, next: DraftDocument): ItemDifference[] {
  const before = new Map(base.items.map((item, position) => [item.code, { item, position }]));
  const after = new Map(next.items.map((item) => [item.code, item]));
  const links = proposeLinks(base, next);
  const moved = movedItems(links, (code) => before.get(code)?.position ?? 0);
  return links.map((link) => {
    const from = link.fromItem === null ? undefined : before.get(link.fromItem)?.item;
    const to = link.toItem === null ? undefined : after.get(link.toItem);
    const wording = wordDiff(wordsOf(from), wordsOf(to));
    const differences = from && to ? differencesOf(base, from, next, to, wording) : [];
    if (link.toItem !== null && moved.has(link.toItem)) differences.push("moved");
    return { ...link, differences, wording, maySame: Boolean(from && to && mayBeSame(base, from, next, to)) };
  });
}

function wordsOf(item: DraftItem | undefined): string {
  return item ? [item.text.vi, item.hint?.vi ?? ""].join(" ").trim() : "";
}

function differencesOf(
  base: DraftDocument,
  from: DraftItem,
  next: DraftDocument,
  to: DraftItem,
  wording: readonly WordRun[],
): Difference[] {
  const found: Difference[] = [];
  if (wording.some(({ kind }) => kind !== "same")) found.push("wording");
  if (answersOf(base, from) !== answersOf(next, to)) found.push("answers");
  if (flagsOf(from) !== flagsOf(to)) found.push("flags");
  if (from.code !== to.code) found.push("code");
  return found;
}

/** Items that stand elsewhere among those that stayed: the fewest whose move explains the new order. */
function movedItems(links: readonly LinkOfItem[], positionOf: (code: string) => number): Set<string> {
  const kept = links.flatMap(({ fromItem, toItem }) =>
    fromItem !== null && toItem !== null ? [{ toItem, position: positionOf(fromItem) }] : [],
  );
  // The longest run of places that only rises: `best[at]` ends there, `previous[at]` is the one before.
  const best: number[] = [];
  const previous: number[] = [];
  kept.forEach(({ position }, at) => {
    let [length, link] = [1, -1];
    for (let earlier = 0; earlier < at; earlier++) {
      if ((kept[earlier]?.position ?? 0) < position && (best[earlier] ?? 0) + 1 > length) {
        [length, link] = [(best[earlier] ?? 0) + 1, earlier];
      }
    }
    best[at] = length;
    previous[at] = link;
  });
  const moved = new Set(kept.map(({ toItem }) => toItem));
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = previous[at] ?? -1) {
    moved.delete(kept[at]?.toItem ?? "");
  }
  return moved;
}

/** What changed in the form as a whole. */
export function formDifferences(base: DraftDocument, next: DraftDocument): FormDifference[] {
  const parts: [FormDifference["part"], (document: DraftDocument) => string][] = [
    ["title", ({ title }) => title.vi],
    ["intro", ({ intro }) => intro?.vi ?? ""],
    ["source", ({ source }) => source],
    ["domains", ({ domains }) => domains.map(({ code, title }) => `${code}. ${title?.vi ?? ""}`).join("; ")],
    ["factors", ({ factors }) => factors.map(({ code, title }) => `${code}. ${title?.vi ?? ""}`).join("; ")],
    ["rule", ({ index }) => (index.weights ? `${index.rule} ${JSON.stringify(index.weights)}` : index.rule)],
  ];
  return parts
    .map(([part, read]) => ({ part, before: read(base), after: read(next) }))
    .filter(({ before, after }) => before !== after);
}
