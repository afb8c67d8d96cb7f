import { rowsOfGroups } from "~/indices/group-rows";
import { type GroupMeasures, measureGroup, measureGroups } from "~/indices/measure-groups";
import type { MeasuredSurvey, measureSurvey } from "~/indices/measure-survey.server";
import { createFrame, type ResponseFrame } from "~/indices/response-frame";
import type { MeasureRow } from "~/indices/result";
import type { MeasureBySize, SizedUnit, SizeFigures } from "~/indices/size-rows";
import type { Channel } from "~/responses/channels";
import type { WeightedSample } from "~/statistics/ratio-estimate";
import type { Database } from "~db/open-database.server";
import { eachPackedRow, type PackedRow } from "~db/repositories/packed-rows";
import { measureChannels } from "./measure-channels";

type SurveyToMeasure = Parameters<typeof measureSurvey>[1];

/** What tallies must give: the measures of a survey from its records, one by one. */
export async function measureRecords(
  database: Database,
  survey: SurveyToMeasure,
): Promise<Pick<MeasuredSurvey, "responses" | "groups" | "channels">> {
  const { viewer, questionnaire, unitKeys, groups } = survey;
  const frame = createFrame(questionnaire);
  const rowsOf = new Map<Channel, number[]>();
  const receive = ({ unitId, channel, packed }: PackedRow) => {
    const rows = rowsOf.get(channel) ?? [];
    rows.push(frame.size);
    rowsOf.set(channel, rows);
    frame.addPacked(unitKeys.get(unitId) ?? `#${unitId}`, packed);
  };
  await eachPackedRow(database, viewer, survey, receive);
  const channels = measureChannels(frame, rowsOf).map((one) => ({ ...one, group: withoutItems(one.group) }));
  return { responses: frame.size, groups: measureGroups({ frame, groups }), channels };
}

function withoutItems(group: GroupMeasures): GroupMeasures {
  return { ...group, measures: group.measures.filter(({ level }) => level !== "item"), reliability: [] };
}

/** What tallies must give theo quy mô: figures of the records under a design with units as strata. */
export function sizeRowsOfRecords(frame: ResponseFrame): MeasureBySize {
  return (group, finite) => {
    const [members = new Int32Array()] = rowsOfGroups(frame, [
      { key: group.key, unitKeys: group.units.map(({ key }) => key) },
    ]);
    const rows = members.filter((row) => frame.answered[row] === 1);
    const sample = sizeSample(frame, group.units, finite);
    return measureGroup({ frame, unit: group.key, rows, sample }).measures.flatMap((row) =>
      row.level === "item" ? [] : figuresOfRow(row),
    );
  };
}

function figuresOfRow({ level, code, n_persons, ...row }: MeasureRow): SizeFigures {
  const { rate = null, rate_se = null, rate_ci = null, mean = null, mean_se = null, mean_ci = null } = row;
  return { level, code, n_persons, rate, rate_se, rate_ci, mean, mean_se, mean_ci };
}

/** Units as strata, persons drawn alone, each standing for N/n. */
function sizeSample(frame: ResponseFrame, units: readonly SizedUnit[], finite: boolean): WeightedSample {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const ofStrata = (value: (unit: SizedUnit) => number) =>
    Float64Array.from(frame.unitKeys, (key) => {
      const unit = byKey.get(key);
      return unit ? value(unit) : 0;
    });
  const expansion = ofStrata(({ sampled, population }) => population / sampled);
  const stratum = Int32Array.from({ length: frame.size }, (_, row) => frame.units[row] ?? 0);
  return {
    weights: Float64Array.from(stratum, (at) => expansion[at] ?? 0),
    design: {
      ...{ primaryUnit: Int32Array.from(stratum, (_, row) => row), stratum, expansion },
      sampled: ofStrata(({ sampled }) => sampled),
      correction: ofStrata(({ sampled, population }) => (finite ? 1 - sampled / population : 1)),
      degreesOfFreedom: units.reduce((sum, { sampled }) => sum + sampled - 1, 0),
    },
  };
}
