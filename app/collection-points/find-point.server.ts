import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import { type CollectionState, collectionState, type SurveyStatus } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import { findPointByCode } from "~db/repositories/collection-points";
import { findRetiredCode } from "~db/repositories/point-codes";
import { isWellFormedCode, normalizeCode } from "./code";
import type { Retirement } from "./retirement";

/** A survey at a point as a citizen meets it. */
export interface PointSurvey {
  id: number;
  title: string;
  status: SurveyStatus;
  state: CollectionState;
  opensOn: string;
  closesOn: string;
  /** Since when it takes no answers: closed or paused; null while it does, and where nobody noted the instant. */
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
      /** Where the code no longer serves; answers finished before still belong to the point. */
      retired: Retirement | null;
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
  const met = (await findBearer(database, code, today)) ?? (await findFormerBearer(database, code, today));
  if (!met) return { found: false, reason: "unknown" };
  const { point, retired } = met;
  const surveys = await Promise.all(
    met.surveys.map(async ({ versionId, ...survey }) => ({
      ...survey,
      state: collectionState(survey, today),
      questionnaire: await readVersion(database, versionId),
    })),
  );
  return { found: true, point, surveys, retired };
}

async function findBearer(database: Database, code: string, today: string) {
  const met = await findPointByCode(database, code, today);
  if (!met) return null;
  const { revokedAt, ...point } = met.point;
  const retired: Retirement | null = revokedAt === null ? null : { at: revokedAt, replaced: false };
  return { point, surveys: met.surveys, retired };
}

/** The point that bore a code, as if it still did, and since when it does not. */
async function findFormerBearer(database: Database, code: string, today: string) {
  const former = await findRetiredCode(database, code);
  const met = former && (await findBearer(database, former.pointCode, today));
  return met && { ...met, point: { ...met.point, code }, retired: { at: former.retiredAt, replaced: true } };
}
