import type { Viewer } from "~/access/viewer";
import { loadReleasedComments } from "~/comments/load-released-comments.server";
import type { Database } from "~db/open-database.server";
import { recordActivity } from "~db/repositories/activities";
import type { SurveySummary } from "~db/repositories/surveys";
import { commentsFileName } from "./comments-file-name";
import type { MadeFile } from "./make-file.server";
import { streamCommentsCsv, streamCommentsXlsx } from "./write-comments.server";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** The released comments of a survey that the viewer runs as `comments.xlsx` or `comments.csv`, recorded; else null. */
export async function takeComments(
  database: Database,
  viewer: Viewer,
  asked: { survey: SurveySummary; file: string; now: Date; today: string; cellMinimum: number },
): Promise<MadeFile | null> {
  const { survey, file, now, today } = asked;
  if (file !== "comments.xlsx" && file !== "comments.csv") return null;
  const comments = await loadReleasedComments(database, viewer, asked);
  const detail = { file, comments: comments.total };
  await recordActivity(database, {
    ...{ at: now, accountId: viewer.accountId, kind: "file.take", surveyId: survey.id, detail },
  });
  const extension = file === "comments.xlsx" ? "xlsx" : "csv";
  const body =
    extension === "csv"
      ? streamCommentsCsv(comments, survey.simulated)
      : streamCommentsXlsx(comments, { day: today, author: survey.ownerName, simulated: survey.simulated });
  return { name: commentsFileName(survey.id, extension), type: TYPES[extension], body };
}
