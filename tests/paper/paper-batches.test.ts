import { describe, expect, test } from "vitest";
import type { Viewer } from "~/access/viewer";
import { compareKeyings, mismatchRate } from "~/responses/compare-keyings";
import { comparedForms, completeBatch, ratesOf, resolveForm } from "~/responses/finish-paper.server";
import { createBatch, keyForm, openBatch } from "~/responses/key-paper.server";
import { batchInputSchema, drawnForms } from "~/responses/paper-batch";
import { paperTimes, whyNoPaper } from "~/responses/paper-standing";
import type { Database } from "~db/open-database.server";
import { listSurveyActivities } from "~db/repositories/activities";
import { setAccountActive } from "~db/repositories/change-account";
import { responsesFingerprint } from "~db/repositories/responses";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const ZONE = "Asia/Ho_Chi_Minh";
const MOMENT = { now: new Date("2026-06-10T03:00:00Z"), today: "2026-06-10", timeZone: ZONE };
const SURVEY = { versionId: 1, status: "open", opensOn: "2026-01-01", closesOn: "2026-12-31", closedAt: null } as const;
const INPUT = { label: "Sáng thứ hai", fieldworkOn: "2026-06-08", issued: 4, returned: 3, doublePercent: 100 };

async function setUp({ doublePercent = 100, returned = 3 } = {}) {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "th-syt"] });
  const [point] = points;
  const officer = await addViewer(database, "bv-dk-tinh", { role: "unit_officer" });
  const input = { ...INPUT, doublePercent, returned, pointId: point?.id ?? 0 };
  const made = await createBatch(database, officer, { surveyId, survey: SURVEY, input }, MOMENT);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return { database, surveyId, points, officer, place: { surveyId, batchId: made.batchId }, input };
}

function key(
  database: Database,
  viewer: Viewer,
  place: { surveyId: number; batchId: number },
  number: number,
  pass: 1 | 2,
  answers: Record<string, string>,
) {
  return keyForm(database, viewer, place, { number, pass, fields: Object.entries(answers) }, MOMENT);
}

interface StoredRow {
  channel: string;
  finished_at: string;
  received_at: string;
  packed: string;
  counted: number;
  flags: string;
  notice_version: string;
  unit_id: number;
}

function stored(database: Database): StoredRow[] {
  return database.$client.prepare("select * from responses order by id").all() as StoredRow[];
}

describe("a bundle of paper forms", () => {
  test("is gone on with by a colleague where whoever began it is locked out", async () => {
    const { database, officer, place } = await setUp({ doublePercent: 0, returned: 2 });
    await key(database, officer, place, 1, 1, { A1: "4" });
    const administrator = await provinceViewer(database);
    const locked = { accountId: officer.accountId, active: false, at: MOMENT.now };
    expect(await setAccountActive(database, administrator, locked)).toBe("done");
    const colleague = await addViewer(database, "th-syt", { role: "designer" });
    expect(await key(database, colleague, place, 2, 1, { A1: "5" })).toMatchObject({ outcome: "stored" });
    expect(stored(database).map(({ counted }) => counted)).toEqual([1, 1]);
    expect(await completeBatch(database, colleague, place, MOMENT)).toMatchObject({ ok: true });
  });

  test("is refused outside the survey's days, in a draft and for points out of scope", async () => {
    const { database, surveyId, points, officer, input } = await setUp();
    const refusals: [Partial<typeof input>, Partial<Record<string, unknown>>][] = [
      [{ fieldworkOn: "2025-12-31" }, {}],
      [{ fieldworkOn: "2026-06-11" }, {}],
      [{}, { status: "finalised" }],
      [{}, { status: "draft" }],
      [{ pointId: points[1]?.id ?? 0 }, {}],
    ];
    for (const [change, survey] of refusals) {
      const request = { surveyId, survey: { ...SURVEY, ...survey } as typeof SURVEY, input: { ...input, ...change } };
      expect((await createBatch(database, officer, request, MOMENT)).ok).toBe(false);
    }
    expect(batchInputSchema.safeParse({ ...input, returned: 5 }).success).toBe(false);
  });

  test("draws the forms keyed twice from its seed alone", () => {
    const batch = { returned: 100, doubleShare: 0.1, seed: "0123456789abcdef01234567" };
    expect(drawnForms(batch).size).toBe(10);
    expect([...drawnForms(batch)]).toEqual([...drawnForms(batch)]);
    expect([...drawnForms({ ...batch, seed: "f".repeat(24) })]).not.toEqual([...drawnForms(batch)]);
    expect(drawnForms({ ...batch, returned: 3 }).size).toBe(1);
    expect(drawnForms({ ...batch, doubleShare: 0 }).size).toBe(0);
  });

  test("counts a form as finished at noon of its day, and holds it after the days of grace", () => {
    expect(paperTimes(SURVEY, "2026-06-08", MOMENT.now, ZONE)).toEqual({
      finishedAt: "2026-06-08T05:00:00.000Z",
      late: false,
    });
    const closed = { ...SURVEY, status: "closed" as const, closesOn: "2026-06-09" };
    expect(paperTimes(closed, "2026-06-08", new Date("2026-06-16T03:00:00Z"), ZONE).late).toBe(false);
    expect(paperTimes(closed, "2026-06-08", new Date("2026-06-17T03:00:00Z"), ZONE).late).toBe(true);
    const byHand = { ...SURVEY, status: "closed" as const, closedAt: "2026-06-08T02:00:00.000Z" };
    expect(paperTimes(byHand, "2026-06-08", MOMENT.now, ZONE)).toEqual({
      finishedAt: "2026-06-08T01:59:59.999Z",
      late: false,
    });
    expect(whyNoPaper(byHand, "2026-06-09", MOMENT.now, ZONE)).toMatch(/từ 01\/01\/2026 đến 08\/06\/2026/);
  });
});

