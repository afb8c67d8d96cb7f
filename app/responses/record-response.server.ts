import type { Answers } from "~/questionnaires/answers";
import { type PackedLayout, packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { insertInvited, insertResponse, replaceAnswers, type StoredResponse } from "~db/repositories/responses";
import type { Channel } from "./channels";
import { isCounted, type ResponseFlag, readFlags, writeFlags } from "./flags";

/** For how long a page offers to correct the form it has just sent. */
const CORRECTION_WINDOW_MS = 10 * 60 * 1000;

export interface Submission {
  responseId: string;
  surveyId: number;
  unitId: number;
  pointId: number;
  channel: Channel;
  language: "vi" | "en";
  /** Pseudonym of who read the questions out, where somebody did. */
  interviewer?: string | null;
  /** ISO instant, as the page told; null where it is not believable. */
  startedAt: string | null;
  /** ISO instant, not after the arrival: earlier where a device kept the form until there was a network. */
  finishedAt: string;
  /** Version of the notice that stood before the first question, as the page told. */
  noticeVersion: string | null;
  /** Marks that its arrival gave it. */
  flags: readonly ResponseFlag[];
  questionnaire: Questionnaire;
  /** Validated against the questionnaire, answers to items not asked left out. */
  answers: Answers;
  texts: Readonly<Record<string, string>>;
  /** `correct` and `new` are the two ways out of a conflict. */
  intent: "send" | "correct" | "new";
  /** The one-time code that it came with, used up with it; it is not kept with the response. */
  invitation?: string | undefined;
}

/** `used`: its one-time code opens nothing any more. */
export type Outcome = "stored" | "repeated" | "conflict" | "corrected" | "used";

const layouts = new WeakMap<Questionnaire, PackedLayout>();

/**
 * Stores one person's answers in one transaction. The id that came with the page decides what a repeated sending is:
 * same answers, the same response (`repeated`, nothing stored); other answers within ten minutes, a `conflict` for the
 * person to settle; later, a new response marked `resent`. Nothing is ever dropped.
 * @param now the instant of arrival.
 */
export async function recordResponse(database: Database, submission: Submission, now: Date): Promise<Outcome> {
  const response = toStored(submission, now);
  const existing = await insert(database, response, submission.invitation);
  if (existing === null) return "stored";
  if (existing === "used") return "used";
  if (isSame(existing, response)) return "repeated";
  const recent = now.getTime() - Date.parse(existing.receivedAt ?? existing.finishedAt) < CORRECTION_WINDOW_MS;
  if (submission.intent === "correct" && recent && existing.surveyId === response.surveyId) {
    const flags = writeFlags([...readFlags(existing.flags), ...submission.flags, "corrected"]);
    // What has been left out stays so whatever takes its place.
    const counted = existing.counted && response.counted;
    if (await replaceAnswers(database, { ...response, flags, counted })) return "corrected";
  }
  if (submission.intent === "send" && recent) return "conflict";
  return storeAsNew(database, response, submission.invitation);
}

function insert(database: Database, response: StoredResponse, invitation: string | undefined) {
  return invitation === undefined ? insertResponse(database, response) : insertInvited(database, response, invitation);
}

/**
 * Stores other answers from the same page as a response of their own. Its id is derived from the first one's and the
 * answers, so that sending these again is again the same response.
 */
async function storeAsNew(
  database: Database,
  response: StoredResponse,
  invitation: string | undefined,
): Promise<Outcome> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(fingerprint(response)));
  const responseId = uuidFrom(new Uint8Array(digest));
  const flags = writeFlags([...readFlags(response.flags), "resent"]);
  const existing = await insert(database, { ...response, responseId, flags }, invitation);
  if (existing === "used") return "used";
  return existing === null ? "stored" : "repeated";
}

function toStored(
  { questionnaire, answers, flags, intent: _intent, invitation: _invitation, interviewer = null, ...rest }: Submission,
  now: Date,
): StoredResponse {
  let layout = layouts.get(questionnaire);
  if (!layout) {
    layout = packedLayout(questionnaire);
    layouts.set(questionnaire, layout);
  }
  const packed = packAnswers(layout, answers);
  return {
    ...rest,
    interviewer,
    receivedAt: now.toISOString(),
    packed,
    flags: writeFlags(flags),
    counted: isCounted(flags),
  };
}

function fingerprint({ responseId, surveyId, packed, texts }: StoredResponse): string {
  return JSON.stringify([responseId, surveyId, packed, Object.entries(texts).sort()]);
}

function isSame(existing: StoredResponse, sent: StoredResponse): boolean {
  return fingerprint(existing) === fingerprint(sent);
}

/** The first 16 bytes as a UUID of version 8, the one for ids made by an application's own rule (RFC 9562). */
function uuidFrom(bytes: Uint8Array): string {
  const own = bytes.slice(0, 16);
  own[6] = ((own[6] ?? 0) & 0x0f) | 0x80;
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(own, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
