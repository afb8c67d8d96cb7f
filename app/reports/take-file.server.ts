import type { Viewer } from "~/access/viewer";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import type { Database } from "~db/open-database.server";
import { recordActivity } from "~db/repositories/activities";
import { loadFigures } from "./load-figures.server";
import { type MadeFile, makeFile } from "./make-file.server";

/** Makes a file of a survey's figures for whoever may see them, and records that it was taken; null where there is none. */
export async function takeFile(
  database: Database,
  viewer: Viewer,
  asked: { surveyId: number; file: string; now: Date; today: string; settings: FigureSettings },
): Promise<MadeFile | null> {
  const { surveyId, file, now } = asked;
  const source = await loadFigures(database, viewer, asked);
  const made = source && makeFile(source, file);
  if (!made) return null;
  const detail = { file, ...(source.snapshot ? { snapshot: source.snapshot.number } : {}) };
  await recordActivity(database, { at: now, accountId: viewer.accountId, kind: "file.take", surveyId, detail });
  return made;
}
