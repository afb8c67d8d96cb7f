import type { ItemLink } from "./item-links";

/** One step of the chain of versions: how the items of a version follow those of the one before. */
export interface VersionStep {
  fromItem: string | null;
  toItem: string | null;
  link: ItemLink;
}

/** An item that can be compared between two versions; reworded where any step between them changed its words. */
export interface LinkedItem {
  from: string;
  to: string;
  reworded: boolean;
}

/**
 * Items of an earlier version that are those of a later one, by code, through every version between them (oldest step
 * first). What was dropped on the way, or is new, has no counterpart and enters no comparison over time (statistics,
 * "Comparing years and units"). No steps at all: the same version, every item is itself.
 */
export function linkedItems(codes: readonly string[], steps: readonly (readonly VersionStep[])[]): LinkedItem[] {
  return steps.reduce<LinkedItem[]>(
    (linked, step) =>
      linked.flatMap((item) =>
        step.flatMap(({ fromItem, toItem, link }) =>
          fromItem === item.to && toItem !== null && (link === "same" || link === "reworded")
            ? [{ from: item.from, to: toItem, reworded: item.reworded || link === "reworded" }]
            : [],
        ),
      ),
    codes.map((code) => ({ from: code, to: code, reworded: false })),
  );
}

/** The steps from one version to a later one, oldest first; null where nobody linked them. */
export function stepsBetween(
  steps: ReadonlyMap<number, { from: number; links: VersionStep[] }>,
  from: number,
  to: number,
): VersionStep[][] | null {
  const way: VersionStep[][] = [];
  for (let at = to; at !== from; ) {
    const step = steps.get(at);
    if (!step || way.length > steps.size) return null;
    way.unshift(step.links);
    at = step.from;
  }
  return way;
}
