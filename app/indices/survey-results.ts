import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis, SurveyStatus } from "~/surveys/survey";
import type { UnitKind } from "~/units/unit-kinds";
import type { BySize } from "./by-size";
import type { ChannelResult } from "./channel-results";
import type { RespondentIndices } from "./respondent-indices";
import type { MeasureRow, ReliabilityRow } from "./result";
import type { SizeView } from "./size-view";

/**
 * Everything a screen, a report or a file says about one survey, computed once and already masked: whatever is built
 * from it cannot show more than the viewer may see.
 */
export interface SurveyResults {
  province: string;
  survey: {
    id: number;
    title: string;
    opensOn: string;
    closesOn: string;
    status: SurveyStatus;
    basis: SampleBasis;
    /** The plan's target for the overall rate, 0 to 1; null: it sets none. */
    targetRate: number | null;
    simulated: boolean;
    owner: { key: string; code: string; name: string };
  };
  version: {
    number: number;
    checksum: string;
    /** Null: chưa đối chiếu bản gốc. */
    verification: { by: string; on: string; document: string } | null;
  };
  questionnaire: Questionnaire;
  /** Groups of fewer persons are masked: any below `cell`, a whole unit below `unit`, a row at one level below `same`. */
  minimums: { cell: number; unit: number; same: number };
  /** Units with a result row of their own in tree order: the roots of the viewer's part first, parents before children. */
  units: ResultUnit[];
  /** Rows of `*` and of every unit (by `unit.key`), masked. */
  measures: MeasureRow[];
  /** The same indices of branches and of all units, post-stratified to the sizes of units: the headline where it is known. */
  bySize: BySize;
  reliability: ReliabilityRow[];
  /** Whether this is the whole survey, or only the units in the viewer's scope: then `*` is those alone. */
  scope: "whole" | "part";
  /** Responses in the base of these figures; null where masked. */
  responses: number | null;
  /** Responses and index by channel, small ones and those that protect them masked. */
  channels: ChannelResult[];
  /** Day (TIME_ZONE) up to which the figures reach. */
  asOf: string;
  /** The overall index by what respondents say of themselves; absent where it was not reckoned: only snapshots have it, from then on. */
  respondents?: RespondentIndices[];
}

export interface ResultUnit {
  key: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentKey: string | null;
  depth: number;
  /** A unit the survey is about, as against a node above such units that rolls them up ("gộp phiếu"). */
  surveyed: boolean;
  /** Name of the nearest commune or department above, to tell namesakes apart; null at the top. */
  place: string | null;
  /** Responses, or null where masked. */
  responses: number | null;
  sample: boolean;
}

/** The rows of one unit, or of `*`, that may be made when they are first asked for. */
export interface UnitRows {
  unit: string;
  readonly measures: readonly MeasureRow[];
  /** Of those the rows of indices, without items. */
  readonly indices: readonly MeasureRow[];
  readonly reliability: readonly ReliabilityRow[];
}

/** Where results have the rows of each unit apart. */
const unitRowsOf = new WeakMap<SurveyResults, ReadonlyMap<string, UnitRows>>();

/**
 * Results whose rows are made unit by unit when they are asked for: a page shows those of a few units, or a few of each of
 * a thousand. `measures` and `reliability` make all of them, once.
 */
export function resultsMadeLater(
  head: Omit<SurveyResults, "measures" | "reliability">,
  units: readonly UnitRows[],
): SurveyResults {
  let rows: MeasureRow[] | null = null;
  let factors: ReliabilityRow[] | null = null;
  const results: SurveyResults = {
    ...head,
    get measures() {
      rows ??= units.flatMap(({ measures }) => measures);
      return rows;
    },
    get reliability() {
      factors ??= units.flatMap(({ reliability }) => reliability);
      return factors;
    },
  };
  unitRowsOf.set(results, new Map(units.map((one) => [one.unit, one])));
  return results;
}

/** Rows of one unit, or of `*`. */
export function measuresOf(results: SurveyResults, unit: string): readonly MeasureRow[] {
  return unitRowsOf.get(results)?.get(unit)?.measures ?? results.measures.filter((row) => row.unit === unit);
}

/** Looks rows of indices up by unit, level and code: of a thousand units, those that are asked for are made. */
export function indicesOf(results: SurveyResults): Pick<MeasureIndex, "find"> {
  const units = unitRowsOf.get(results);
  return units ? indexOfUnits([...units.values()]) : new MeasureIndex(results.measures);
}

/** Looks rows of indices up among units, each of which is indexed when it is first asked for. */
export function indexOfUnits(units: readonly Pick<UnitRows, "unit" | "indices">[]): Pick<MeasureIndex, "find"> {
  const groups = new Map(units.map((one) => [one.unit, one]));
  const known = new Map<string, MeasureIndex>();
  return {
    find: (unit, level, code) => {
      const index = known.get(unit) ?? new MeasureIndex(groups.get(unit)?.indices ?? []);
      known.set(unit, index);
      return index.find(unit, level, code);
    },
  };
}

/** What a page about one unit, or about all together, is drawn from: `measures` hold that unit's rows only. */
export type UnitResultsView = Pick<
  SurveyResults,
  "survey" | "questionnaire" | "version" | "minimums" | "channels" | "scope"
> & {
  measures: readonly MeasureRow[];
  sized: SizeView;
  responses: number | null;
  asOf: string;
};

/** Of results that many reports are made from, rows are indexed once. */
const indexOfResults = new WeakMap<SurveyResults, MeasureIndex>();

/** Every row of results by unit, level and code. */
export function measureIndexOf(results: SurveyResults): MeasureIndex {
  const known = indexOfResults.get(results) ?? new MeasureIndex(results.measures);
  indexOfResults.set(results, known);
  return known;
}

/** Rows by unit, level and code, for surfaces that look single figures up. */
export class MeasureIndex {
  readonly #rows = new Map<string, MeasureRow>();

  constructor(rows: readonly MeasureRow[]) {
    for (const row of rows) this.#rows.set(`${row.unit}\u0000${row.level}\u0000${row.code}`, row);
  }

  /** The row, or undefined where the questionnaire yields none. */
  find(unit: string, level: MeasureRow["level"], code = "*"): MeasureRow | undefined {
    return this.#rows.get(`${unit}\u0000${level}\u0000${code}`);
  }
}
