import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { countedUnits } from "./analysis";
import { masksOfGroups } from "./mask-small-cells";
import type { GroupMeasures } from "./measure-groups";
import type { Minimums } from "./minimums";
import { protectRows } from "./protect-rows";
import type { MeasureRow } from "./result";
import { type RowShape, rowShapes } from "./row-shapes";
import { rowSizes } from "./row-sizes";
import { splitMasks } from "./split-masks";
import type { SurveyResults } from "./survey-results";

/** A unit, a branch, or all of them (`*`): what the results show of it, and the measures of its two kinds of forms. */
export interface PairedGroup {
  unit: string;
  published: readonly MeasureRow[];
  /** Of forms without a flag, and of those with one; neither masked. */
  kept: GroupMeasures;
  flagged: GroupMeasures;
}

interface RowsToMask {
  questionnaire: Questionnaire;
  results: Pick<SurveyResults, "units" | "responses">;
  /** All together first, then every unit of the results. */
  groups: readonly PairedGroup[];
  /** Groups of which nothing is told without flagged forms (`flaggedMasks`). */
  isHidden: (unit: string) => boolean;
  minimums: Minimums;
}

/** What of the figures without flagged forms must not be told. */
interface FlaggedRows {
  /** The overall index of a unit: the only one that is told of it. */
  hidesUnit: (unit: string) => boolean;
  /** An index of all together. */
  hidesRow: (row: Pick<MeasureRow, "level" | "code">) => boolean;
}

/**
 * Which indices without flagged forms must not be told beside those with them. Those who answered are two groups, kept and
 * flagged, that add up to the published number, and both add up over the units: the overall index is masked along the tree as
 * any split of persons is (`splitMasks`), what the results publish standing as it is. Of all together every index is told:
 * where few flagged persons answered it, it is masked, and with it what the overall index less the other factors would tell
 * (`protectRows`). Either may find more for the other: rounds only ever add, and so end.
 */
export function flaggedRows(input: RowsToMask): FlaggedRows {
  const { groups, questionnaire, minimums } = input;
  const [all] = groups;
  if (!all) return { hidesUnit: () => true, hidesRow: () => true };
  const measures = all.kept.measures.filter(({ level }) => level !== "item");
  const shapes = rowShapes(questionnaire, measures, []);
  const sizes = rowSizes({ ...all.kept, measures, reliability: [] }, shapes, () => null);
  const overall = shapes.findIndex(({ level }) => level === "overall");
  const hidden = new Set(groups.flatMap((group) => (maskedAlone(input, group).has("overall/*") ? group.unit : [])));
  const alone = maskedAlone(input, all);
  let rows = new Set(
    shapes.flatMap((shape, row) => {
      const apart = personsOf(all.flagged, shape);
      return alone.has(nameOf(shape)) || (apart > 0 && apart < minimums.cell) ? row : [];
    }),
  );
  for (let before = -1; before < hidden.size + rows.size; ) {
    before = hidden.size + rows.size;
    if (rows.has(overall)) hidden.add(all.unit);
    const hides = maskedInTree(input, (unit) => hidden.has(unit));
    for (const { unit } of groups) if (hides(unit)) hidden.add(unit);
    // Where everybody answered everything, any factor tells the overall number.
    if (hidden.has(all.unit)) rows = new Set(shapes.keys());
    if (rows.size === shapes.length) continue;
    rows = protectRows({
      ...{ groups: [sizes], shapes, sums: [], whole: new Set<number>() },
      ...{ masked: rows, minimum: minimums.cell },
    });
  }
  const masked = new Set(shapes.flatMap((shape, row) => (rows.has(row) ? nameOf(shape) : [])));
  const known = new Set(groups.map(({ unit }) => unit));
  return {
    hidesUnit: (unit) => !known.has(unit) || hidden.has(unit),
    hidesRow: (row) => masked.has(nameOf(row)),
  };
}

function nameOf({ level, code }: Pick<RowShape, "level" | "code">): string {
  return `${level}/${code}`;
}

function personsOf({ measures }: GroupMeasures, { level, code }: Pick<RowShape, "level" | "code">): number {
  return measures.find((row) => row.level === level && row.code === code)?.n_persons ?? 0;
}

/** Indices of a group that are too small without its flagged forms, or of nobody but one opinion. */
function maskedAlone({ questionnaire, isHidden, minimums }: RowsToMask, { unit, kept }: PairedGroup): Set<string> {
  const minUnit = isHidden(unit) ? Number.POSITIVE_INFINITY : minimums.unit;
  const masks = masksOfGroups({
    ...{ questionnaire, groups: [kept], minCell: minimums.cell, minUnit, minSame: minimums.same },
  });
  return new Set(kept.measures.flatMap((row, at) => (isHidden(unit) || masks.isMasked(0, at) ? nameOf(row) : [])));
}

/** Where along the tree of units the overall index is masked, given where it is already. */
function maskedInTree(
  { results, groups, minimums }: RowsToMask,
  isMasked: (unit: string) => boolean,
): (unit: string) => boolean {
  const overall = { level: "overall" as const, code: "*" };
  const counts = new Map(
    groups.map(({ unit, kept, flagged }) => {
      const [without, apart] = [personsOf(kept, overall), personsOf(flagged, overall)];
      return [unit, Float64Array.of(without + apart, without, apart)];
    }),
  );
  const withheld = groups.flatMap(({ unit, published }) =>
    published.find(({ level }) => level === "overall")?.suppressed ? unit : [],
  );
  const isHidden = splitMasks({
    ...{ units: results.units.filter(({ key }) => counts.has(key)), counts, minimums },
    ...{ withheld: new Set(withheld), counted: countedUnits(results), forced: isMasked },
    dimensions: [{ values: 2, least: () => minimums.cell }],
  });
  return (unit) => isHidden(unit, [1]) || isHidden(unit, [2]);
}
