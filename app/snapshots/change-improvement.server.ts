import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import {
  deleteImprovement,
  publishImprovement,
  saveImprovement,
  withdrawImprovement,
} from "~db/repositories/improvements";
import type { ImprovementForm } from "./read-improvement-form";

/** Does what a form of the page of improvements asks; false where that is not in the viewer's scope or no longer so. */
export async function changeImprovement(
  database: Database,
  viewer: Viewer,
  { surveyId, form, now: at }: { surveyId: number; form: ImprovementForm; now: Date },
): Promise<boolean> {
  const { step, id, unitId, text } = form;
  if (step === "save") return (await saveImprovement(database, viewer, { surveyId, id, unitId, text, at })) !== null;
  if (id === null) return false;
  const act = { publish: publishImprovement, withdraw: withdrawImprovement, delete: deleteImprovement }[step];
  return act(database, viewer, { surveyId, id, at });
}
