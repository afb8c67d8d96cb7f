import type { DraftDocument } from "./draft-document";
import { inserted } from "./list-edits";

export type Side = "mine" | "theirs";
type List = "items" | "scales" | "domains" | "factors";
type Head = "title" | "intro" | "source" | "code" | "sector" | "index";

/** A part of a draft that two officers have in different states. */
export interface DraftDifference {
  /** Unique within the comparison. */
  key: string;
  part: List | Head | "order";
  /** Code of the entry of a list; empty for the head of the form. */
  code: string;
  mine: unknown;
  theirs: unknown;
  /** Both changed it since the state that both began from. */
  both: boolean;
  /** Who changed it; what is only reordered or changed by both stays as mine unless said otherwise. */
  proposed: Side;
}

const HEADS: readonly Head[] = ["title", "intro", "source", "code", "sector", "index"];
const LISTS: readonly List[] = ["items", "scales", "domains", "factors"];

/** Whether two parts of drafts say the same. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** JSON with sorted keys and without what is empty, so that the order of typing makes no difference. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      part !== null && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part)
              .filter(([, entry]) => entry !== undefined)
              .sort(([one], [other]) => (one < other ? -1 : 1)),
          )
        : part,
    ) ?? ""
  );
}

/** The entries of a list by code; a code that stands twice is told apart by counting. */
function entriesByKey(list: readonly { code: string }[]): Map<string, { code: string }> {
  const entries = new Map<string, { code: string }>();
  for (const entry of list) {
    let key = entry.code;
    for (let copy = 2; entries.has(key); copy++) key = `${entry.code} ${copy}`;
    entries.set(key, entry);
  }
  return entries;
}

/** Where two states of a draft differ, part by part, given the state from which both began. */
export function differencesOf(base: DraftDocument, mine: DraftDocument, theirs: DraftDocument): DraftDifference[] {
  const found: DraftDifference[] = [];
  const compare = (part: DraftDifference["part"], code: string, key: string, states: [unknown, unknown, unknown]) => {
    const [before, own, other] = states;
    if (same(own, other)) return;
    const both = !same(before, own) && !same(before, other);
    const proposed = same(before, own) ? "theirs" : "mine";
    found.push({ key, part, code, mine: own, theirs: other, both, proposed });
  };
  for (const part of HEADS) compare(part, "", part, [base[part], mine[part], theirs[part]]);
  for (const part of LISTS) {
    const [before, own, other] = [base, mine, theirs].map((document) => entriesByKey(document[part]));
    for (const key of new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])]))
      compare(part, (own?.get(key) ?? other?.get(key))?.code ?? "", `${part} ${key}`, [
        before?.get(key),
        own?.get(key),
        other?.get(key),
      ]);
  }
  const order = (document: DraftDocument) => {
    const keys = [...entriesByKey(mine.items).keys()].filter((key) => entriesByKey(theirs.items).has(key));
    return [...entriesByKey(document.items).keys()].filter((key) => keys.includes(key));
  };
  compare("order", "", "order", [order(base), order(mine), order(theirs)]);
  return found;
}

/** Mine with the parts of theirs that were chosen; an entry that one side has and the other not comes or goes with its side. */
export function mergedDraft(
  mine: DraftDocument,
  theirs: DraftDocument,
  differences: readonly DraftDifference[],
  choices: Readonly<Record<string, Side>>,
): DraftDocument {
  const sideOf = (difference: DraftDifference) => choices[difference.key] ?? difference.proposed;
  const taken = new Set(differences.filter((one) => sideOf(one) === "theirs").map(({ key }) => key));
  const head = Object.fromEntries(HEADS.map((part) => [part, taken.has(part) ? theirs[part] : mine[part]]));
  const lists = LISTS.map((part) => [part, mergedList(part, mine, theirs, taken)]);
  return { ...mine, ...head, ...Object.fromEntries(lists) };
}

function mergedList(
  part: List,
  mine: DraftDocument,
  theirs: DraftDocument,
  taken: ReadonlySet<string>,
): { code: string }[] {
  const [own, other] = [entriesByKey(mine[part]), entriesByKey(theirs[part])];
  const [first, second] = part === "items" && taken.has("order") ? [other, own] : [own, other];
  let keys = [...first.keys()];
  // What only the other side has comes after what it stands behind there.
  let behind: string | undefined;
  for (const key of second.keys()) {
    if (!first.has(key)) keys = inserted(keys, behind === undefined ? 0 : keys.indexOf(behind) + 1, key);
    behind = key;
  }
  return keys.flatMap((key) => {
    const entry = taken.has(`${part} ${key}`) ? other.get(key) : own.get(key);
    return entry ? [entry] : [];
  });
}
