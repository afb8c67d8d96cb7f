import { describe, expect, test } from "vitest";
import { findPoint } from "~/collection-points/find-point.server";
import { interviewCookie, interviewerOf } from "~/http/interview-cookie.server";
import { interviewPass, readInterviewPass } from "~/http/interview-pass.server";
import { createArrivalWatch } from "~/responses/arrival-watch";
import { assignToPoints, drawPseudonym, interviewerAt, ownInterviews } from "~/responses/interviewers.server";
import { receiveSubmission } from "~/responses/receive-submission.server";
import { listInterviewerPoints, listInterviewers } from "~db/repositories/interviewers";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey } from "../support/surveys";

const NOW = new Date("2026-06-10T03:00:00Z");
const TODAY = "2026-06-10";
const SECRET = "a secret of the tests, long enough for it";

async function setUp() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { units: ["bv-dk-tinh", "th-sgddt"] });
  const officer = await addViewer(database, "bv-dk-tinh", { role: "unit_officer" });
  const interviewer = await addViewer(database, "bv-dk-tinh", { role: "interviewer" });
  const [own, other] = survey.points;
  if (!own || !other) throw new Error("two points are needed");
  const assignment = { surveyId: survey.surveyId, accountId: interviewer.accountId, pointIds: [own.id] };
  return { database, survey, officer, interviewer, own, other, assignment };
}

describe("assigning interviewers", () => {
  test("draws a pseudonym once a survey, which tells nothing about the person", async () => {
    const { database, officer, assignment } = await setUp();
    const pseudonym = await assignToPoints(database, officer, assignment, NOW);
    expect(pseudonym).toMatch(/^ĐTV-[23456789BCGHKMNPQTV]{4}$/);
    expect(await assignToPoints(database, officer, { ...assignment, pointIds: [] }, NOW)).toBe(pseudonym);
    expect(await listInterviewerPoints(database, officer, assignment.surveyId)).toEqual([]);
    expect(new Set(Array.from({ length: 50 }, drawPseudonym)).size).toBeGreaterThan(45);
  });

  test("reaches only points, interviewers and surveys in scope", async () => {
    const { database, officer, other, assignment } = await setUp();
    expect(await assignToPoints(database, officer, { ...assignment, pointIds: [other.id] }, NOW)).toBeNull();
    expect(await assignToPoints(database, officer, { ...assignment, accountId: officer.accountId }, NOW)).toBeNull();
    const stranger = await addViewer(database, "th-sgddt", { role: "unit_officer" });
    expect(await assignToPoints(database, stranger, assignment, NOW)).toBeNull();
    expect(await listInterviewers(database, stranger, assignment.surveyId, TODAY)).toEqual([]);
    const seen = await listInterviewers(database, officer, assignment.surveyId, TODAY);
    expect(seen.map(({ username, pseudonym }) => [username, pseudonym])).toEqual([["interviewer-bv-dk-tinh", null]]);
  });
});

describe("the device of an interviewer", () => {
  test("is known by a signed cookie until it runs out, and by nothing made up", () => {
    const cookie = interviewCookie(7, { secret: SECRET, secure: true, now: NOW }).split(";")[0] ?? "";
    const at = (days: number) => ({ secret: SECRET, now: new Date(NOW.getTime() + days * 86_400_000) });
    expect(interviewerOf(cookie, at(30))).toBe(7);
    expect(interviewerOf(cookie, at(32))).toBeNull();
    expect(interviewerOf(cookie.replace("=7.", "=8."), at(0))).toBeNull();
    expect(interviewerOf(cookie, { ...at(0), secret: "another secret" })).toBeNull();
    expect(interviewerOf(null, at(0))).toBeNull();
  });

  test("carries in a form under which pseudonym it was opened, for that survey and point only", () => {
    const interview = { surveyId: 3, pointId: 8, pseudonym: "ĐTV-7K3M" };
    const pass = interviewPass(interview, { secret: SECRET, now: NOW });
    const at = (days: number) => ({ secret: SECRET, now: new Date(NOW.getTime() + days * 86_400_000) });
    expect(readInterviewPass(pass, interview, at(30))).toEqual({ pseudonym: "ĐTV-7K3M", expired: false });
    expect(readInterviewPass(pass, interview, at(32))).toEqual({ pseudonym: "ĐTV-7K3M", expired: true });
    expect(readInterviewPass(pass, { ...interview, pointId: 9 }, at(0))).toBeNull();
    expect(readInterviewPass(pass, { ...interview, surveyId: 4 }, at(0))).toBeNull();
    expect(readInterviewPass(pass.replace("7K3M", "7K3N"), interview, at(0))).toBeNull();
    expect(readInterviewPass(pass, interview, { ...at(0), secret: "another secret" })).toBeNull();
    expect(readInterviewPass(undefined, interview, at(0))).toBeNull();
  });

  test("is refused once the assignment or the account has ended", async () => {
    const { database, survey, officer, interviewer, own, assignment } = await setUp();
    await assignToPoints(database, officer, assignment, NOW);
    const found = await findPoint(database, { code: own.code, today: TODAY });
    const ask = { who: interviewer, found, surveyId: survey.surveyId };
    expect(await interviewerAt(database, ask)).not.toBeNull();
    database.$client.prepare("update accounts set active = 0 where id = ?").run(interviewer.accountId);
    expect(await interviewerAt(database, ask)).toBeNull();
    database.$client.prepare("update accounts set active = 1 where id = ?").run(interviewer.accountId);
    await assignToPoints(database, officer, { ...assignment, pointIds: [] }, NOW);
    expect(await interviewerAt(database, ask)).toBeNull();
  });

  test("stores forms under the pseudonym and counts them for the interviewer", async () => {
    const { database, survey, officer, interviewer, own, assignment } = await setUp();
    const pseudonym = (await assignToPoints(database, officer, assignment, NOW)) ?? "";
    const found = await findPoint(database, { code: own.code, today: TODAY });
    if (!found.found) throw new Error("the point is there");
    const fields: [string, string][] = [
      ["response_id", "0f8fad5b-d9cb-469f-a165-70867728950e"],
      ["survey", String(survey.surveyId)],
      ["version", found.surveys[0]?.checksum ?? ""],
      ["started_at", new Date(NOW.getTime() - 300_000).toISOString()],
      ["lang", "vi"],
      ["intent", "send"],
      ["A1", "4"],
    ];
    const visit = {
      typed: own.code,
      wantedId: null,
      today: TODAY,
      now: NOW,
      timeZone: "Asia/Ho_Chi_Minh",
      arrivals: createArrivalWatch(),
      freshIdentity: { responseId: "1f8fad5b-d9cb-469f-a165-70867728950e", startedAt: NOW.toISOString() },
    };
    const sender = { channel: "interviewer" as const, device: null, interviewer: pseudonym };
    expect(await receiveSubmission(database, { ok: true, fields }, found, visit, sender)).toMatchObject({
      taken: true,
    });
    expect(database.$client.prepare("select channel, interviewer, flags from responses").all()).toEqual([
      { channel: "interviewer", interviewer: pseudonym, flags: "" },
    ]);
    const [place] = await ownInterviews(database, interviewer.accountId, {
      today: TODAY,
      timeZone: "Asia/Ho_Chi_Minh",
    });
    expect(place).toMatchObject({ pseudonym, today: 1, total: 1 });
    const [tomorrow] = await ownInterviews(database, interviewer.accountId, {
      today: "2026-06-11",
      timeZone: "Asia/Ho_Chi_Minh",
    });
    expect(tomorrow).toMatchObject({ today: 0, total: 1 });
  });
});