describe("first keying", () => {
  test("stores a counted response of the paper channel, and nothing for a form that is not valid", async () => {
    const { database, officer, place, points } = await setUp();
    expect(await key(database, officer, place, 1, 1, { A1: "4", G1: "90", G2: "Chờ lâu" })).toEqual({
      outcome: "stored",
      next: 2,
    });
    await key(database, officer, place, 2, 1, { "paper.intent": "invalid", "paper.invalid": "1" });
    const [response, ...others] = stored(database);
    expect(others).toEqual([]);
    expect(response).toMatchObject({
      channel: "paper",
      finished_at: "2026-06-08T05:00:00.000Z",
      received_at: MOMENT.now.toISOString(),
      counted: 1,
      flags: "",
      notice_version: "2026-11",
      unit_id: points[0]?.unitId,
    });
    expect(database.$client.prepare("select field, text from response_texts").all()).toEqual([
      { field: "G2", text: "Chờ lâu" },
    ]);
    const opened = await openBatch(database, officer, place, MOMENT.today);
    expect(opened?.progress).toMatchObject({ keyed: 2, valid: 1, next: 3 });
  });

  test("sent again is the same form; other answers under its number are refused with what is there", async () => {
    const { database, officer, place } = await setUp();
    await key(database, officer, place, 1, 1, { A1: "4" });
    expect(await key(database, officer, place, 1, 1, { A1: "4" })).toMatchObject({ outcome: "repeated" });
    const refused = await key(database, officer, place, 1, 1, { A1: "5" });
    expect(JSON.stringify(refused)).toContain("A1=4");
    expect(JSON.stringify(refused)).toContain(`bởi unit_officer-bv-dk-tinh`);
    expect(stored(database)).toHaveLength(1);
  });

  test("refuses a number outside the bundle, a wrong value, and whoever has no business there", async () => {
    const { database, officer, place } = await setUp();
    expect(await key(database, officer, place, 4, 1, { A1: "4" })).toMatchObject({ outcome: "refused" });
    expect(await key(database, officer, place, 1, 1, { A1: "7" })).toMatchObject({
      outcome: "refused",
      problems: [{ field: "A1" }],
    });
    expect(await key(database, officer, place, 1, 2, { A1: "4" })).toMatchObject({ outcome: "refused" });
    const stranger = await addViewer(database, "th-sgddt", { role: "unit_officer" });
    expect(await key(database, stranger, place, 1, 1, { A1: "4" })).toBeNull();
    expect(stored(database)).toEqual([]);
  });
});

