import type { Viewer } from "~/access/viewer";
import { inTreeOrder } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { findSamplingPlan, listSurveyUnits, sizesMark } from "~db/repositories/survey-units";
import { unitsFormValues } from "./units-form";

/** The units of a survey that the viewer runs in the tree's order, the fields of their sizes, and the mark of the state. */
export async function loadUnitSizes(database: Database, viewer: Viewer, surveyId: number, today: string) {
  const plan = await findSamplingPlan(database, viewer, surveyId);
  const listed = await listSurveyUnits(database, viewer, surveyId, today);
  const keys = new Map(listed.map(({ unitId, key }) => [unitId, key]));
  const units = inTreeOrder(listed, ({ key, code, name, parentId }) => ({
    key,
    code,
    name,
    parentKey: parentId === null ? null : (keys.get(parentId) ?? null),
  }));
  return { plan, units, saved: unitsFormValues(plan, units), mark: sizesMark(plan, units) };
}
