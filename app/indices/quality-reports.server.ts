import { setTimeout as pause } from "node:timers/promises";
import { type Database, databaseFile } from "~db/open-database.server";
import { qualityFingerprint } from "~db/repositories/quality-rows";
import { findQualitySettings } from "~db/repositories/survey-quality";
import { findSurvey } from "~db/repositories/surveys";
import { loadQuality, type QualityRequest } from "./load-quality.server";
import type { QualityProgress, QualityReport } from "./quality-report";
import { createQualityThread } from "./quality-thread.server";

/** Reports kept: an officer looks at one survey, filters its page and decides. */
const MOST_KEPT = 4;

/** A report, or how far reading the responses for it is. */
export type QualityLook = { report: QualityReport } | { progress: QualityProgress };

export interface QualityReports {
  /** The report of a survey that the viewer runs, or how far it is after `patienceMs`; null: the survey is not theirs. */
  look(request: QualityRequest, patienceMs: number): Promise<QualityLook | null>;
  /** The report, however long it takes; null: the survey is not theirs. */
  wait(request: QualityRequest): Promise<QualityReport | null>;
}

interface Making {
  progress: QualityProgress;
  report: Promise<QualityReport | null>;
}

/**
 * Reports about the quality of surveys, made in a thread with a connection of its own, so that citizens' pages are served
 * meanwhile, and kept until a response of the survey, an act upon it or the day changes.
 * @param options.program the thread's program.
 */
export function createQualityReports({ database, program }: { database: Database; program: string }): QualityReports {
  const path = databaseFile(database);
  // A database in memory, as tests have, is open to no other thread.
  const make = path === null ? loadQuality.bind(null, database) : createQualityThread({ databasePath: path, program });
  const kept = new Map<string, QualityReport>();
  const underWay = new Map<string, Making>();

  function keep(key: string, report: QualityReport | null): void {
    underWay.delete(key);
    if (!report) return;
    kept.set(key, report);
    const oldest = kept.keys().next().value;
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }

  function begin(key: string, request: QualityRequest): Making {
    const progress = { read: 0, total: 0 };
    const report = make(request, (news) => Object.assign(progress, news));
    const making = { progress, report };
    underWay.set(key, making);
    // A failure stays until somebody has been told of it: a page that asks again would begin again for ever.
    report.then(
      (made) => keep(key, made),
      () => {},
    );
    return making;
  }

  async function look(request: QualityRequest, patienceMs: number): Promise<QualityLook | null> {
    const key = await keyOf(database, request);
    if (key === null) return null;
    const known = kept.get(key);
    if (known) return { report: known };
    const making = underWay.get(key) ?? begin(key, request);
    try {
      const late = Number.isFinite(patienceMs) ? [pause(patienceMs, "late" as const, { ref: false })] : [];
      const made = await Promise.race([making.report, ...late]);
      if (made === "late") return { progress: { ...making.progress } };
      return made && { report: made };
    } catch (error) {
      underWay.delete(key);
      throw error;
    }
  }

  return {
    look,
    async wait(request) {
      const found = await look(request, Number.POSITIVE_INFINITY);
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