describe("second keying", () => {
  test("what agrees is done; what differs waits for the paper, and the response follows it", async () => {
    const { database, officer, place, surveyId } = await setUp();
    for (const number of [1, 2, 3]) await key(database, officer, place, number, 1, { A1: "4", A2: "3", G2: "Tốt" });
    const second = await provinceViewer(database);
    await key(database, second, place, 1, 2, { A1: "4", A2: "3" });
    await key(database, second, place, 2, 2, { A1: "5", A2: "" });
    const opened = await openBatch(database, officer, place, MOMENT.today);
    if (!opened) throw new Error("the bundle is there");
    expect(opened.progress).toMatchObject({ keyedTwice: 2, unresolved: 1, nextTwice: 3 });
    const form = comparedForms(opened.questionnaire, opened.entries).find(({ number }) => number === 2);
    expect(form?.comparison.mismatches.map(({ item }) => item.code)).toEqual(["A1", "A2"]);
    const questions = opened.questionnaire.items.filter(({ type }) => type !== "text").length;
    expect(ratesOf(comparedForms(opened.questionnaire, opened.entries)).whole).toEqual({
      compared: 2 * questions,
      differing: 2,
      rate: 2 / (2 * questions),
    });

    const before = await responsesFingerprint(database, surveyId);
    const where = { ...place, number: 2 };
    const undecided = await resolveForm(database, officer, where, new Map([["take.A1", "second"]]), MOMENT);
    expect(undecided).toMatchObject({ ok: false, problems: [{ field: "take.A2" }] });
    const decided = new Map([
      ["take.A1", "second"],
      ["take.A2", "other"],
      ["A2", "1"],
    ]);
    expect(await resolveForm(database, officer, where, decided, MOMENT)).toEqual({ ok: true });
    expect(await resolveForm(database, officer, where, decided, MOMENT)).toMatchObject({ ok: false });
    const answers = stored(database).map(({ packed }) => packed.trim());
    expect(answers).toHaveLength(3);
    expect(answers.filter((packed) => packed.startsWith("51"))).toHaveLength(1);
    expect(database.$client.prepare("select count(*) as n from response_texts").get()).toEqual({ n: 3 });
    expect(stored(database).every(({ flags }) => flags === "")).toBe(true);
    expect(await responsesFingerprint(database, surveyId)).not.toBe(before);
    const log = await listSurveyActivities(database, await provinceViewer(database), surveyId);
    const kinds = log.map(({ kind }) => kind).filter((kind) => kind.startsWith("paper."));
    expect(kinds).toEqual(["paper.resolve", "paper.create"]);
  });

  test("a form that is not valid after all takes its response out, and a valid one brings it in", async () => {
    const { database, officer, place } = await setUp();
    const invalid = { "paper.intent": "invalid", "paper.invalid": "2" };
    await key(database, officer, place, 1, 1, { A1: "4" });
    await key(database, officer, place, 1, 2, invalid);
    await key(database, officer, place, 2, 1, invalid);
    await key(database, officer, place, 2, 2, { A1: "2" });
    for (const number of [1, 2]) {
      const taken = await resolveForm(
        database,
        officer,
        { ...place, number },
        new Map([["take.form", "second"]]),
        MOMENT,
      );
      expect(taken).toEqual({ ok: true });
    }
    expect(stored(database).map(({ packed }) => packed.trim())).toEqual(["2"]);
    expect((await openBatch(database, officer, place, MOMENT.today))?.progress.valid).toBe(1);
  });

  test("blank against an answer differs, and valid against not valid is one comparison", async () => {
    const { database, officer, place } = await setUp();
    await key(database, officer, place, 1, 1, { A1: "4" });
    const opened = await openBatch(database, officer, place, MOMENT.today);
    const packed = opened?.entries[0]?.packed ?? "";
    const questionnaire = opened?.questionnaire;
    if (!questionnaire) throw new Error("the bundle is there");
    expect(compareKeyings(questionnaire, packed, " ".repeat(packed.length)).mismatches).toHaveLength(1);
    expect(mismatchRate([compareKeyings(questionnaire, packed, null)])).toEqual({ compared: 1, differing: 1, rate: 1 });
    expect(mismatchRate([compareKeyings(questionnaire, null, null)])).toEqual({ compared: 1, differing: 0, rate: 0 });
    expect(mismatchRate([]).rate).toBeNull();
  });
});

describe("the end of a bundle", () => {
  test("says what is missing, one thing after another, and takes no form afterwards", async () => {
    const { database, officer, place } = await setUp({ returned: 2 });
    const finish = () => completeBatch(database, officer, place, MOMENT);
    await key(database, officer, place, 1, 1, { A1: "4" });
    expect(await finish()).toMatchObject({
      ok: false,
      problems: [{ message: "Còn 1 phiếu chưa nhập lần một." }, { message: "Còn 2 phiếu chưa nhập lần hai." }],
    });
    await key(database, officer, place, 2, 1, { A1: "3" });
    await key(database, officer, place, 1, 2, { A1: "5" });
    await key(database, officer, place, 2, 2, { A1: "3" });
    expect(await finish()).toMatchObject({ ok: false });
    await resolveForm(database, officer, { ...place, number: 1 }, new Map([["take.A1", "first"]]), MOMENT);
    expect(await finish()).toEqual({ ok: true });
    expect(await finish()).toMatchObject({ ok: false });
    expect(await key(database, officer, place, 1, 1, { A1: "1" })).toMatchObject({ outcome: "refused" });
  });
});
