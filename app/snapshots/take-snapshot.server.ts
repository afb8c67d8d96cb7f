import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { batchesSince } from "~/indices/published-batches";
import type { SurveyResults } from "~/indices/survey-results";
import { type Database, databaseFile } from "~db/open-database.server";
import { hasManyResponses } from "~db/repositories/responses";
import {
  findLatestSnapshot,
  insertSnapshot,
  nextSnapshotNumber,
  readCorrectionReason,
  readIncluded,
} from "~db/repositories/snapshots";
import { findSurvey } from "~db/repositories/surveys";
import { talliesFingerprint } from "~db/repositories/tallies";
import { loadRespondents } from "./load-respondents.server";
import { packDocument } from "./pack-document.server";
import type { SnapshotDocument } from "./snapshot";
import type { SnapshotKind } from "./snapshot-kinds";
import { takeSnapshotInThread } from "./snapshot-thread.server";

/** By what figures are reckoned here and now. */
export interface FigureSettings {
  timeZone: string;
  province: string;
  minimums: { cell: number; unit: number };
  /** Version of the software. */
  version: string;
  /** Program of the thread that takes snapshots of many responses; absent: they are taken here. */
  snapshotProgram?: string;
}

/** Which snapshot is to be taken, and when. */
export interface SnapshotAsked {
  surveyId: number;
  kind: SnapshotKind;
  now: Date;
  settings: FigureSettings;
}

/** Responses of a survey from which on a thread takes its snapshot: to start one takes as long as so many do here. */
const MANY = 20_000;

/** Times that figures are reckoned anew because responses came in between. */
const ATTEMPTS = 5;

/**
 * Fixes the figures of a survey that the viewer runs: the whole of it, masked, with the responses they rest on.
 * A final one that would say the same as the last is not taken again.
 * @returns its id; null when the survey is not theirs, is not finalised though a final one is wanted, or has answers that
 *   come faster than its figures can be reckoned.
 */
export async function takeSnapshot(database: Database, viewer: Viewer, asked: SnapshotAsked): Promise<number | null> {
  const { snapshotProgram: program, timeZone, province, version, minimums } = asked.settings;
  const path = databaseFile(database);
  // A database in memory, as tests have, is open to no other thread.
  if (program === undefined || path === null || !(await hasManyResponses(database, asked.surveyId, MANY)))
    return takeSnapshotHere(database, viewer, asked);
  const { surveyId, kind, now } = asked;
  const settings = { timeZone, province, version, minimums };
  const order = { databaseUrl: `file:${path}`, viewer, asked: { surveyId, kind, now, settings } };
  return takeSnapshotInThread(program, order);
}

/** The same in this thread. */
export async function takeSnapshotHere(
  database: Database,
  viewer: Viewer,
  { surveyId, kind, now, settings }: SnapshotAsked,
): Promise<number | null> {
  const { timeZone, province, minimums, version: software } = settings;
  const today = dayOf(now, timeZone);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const survey = await findSurvey(database, viewer, surveyId, today);
    if (!survey?.owned || (kind === "final" && survey.status !== "finalised")) return null;
    const reason = kind === "final" ? await readCorrectionReason(database, surveyId) : null;
    if (kind === "final" && reason === null) {
      const last = await findLatestSnapshot(database, viewer, { surveyId, kind });
      if (last) return last.id;
    }
    const since = batchesSince(survey, { today, timeZone });
    const before = await talliesFingerprint(database, surveyId);
    const included = await readIncluded(database, { surveyId, since });
    const figures = await loadSurveyResults(database, { viewer, surveyId, today, timeZone, province, minimums });
    if (!figures) return null;
    const asked = { versionId: survey.versionId, since, timeZone };
    const respondents = await loadRespondents(database, viewer, figures, asked);
    // A snapshot holds every row: nothing is made later from it.
    const results: SurveyResults = { ...figures, respondents };
    // What has come in or changed meanwhile may still be none of the responses that are in the figures.
    if ((await talliesFingerprint(database, surveyId)) !== before) {
      const { sha256 } = await readIncluded(database, { surveyId, since });
      if (sha256 !== included.sha256) continue;
    }
    const number = await nextSnapshotNumber(database, surveyId);
    const document: SnapshotDocument = {
      format: "hailong.snapshot/1",
      ...{ number, kind, takenOn: today, reason, software, timeZone, results },
      included: { responses: included.responses, sha256: included.sha256 },
    };
    const { hash, bytes } = await packDocument(document);
    const values = { surveyId, number, kind, reason, software, at: now, included, hash, document: bytes };
    const id = await insertSnapshot(database, viewer, values);
    if (id !== null) return id;
  }
  return null;
}
