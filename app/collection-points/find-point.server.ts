import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import { type CollectionState, collectionState } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import { findPointByCode } from "~db/repositories/collection-points";
import { isWellFormedCode, normalizeCode } from "./code";

/** A survey at a point as a citizen meets it. */
export interface PointSurvey {
  id: number;
  title: string;
  state: CollectionState;
  opensOn: string;
  closesOn: string;
  /** Instant when it was closed by hand, or null. */
  closedAt: string | null;
  ownerName: string;
  simulated: boolean;
  checksum: string;
  questionnaire: Questionnaire;
}

export type FoundPoint =
  | { found: false; reason: "malformed" | "unknown" }
  | {
      found: true;
      point: { id: number; code: string; label: string; unitId: number; unitName: string };
      surveys: PointSurvey[];
    };

/**
 * The collection point behind a code and its surveys with their state on the day; drafts that have not been opened yet
 * stand as not yet open.
 * @param today ISO day in TIME_ZONE.
 */
export async function findPoint(
  database: Database,
  { code: typed, today }: { code: string; today: string },
): Promise<FoundPoint> {
  const code = normalizeCode(typed);
  if (!isWellFormedCode(code)) return { found: false, reason: "malformed" };
  const met = await findPointByCode(database, code, today);
  if (!met) return { found: false, reason: "unknown" };
  const surveys = await Promise.all(
    met.surveys.map(async ({ status, versionId, ...survey }) => ({
      ...survey,
      state: collectionState({ ...survey, status }, today),
      questionnaire: await readVersion(database, versionId),
    })),
  );
  return { found: true, point: met.point, surveys };
}
