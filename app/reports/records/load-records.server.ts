import type { Viewer } from "~/access/viewer";
import { minimumsOf } from "~/indices/minimums";
import type { ReadingProgress } from "~/indices/reading-progress";
import { readVersion } from "~/questionnaires/read-version.server";
import { isStaffForm } from "~/questionnaires/staff-form";
import type { Channel } from "~/responses/channels";
import { isProbabilityBasis } from "~/surveys/survey";
import { mergeSmallUnits } from "~/units/merge-small-units";
import type { Database } from "~db/open-database.server";
import { eachFinalRecord, type FinalRecord } from "~db/repositories/final-records";
import { listUnitSizes } from "~db/repositories/survey-units";
import type { SurveySummary } from "~db/repositories/surveys";
import { readTree, type UnitOnDay } from "~db/repositories/units";
import type { RawRecords, RecordUnit } from "./anonymised-records";
import { HalfDayFinder } from "./record-time";

/**
 * The counted responses of a survey that the viewer runs and whose results are fixed, under units of enough records.
 * @param tell hears how far reading them is.
 * @returns `not-final`: its results are not fixed, or it is not theirs. `few`: all together are fewer than a unit needs.
 */
export async function loadRecords(
  database: Database,
  viewer: Viewer,
  {
    survey,
    settings,
  }: { survey: SurveySummary; settings: { timeZone: string; minimums: { cell: number; unit: number } } },
  tell?: (progress: ReadingProgress) => void,
): Promise<RawRecords | "not-final" | "few"> {
  if (!survey.owned || survey.status !== "finalised") return "not-final";
  const questionnaire = await readVersion(database, survey.versionId);
  const finder = new HalfDayFinder(settings.timeZone);
  const [unitIds, channels, packed, halfDays]: [number[], Channel[], string[], string[]] = [[], [], [], []];
  const receive = (record: FinalRecord) => {
    unitIds.push(record.unitId);
    channels.push(record.channel);
    packed.push(record.packed);
    halfDays.push(finder.halfDayOf(record.finishedAt));
  };
  await eachFinalRecord(database, viewer, survey.id, receive, tell);
  const tree = await readTree(database, survey.closesOn);
  const sizes = await listUnitSizes(database, viewer, survey.id);
  const minimum = minimumsOf(questionnaire, settings.minimums).unit;
  const populations = isProbabilityBasis(survey.basis) ? sizes : [];
  const grouped = groupUnits({ unitIds, tree, minimum, populations });
  if (!grouped) return "few";
  const profile = questionnaire.items.filter((item) => item.profile).map(({ code }) => code);
  // Colleagues know one another: answers of staff are never split by who they are.
  const dropped = new Set(isStaffForm(questionnaire) ? profile : []);
  return { questionnaire, simulated: survey.simulated, ...grouped, channels, packed, halfDays, dropped };
}

function groupUnits({
  unitIds,
  tree,
  minimum,
  populations,
}: {
  unitIds: readonly number[];
  tree: readonly UnitOnDay[];
  minimum: number;
  populations: readonly { unitId: number; population: number | null }[];
}): { units: RecordUnit[]; groups: Int32Array } | null {
  const byId = new Map(tree.map((unit) => [unit.id, unit]));
  const byKey = new Map(tree.map((unit) => [unit.key, unit]));
  const keyOf = (id: number | null) => (id === null ? null : (byId.get(id)?.key ?? null));
  const counts = new Map<string, number>();
  for (const id of unitIds) {
    const key = keyOf(id);
    if (key === null) throw new Error(`unit ${id} of a response is not in the tree of its survey's last day`);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const parents = new Map(tree.map(({ key, parentId }) => [key, keyOf(parentId)]));
  const groupOf = mergeSmallUnits({ counts, parents, minimum });
  if (!groupOf) return null;
  const sizeOf = new Map(populations.map(({ unitId, population }) => [keyOf(unitId), population]));
  const units = [...new Set(groupOf.values())].map((key): RecordUnit => {
    const members = [...groupOf].filter(([, group]) => group === key).map(([unit]) => unit);
    const sizes = members.map((member) => sizeOf.get(member) ?? null);
    return {
      ...{ key, code: byKey.get(key)?.code ?? key, name: byKey.get(key)?.name ?? key, merged: members.length > 1 },
      population: sizes.some((size) => size === null)
        ? null
        : sizes.reduce((sum: number, size) => sum + (size ?? 0), 0),
    };
  });
  const places = new Map(units.map(({ key }, at) => [key, at]));
  const placeOf = new Map([...byId].map(([id, { key }]) => [id, places.get(groupOf.get(key) ?? "") ?? -1]));
  return { units, groups: Int32Array.from(unitIds, (id) => placeOf.get(id) ?? -1) };
}
