import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { listSurveysOfVersions } from "~db/repositories/survey-copies";
import { versionFamily } from "./version-family";

/** Of each kind so many are offered; the rest are found in the list of surveys. */
const MOST = 3;

/** Surveys of the viewer's that a version may go on in. */
export interface WaysOn {
  /** Drafts without answers that ask with another form of its family. */
  drafts: { id: number; title: string }[];
  /** Surveys that ran with such a form, to be copied with this one. */
  earlier: { id: number; title: string }[];
}

/**
 * Where a version that was just published can be put to use beside a new survey: in drafts that may change to it and in
 * copies of earlier surveys, the latest first. What the pages that change and copy a survey would not offer is not here.
 */
export async function waysOn(database: Database, viewer: Viewer, versionId: number): Promise<WaysOn> {
  const versions = await listVersions(database);
  const before = versions.filter(
    ({ id }) => id !== versionId && versionFamily(versions, id).some((next) => next.id === versionId),
  );
  const ids = before.map(({ id }) => id);
  const surveys = await listSurveysOfVersions(database, viewer, ids);
  const named = (chosen: typeof surveys) => chosen.slice(0, MOST).map(({ id, title }) => ({ id, title }));
  return {
    drafts: named(surveys.filter(({ status, answered }) => status === "draft" && !answered)),
    earlier: named(surveys.filter(({ status }) => status !== "draft")),
  };
}
