import { createHash } from "node:crypto";
import type { Viewer } from "~/access/viewer";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS } from "~/responses/channels";
import { groupBy } from "~/units/group-by";
import type { Database } from "~db/open-database.server";
import { readTallies } from "~db/repositories/tallies";
import type { MeasuredChannel } from "./channel-results";
import type { UnitGroup } from "./group-rows";
import { ALL_UNITS, type GroupMeasures } from "./measure-groups";
import { addSums, measureIndices, measureTally, sumNumbers } from "./measure-tallies";
import type { RowSizes } from "./row-sizes";
import { type MeasureBySize, sizeRowsOfTallies } from "./size-rows";
import { SumRows } from "./sum-rows";
import { RESPONSES } from "./tally-plan";
import { tallySizes } from "./tally-sizes";
import { TallyTotals } from "./tally-totals";

/** Measures of a survey before anything is masked. */
export interface MeasuredSurvey {
  /** Counted responses. */
  responses: number;
  /** All units together (`*`, first) and each of the groups. */
  groups: GroupMeasures[];
  /** Sizes of the rows of each of them, known before the rows are made. */
  sizes: RowSizes[];
  channels: MeasuredChannel[];
  /** Estimates post-stratified to the sizes of units. */
  bySize: MeasureBySize;
  /** A sign of the sizes of all units in it: while it stays the same, so do they. */
  sign: () => string;
}

interface SurveyToMeasure {
  viewer: Viewer;
  surveyId: number;
  /** Instant from which responses enter the figures batch by batch (`batchesSince`); null: all are in. */
  since: string | null;
  questionnaire: Questionnaire;
  /** Keys of units by their id. */
  unitKeys: ReadonlyMap<number, string>;
  groups: readonly UnitGroup[];
}

/**
 * Measures the counted responses of a survey that the viewer may see: from tallies, without reading a record, with the very
 * rows that the records give.
 */
export async function measureSurvey(database: Database, survey: SurveyToMeasure): Promise<MeasuredSurvey> {
  const totals = new TallyTotals(survey.questionnaire);
  await readTallies(database, survey.viewer, survey, totals);
  return measureTotals(totals, survey);
}

function measureTotals(read: TallyTotals, { unitKeys, groups }: SurveyToMeasure): MeasuredSurvey {
  const { plan } = read;
  const { units: byId, channels } = read.totals();
  const rows = new SumRows(plan.length);
  const sumOf = (some: Iterable<Float64Array>) => {
    const sums = rows.take();
    for (const one of some) addSums(sums, one);
    return sums;
  };
  const byUnit = groupBy([...byId], ([id]) => keyOf(unitKeys, id));
  const totals = new Map([...byUnit].map(([key, own]) => [key, own.map(([, total]) => total)]));
  const units = new Map(
    [...totals].map(([key, [only, ...others]]) => [
      key,
      only && others.length === 0 ? only.sums : sumOf((totals.get(key) ?? []).map(({ sums }) => sums)),
    ]),
  );
  const all = sumOf(channels.values());
  const measured = groups.map(({ key, unitKeys: named }) => {
    const members = [...new Set(named)];
    const [only, ...others] = members.flatMap((member) => units.get(member) ?? []);
    const sums = only && others.length === 0 ? only : sumOf(only ? [only, ...others] : []);
    return { key, sums, numbers: () => members.flatMap((member) => totals.get(member) ?? []) };
  });
  const every = [{ key: ALL_UNITS, sums: all, numbers: () => [...byId.values()] }, ...measured];
  return {
    responses: all[RESPONSES] ?? 0,
    groups: every.map((one) => measureTally(plan, one.key, one.sums, () => sumNumbers(plan, one.numbers()))),
    // Where masks are known already, nobody asks for them.
    get sizes() {
      return every.map(({ key, sums }) => tallySizes(plan, key, sums));
    },
    channels: CHANNELS.flatMap((channel) => {
      const sums = channels.get(channel);
      if (!sums) return [];
      return [{ channel, responses: sums[RESPONSES] ?? 0, group: measureIndices(plan, channel, sums) }];
    }),
    bySize: sizeRowsOfTallies(plan, (key) => units.get(key)),
    sign: () => {
      // The order in which tallies come says nothing.
      const keys = [...units.keys()].sort();
      const hash = createHash("sha256").update(JSON.stringify(keys));
      for (const { buffer, byteOffset, byteLength } of keys.flatMap((key) => units.get(key) ?? []))
        hash.update(new Uint8Array(buffer, byteOffset, byteLength));
      return hash.digest("hex");
    },
  };
}

function keyOf(unitKeys: ReadonlyMap<number, string>, unitId: number): string {
  return unitKeys.get(unitId) ?? `#${unitId}`;
}
