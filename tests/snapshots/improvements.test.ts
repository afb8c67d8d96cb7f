import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { changeImprovement } from "~/snapshots/change-improvement.server";
import { loadPublicImprovements } from "~/snapshots/load-public-improvements.server";
import { type ImprovementForm, readImprovementForm } from "~/snapshots/read-improvement-form";
import type { Database } from "~db/open-database.server";
import { listImprovements, listUnitsToAnswer } from "~db/repositories/improvements";
import { findPublication, publishedMark, withdrawPublication } from "~db/repositories/publications";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addPublished } from "../support/published";
import { unitId } from "../support/surveys";

const UNITS = [
  { key: "bv-dk-tinh", levels: { 5: 40 } },
  { key: "bv-nhi", levels: { 4: 40 } },
];
const TEXT = { said: "Chờ lâu. Gọi 0912345678", answer: "Xin tiếp thu", done: "" };

let database: Database;
let surveyId: number;
let owner: Viewer;
let officer: Viewer;

beforeEach(async () => {
  database = referenceDatabase();
  ({ surveyId, viewer: owner } = await addPublished(database, { units: UNITS }));
  officer = await addViewer(database, "bv-nhi", { role: "unit_officer" });
});

const act = (viewer: Viewer, form: Partial<ImprovementForm>, day = "2026-06-02") =>
  changeImprovement(database, viewer, {
    surveyId,
    form: { step: "save", id: null, unitId: null, text: TEXT, ...form },
    now: new Date(`${day}T03:00:00Z`),
  });
const entriesOf = (viewer: Viewer) => listImprovements(database, viewer, { surveyId, today: "2026-06-02" });
const read = (unitKey = "bv-nhi") =>
  loadPublicImprovements(database, { surveyId, unitKey, timeZone: "Asia/Ho_Chi_Minh" });

describe("what a unit answers", () => {
  it("is a draft, then public without personal data, then changed with the day of it, each step recorded", async () => {
    expect(await act(officer, { unitId: await unitId(database, "bv-nhi") })).toBe(true);
    const [entry] = await entriesOf(officer);
    expect(entry).toMatchObject({ said: TEXT.said, publishedAt: null });
    expect(await read()).toEqual([]);
    const id = entry?.id ?? 0;
    const mark = publishedMark(database);
    expect(await act(officer, { step: "publish", id })).toBe(true);
    expect(publishedMark(database)).not.toBe(mark);
    const shown = { ...TEXT, said: "Chờ lâu. Gọi [số điện thoại]", publishedOn: "2026-06-02", changedOn: null };
    expect(await read()).toEqual([{ id, ...shown }]);
    expect(await read("bv-dk-tinh")).toEqual([]);
    const text = { ...TEXT, done: "Thêm một quầy, hỏi a@b.vn" };
    expect(await act(officer, { id, text }, "2026-07-01")).toBe(true);
    expect(await read()).toMatchObject([
      {
        said: shown.said,
        done: "Thêm một quầy, hỏi [thư điện tử]",
        publishedOn: "2026-06-02",
        changedOn: "2026-07-01",
      },
    ]);
    const kinds = database.$client.prepare("select kind from activities order by id desc limit 3").pluck().all();
    expect(kinds).toEqual(["improvement.write", "improvement.publish", "improvement.write"]);
  });

  it("is taken back before it is deleted", async () => {
    await act(owner, { unitId: await unitId(database, "bv-nhi") });
    const id = (await entriesOf(owner))[0]?.id ?? 0;
    await act(owner, { step: "publish", id });
    expect(await act(owner, { step: "publish", id })).toBe(false);
    expect(await act(owner, { step: "delete", id })).toBe(false);
    expect(await act(owner, { step: "withdraw", id })).toBe(true);
    expect(await read()).toEqual([]);
    expect(await act(owner, { step: "delete", id })).toBe(true);
    expect(await entriesOf(owner)).toEqual([]);
  });

  it("is of the units in scope alone, and of none that the survey is not about", async () => {
    const own = await unitId(database, "bv-nhi");
    const other = await unitId(database, "bv-dk-tinh");
    const names = (await listUnitsToAnswer(database, officer, { surveyId, today: "2026-06-02" })).map(({ id }) => id);
    expect(names).toEqual([own]);
    expect(await act(officer, { unitId: other })).toBe(false);
    expect(await act(owner, { unitId: await unitId(database, "bv-mat") })).toBe(false);
    await act(owner, { unitId: other });
    const id = (await entriesOf(owner))[0]?.id ?? 0;
    expect(await entriesOf(officer)).toEqual([]);
    for (const step of ["save", "publish", "withdraw", "delete"] as const) {
      expect([step, await act(officer, { step, id })]).toEqual([step, false]);
    }
  });

  it("is not public while the results of the survey are not", async () => {
    await act(owner, { unitId: await unitId(database, "bv-nhi") });
    await act(owner, { step: "publish", id: (await entriesOf(owner))[0]?.id ?? 0 });
    const publicationId = (await findPublication(database, surveyId))?.id ?? 0;
    await withdrawPublication(database, owner, { publicationId, note: "Sai sót", at: new Date("2026-06-03") });
    expect(await read()).toEqual([]);
  });
});

describe("the form", () => {
  const form = (fields: Record<string, string>) => {
    const made = new FormData();
    for (const [name, value] of Object.entries(fields)) made.set(name, value);
    return readImprovementForm(made);
  };

  it("names what is missing, keeps what was typed, and asks for a tick before the public sees anything", () => {
    const { problems, text } = form({ change: "save", id: "", said: " Chờ lâu\r\n", answer: "", done: "" });
    expect(problems.map(({ field }) => field)).toEqual(["unit", "answer"]);
    expect(text).toEqual({ said: "Chờ lâu", answer: "", done: "" });
    expect(form({ change: "save", id: "3", said: "a", answer: "b".repeat(2001) }).problems).toHaveLength(1);
    expect(form({ change: "publish", id: "3" }).problems).toHaveLength(1);
    expect(form({ change: "publish", id: "3", confirmed: "yes" }).problems).toEqual([]);
    expect(form({ change: "publish", id: "", confirmed: "yes" }).problems).toHaveLength(1);
    expect(form({ change: "gone" })).toMatchObject({ form: null });
  });
});
