import { flaggedRows, type PairedGroup } from "./flagged-rows";
import { maskRow } from "./mask-row";
import type { MeasureRow } from "./result";

/** An index with all forms that count, as the results show it, and without those that the quality rules flag. */
export interface IndexPair {
  /** Masked as the results mask it. */
  with: MeasureRow;
  without: MeasureRow;
}

/**
 * Pairs the indices of all units, and the overall index of each unit, masked. Both figures of a pair stand side by side and
 * give away the flagged forms by subtraction, and these add up over the units: so few flagged persons are masked as any small
 * group is, in a unit (`flaggedMasks`) and in each index (`flaggedRows`), and others are with them until no subtraction finds
 * them. What is masked of a flagged group is the figure without it; its size is fieldwork, which whoever runs the survey sees.
 * @param input.groups all together first.
 */
export function pairWithoutFlagged(input: Parameters<typeof flaggedRows>[0]): {
  all: IndexPair[];
  units: Map<string, IndexPair>;
} {
  const { hidesUnit, hidesRow } = flaggedRows(input);
  const [all, ...units] = input.groups;
  return {
    all: all ? pairRows(all, hidesRow) : [],
    units: new Map(
      units.flatMap((group) => {
        const [pair] = pairRows(group, ({ level }) => level !== "overall" || hidesUnit(group.unit)).filter(
          ({ without }) => without.level === "overall",
        );
        return pair ? [[group.unit, pair] as const] : [];
      }),
    ),
  };
}

function pairRows({ published, kept }: PairedGroup, isMasked: (row: MeasureRow) => boolean): IndexPair[] {
  const restOf = new Map(kept.measures.map((row) => [`${row.level}/${row.code}`, row]));
  return published.flatMap((row) => {
    const rest = restOf.get(`${row.level}/${row.code}`);
    if (row.level === "item" || !rest) return [];
    const hide = row.suppressed !== null || isMasked(row);
    return [{ with: row, without: hide ? maskRow(rest) : rest }];
  });
}
