import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { readMark } from "~db/repositories/database-marks";
import { listVersionCodes } from "~db/repositories/own-versions";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { listSuccessions, readCopySource } from "~db/repositories/survey-copies";
import { listSurveyUnits } from "~db/repositories/survey-units";
import { insertSurvey, type SurveySummary } from "~db/repositories/surveys";
import { readTree } from "~db/repositories/units";
import { type CarriedUnits, carryUnits } from "./carry-units";
import { checkSurveyInput, type InputRefusal } from "./check-survey-input.server";
import { FIRST_POINTS } from "./create-survey.server";
import { nextYearOf, scheduleLater } from "./next-year";
import type { SurveyInput } from "./survey-input";
import type { UnitChanges } from "./unit-changes";
import { ownVariantFirst, versionFamily } from "./version-family";

async function carriedUnits(database: Database, viewer: Viewer, surveyId: number, today: string) {
  const units = await listSurveyUnits(database, viewer, surveyId, today);
  const names = new Map((await readTree(database, today)).map(({ id, name }) => [id, name]));
  const ids = units.map(({ unitId }) => unitId);
  return { units, names, ...carryUnits(ids, await listSuccessions(database, today), (id) => names.has(id)) };
}

/** A copy of a survey as it is offered: moved to the next year, units carried to what they are today. */
export async function prepareCopy(database: Database, viewer: Viewer, survey: SurveySummary, today: string) {
  const { units, names, carried, split, gone } = await carriedUnits(database, viewer, survey.id, today);
  const oldNames = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const nameOf = (id: number) => names.get(id) ?? oldNames.get(id) ?? "";
  const merged = [...carried].filter(([to, from]) => from.some((id) => id !== to));
  const changes: UnitChanges = {
    merged: merged.map(([to, from]) => ({ from: from.map((id) => oldNames.get(id) ?? ""), to: nameOf(to) })),
    split: split.map(({ unitId, successors }) => ({ from: nameOf(unitId), to: successors.map(nameOf) })),
    gone: gone.map(nameOf),
  };
  const own = new Set(
    (await listVersionCodes(database, viewer)).flatMap((version) => (version.own ? [version.id] : [])),
  );
  const family = ownVariantFirst(versionFamily(await listVersions(database), survey.versionId), survey.versionId, own);
  return {
    ...nextYearOf(survey, today),
    unitIds: [...carried.keys()],
    changes,
    versions: family,
    /** The first of them is not last time's form but a variant of it. */
    variantFirst: family[0]?.basedOnId === survey.versionId && own.has(family[0].id),
  };
}

/**
 * Makes a draft from a survey that the viewer runs: what the form says, with the sizes, points, plan and formula of the
 * old one where they still fit. A unit that several went on in gets their sizes added up, where all are known.
 * @returns the new survey's id, or the field that cannot stand and why.
 */
export async function copySurvey(
  database: Database,
  viewer: Viewer,
  { from, input }: { from: SurveySummary; input: SurveyInput },
  { now, today }: { now: Date; today: string },
): Promise<{ ok: true; surveyId: number } | ({ ok: false } & InputRefusal)> {
  const source = await readCopySource(database, viewer, from.id);
  if (!source)
    return { ok: false, field: "versionId", message: "Không có đợt khảo sát này trong phạm vi của tài khoản." };
  const refusal = await checkSurveyInput(database, viewer, input, { today, presentOwner: from.ownerUnitId });
  if (refusal) return { ok: false, ...refusal };
  const { units, carried } = await carriedUnits(database, viewer, from.id, today);
  const simulated = (await readMark(database, "simulated")) !== null;
  const survey = {
    ...input,
    simulated,
    createdAt: now.toISOString(),
    createdBy: viewer.accountId,
    copied: {
      fromId: from.id,
      samplingPlan: source.samplingPlan,
      // The number of last year's document is not this year's.
      plan: source.plan && {
        ...source.plan,
        number: "",
        schedule: scheduleLater(
          source.plan.schedule,
          Number(input.opensOn.slice(0, 4)) - Number(from.opensOn.slice(0, 4)),
        ),
      },
      sizes: sizesOf(units, carried),
      points: source.points,
    },
  };
  return { ok: true, surveyId: await insertSurvey(database, survey, FIRST_POINTS) };
}

function sizesOf(
  units: readonly { unitId: number; target: number | null; population: number | null }[],
  carried: CarriedUnits["carried"],
) {
  const known = new Map(units.map((unit) => [unit.unitId, unit]));
  const sum = (from: number[], field: "target" | "population") =>
    from.reduce<number | null>((total, id) => {
      const size = known.get(id)?.[field] ?? null;
      return total === null || size === null ? null : total + size;
    }, 0);
  return new Map(
    [...carried].map(([to, from]) => [to, { target: sum(from, "target"), population: sum(from, "population") }]),
  );
}
