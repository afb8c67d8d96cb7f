import { randomInt } from "node:crypto";
import type { Viewer } from "~/access/viewer";
import { CODE_ALPHABET } from "~/collection-points/code";
import type { FoundPoint } from "~/collection-points/find-point.server";
import { startOfDay } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { assignInterviewer, findAssignment, type Interviewer, listOwnInterviews } from "~db/repositories/interviewers";

/** A name that tells interviewers of one survey apart and nothing about them: "ĐTV-7K3M". */
export function drawPseudonym(): string {
  const letters = Array.from({ length: 4 }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)));
  return `ĐTV-${letters.join("")}`;
}

/** Assigns an interviewer to points of a survey; see `assignInterviewer`. */
export function assignToPoints(
  database: Database,
  viewer: Viewer,
  assignment: { surveyId: number; accountId: number; pointIds: readonly number[] },
  at: Date,
): Promise<string | null> {
  return assignInterviewer(database, viewer, assignment, { drawPseudonym, at });
}

/** An interviewer's surveys and points with what they did there in all and on the present day. */
export function ownInterviews(
  database: Database,
  accountId: number,
  { today, timeZone }: { today: string; timeZone: string },
) {
  return listOwnInterviews(database, accountId, { today, since: startOfDay(today, timeZone).toISOString() });
}

/** Who interviews at a point in a survey, by account or by pseudonym; null where they are not assigned there (any more). */
export async function interviewerAt(
  database: Database,
  { who, found, surveyId }: { who: Interviewer | null; found: FoundPoint; surveyId: number | null },
): Promise<{ pseudonym: string } | null> {
  if (who === null || surveyId === null || !found.found) return null;
  return findAssignment(database, { who, surveyId, pointId: found.point.id });
}
