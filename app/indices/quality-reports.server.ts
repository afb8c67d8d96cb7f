import { type Database, databaseFile } from "~db/open-database.server";
import { qualityFingerprint } from "~db/repositories/quality-rows";
import { findQualitySettings } from "~db/repositories/survey-quality";
import { findSurvey } from "~db/repositories/surveys";
import { loadQuality, type QualityRequest } from "./load-quality.server";
import { LongWork } from "./long-work.server";
import type { QualityReport } from "./quality-report";
import type { ReadingProgress } from "./reading-progress";
import { createWorkThread } from "./work-thread.server";

/** Reports kept: an officer looks at one survey, filters its page and decides. */
const MOST_KEPT = 4;

/** A report, or how far reading the responses for it is. */
export type QualityLook = { report: QualityReport } | { progress: ReadingProgress };

export interface QualityReports {
  /** The report of a survey that the viewer runs, or how far it is after `patienceMs`; null: the survey is not theirs. */
  look(request: QualityRequest, patienceMs: number): Promise<QualityLook | null>;
  /** The report, however long it takes; null: the survey is not theirs. */
  wait(request: QualityRequest): Promise<QualityReport | null>;
}

/**
 * Reports about the quality of surveys, made in a thread with a connection of its own, so that citizens' pages are served
 * meanwhile, and kept until a response of the survey, an act upon it or the day changes.
 * @param options.program the thread's program.
 */
export function createQualityReports({ database, program }: { database: Database; program: string }): QualityReports {
  const path = databaseFile(database);
  // A database in memory, as tests have, is open to no other thread.
  const make =
    path === null
      ? loadQuality.bind(null, database)
      : createWorkThread<QualityRequest, QualityReport | null>({ databasePath: path, program }).work;
  const reports = new LongWork<QualityReport | null>(MOST_KEPT);
  async function look(request: QualityRequest, patienceMs?: number) {
    const key = await keyOf(database, request);
    if (key === null) return null;
    const found = await reports.look(key, (tell) => make(request, tell), patienceMs);
    if ("progress" in found) return found;
    return found.made && { report: found.made };
  }
  return {
    look,
    async wait(request) {
      const found = await look(request);
      return found && "report" in found ? found.report : null;
    },
  };
}

/** What a report depends on; null where the viewer does not run the survey. */
async function keyOf(database: Database, request: QualityRequest): Promise<string | null> {
  const { viewer, surveyId, ...rest } = request;
  const survey = await findSurvey(database, viewer, surveyId, request.today);
  if (!survey?.owned) return null;
  const settings = await findQualitySettings(database, viewer, surveyId);
  const { today, timeZone, province, minimums } = rest;
  const responses = await qualityFingerprint(database, surveyId);
  return JSON.stringify([survey, settings, today, timeZone, province, minimums, responses]);
}
