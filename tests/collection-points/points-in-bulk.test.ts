import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { addPoints, revisePoints } from "~/collection-points/manage-points.server";
import { planFile, takePlan, writePointsFile } from "~/collection-points/points-file.server";
import type { Database } from "~db/open-database.server";
import { listManagedPoints } from "~db/repositories/managed-points";
import { revokePoint } from "~db/repositories/point-codes";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const NOW = new Date("2026-06-01T03:00:00Z");
const WHERE = { surveyId: 1, today: "2026-06-01", now: NOW };

async function twoHospitals() {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh", "bv-nhi"] });
  const viewer = await provinceViewer(database);
  const officer: Viewer = {
    accountId: 0,
    role: "unit_officer",
    unitId: await unitId(database, "bv-nhi"),
    sector: null,
  };
  return { database, viewer, officer, points };
}

function addResponse(database: Database, pointId: number): void {
  database.$client
    .prepare(`insert into responses (response_id, survey_id, unit_id, point_id, channel, language, finished_at, packed, flags, counted)
      select '0f8fad5b-d9cb-469f-a165-70867728950e', 1, unit_id, id, 'qr', 'vi', '2026-05-30T03:00:00.000Z', '4', '', 1
      from collection_points where id = ?`)
    .run(pointId);
}

const rows = (database: Database, statement: string) => database.$client.prepare(statement).all();
const labels = (database: Database) =>
  rows(database, "select unit_id u, label from collection_points order by id") as { u: number; label: string }[];
const recorded = (database: Database) =>
  rows(database, "select detail from activities where kind = 'points.change'").map((row) =>
    JSON.parse((row as { detail: string }).detail),
  );

describe("points in bulk", () => {
  it("are added per unit and counter, once however often they are asked for", async () => {
    const { database, viewer } = await twoHospitals();
    const order = { unitIds: null, labels: ["Quầy 1", "Quầy 2"], openHours: "T2-T6 07:30-11:30" };
    expect(await addPoints(database, viewer, WHERE, order)).toEqual({
      outcome: "done",
      added: { added: 4, broughtIn: 0, present: 0 },
    });
    expect((await addPoints(database, viewer, WHERE, { ...order, labels: ["quầy 1", "Quầy 2"] })).added).toEqual({
      added: 0,
      broughtIn: 0,
      present: 4,
    });
    expect(labels(database)).toHaveLength(6);
    expect(rows(database, "select count(*) n from survey_points where survey_id = 1")).toEqual([{ n: 6 }]);
    expect(recorded(database)).toEqual([{ added: 4, changed: 0 }]);
    // Taken out, the same order brings it in again rather than making another.
    const [, , third] = await listManagedPoints(database, viewer, 1, WHERE.today);
    await revisePoints(database, viewer, WHERE, [{ pointId: third?.id ?? 0, inSurvey: false }]);
    expect((await addPoints(database, viewer, WHERE, order)).added).toEqual({ added: 0, broughtIn: 1, present: 3 });
    expect(labels(database)).toHaveLength(6);
  });

  it("keep their responses when they leave the survey", async () => {
    const { database, viewer, points } = await twoHospitals();
    const [point] = points;
    if (!point) throw new Error("a point is needed");
    addResponse(database, point.id);
    const before = rows(database, "select * from responses");
    expect(before).toHaveLength(1);
    expect(await revisePoints(database, viewer, WHERE, [{ pointId: point.id, inSurvey: false }])).toBe("done");
    expect(rows(database, "select * from responses")).toEqual(before);
    expect(rows(database, "select count(*) n from collection_points")).toEqual([{ n: 2 }]);
  });

  it("of another unit are never touched, and nothing is done in part", async () => {
    const { database, officer, points } = await twoHospitals();
    const [other, own] = points;
    const before = rows(database, "select * from collection_points");
    for (const revision of [{ label: "Của tôi" }, { inSurvey: false }, { openHours: "T2 08:00-09:00" }]) {
      const revisions = [
        { pointId: own?.id ?? 0, ...revision },
        { pointId: other?.id ?? 0, ...revision },
      ];
      expect(await revisePoints(database, officer, WHERE, revisions)).toBe("outside");
    }
    const order = { unitIds: [other?.unitId ?? 0, own?.unitId ?? 0], labels: ["Quầy 9"], openHours: null };
    expect((await addPoints(database, officer, WHERE, order)).outcome).toBe("outside");
    expect(rows(database, "select * from collection_points")).toEqual(before);
    expect(recorded(database)).toEqual([]);
    expect((await addPoints(database, officer, WHERE, { ...order, unitIds: null })).added.added).toBe(1);
    expect((await listManagedPoints(database, officer, 1, WHERE.today)).map(({ unitKey }) => unitKey)).toEqual([
      "bv-nhi",
      "bv-nhi",
    ]);
  });

  it("keep names that can be told apart, and stay where they are in a closed survey", async () => {
    const { database, viewer, points } = await twoHospitals();
    await addPoints(database, viewer, WHERE, { unitIds: null, labels: ["Quầy 1"], openHours: null });
    const pointId = points[0]?.id ?? 0;
    expect(await revisePoints(database, viewer, WHERE, [{ pointId, label: "Quầy 1" }])).toBe("same-name");
    expect(labels(database)[0]?.label).toBe("Quầy tiếp đón");
    database.$client.exec("update surveys set status = 'closed'");
    expect(await revisePoints(database, viewer, WHERE, [{ pointId, inSurvey: false }])).toBe("survey-over");
    expect(await revisePoints(database, viewer, WHERE, [{ pointId, label: "Quầy 7" }])).toBe("done");
  });
});

describe("a file of points", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const write = (database: Database, viewer: Viewer) =>
    writePointsFile(database, viewer, { ...WHERE, publicUrl: "https://hailong.vn" });
  const planned = async (database: Database, viewer: Viewer, text: string) => {
    const file = await planFile(database, viewer, WHERE, bytes(text));
    if (!file.ok) throw new Error(file.reason);
    return file.plan;
  };

  it("comes back unchanged as it went out, names that look like formulas included", async () => {
    const { database, viewer, points } = await twoHospitals();
    await revisePoints(database, viewer, WHERE, [
      { pointId: points[0]?.id ?? 0, label: "=1+1", openHours: "T2-T6 07:30-11:30,13:30-17:00" },
    ]);
    const csv = await write(database, viewer);
    expect(csv).toContain(",'=1+1,");
    expect(csv).toContain(`https://hailong.vn/k/${points[1]?.code},1`);
    const plan = await planned(database, viewer, csv);
    expect(plan.problems).toEqual([]);
    expect(plan.rows.map(({ change }) => change)).toEqual(["unchanged", "unchanged"]);
  });

  it("adds, changes and says what each bad line is; taken twice it changes nothing more", async () => {
    const { database, viewer, points } = await twoHospitals();
    const [first, second] = points;
    const csv = [
      "unit_id;point_code;label;open_hours;in_survey",
      `bv-dk-tinh;${first?.code};Quầy A;T2 8h-11h;1`,
      "bv-nhi;;Quầy B;;",
      "bv-nhi;;Quầy C;;0",
      `bv-nhi;${first?.code};Quầy D;;1`,
      "xa-khong-co;;Quầy E;;1",
      "bv-nhi;;;;1",
      "bv-nhi;;Quầy F;sáng;1",
      "bv-nhi;;Quầy G;;có thể",
      "bv-nhi;;quầy b;;1",
      "bv-nhi;22222223;Quầy H;;1",
      "bv-nhi;;Quầy tiếp đón;;1",
    ].join("\r\n");
    const plan = await planned(database, viewer, csv);
    expect(plan.problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [5, "unit_id", "bv-nhi"],
      [6, "unit_id", "xa-khong-co"],
      [7, "label", ""],
      [8, "open_hours", "sáng"],
      [9, "in_survey", "có thể"],
      [10, "label", "quầy b"],
      [11, "point_code", "22222223"],
    ]);
    expect(plan.rows.map(({ line, change }) => [line, change])).toEqual([
      [2, "changed"],
      [3, "new"],
      [4, "new"],
      [12, "unchanged"],
    ]);
    expect(await takePlan(database, viewer, WHERE, plan)).toBe("done");
    const after = rows(database, "select * from collection_points");
    const again = await planned(database, viewer, csv);
    expect(again.rows.every(({ change }) => change === "unchanged")).toBe(true);
    await takePlan(database, viewer, WHERE, again);
    expect(rows(database, "select * from collection_points")).toEqual(after);
    expect(recorded(database)).toEqual([{ added: 2, changed: 1 }]);
    expect(second?.unitKey).toBe("bv-nhi");
  });

  it("reaches no point of another unit by its code", async () => {
    const { database, officer, points } = await twoHospitals();
    const csv = `unit_id,point_code,label\nbv-dk-tinh,${points[0]?.code},Của tôi\nbv-dk-tinh,,Mới\n`;
    const plan = await planned(database, officer, csv);
    expect(plan.rows).toEqual([]);
    expect(plan.problems.map(({ column }) => column)).toEqual(["point_code", "unit_id"]);
    expect((await write(database, officer)).match(/bv-dk-tinh/g)).toBeNull();
  });

  it.each([
    ["", "Tệp không có dòng nào."],
    ["tên,quầy\nA,B\n", "Dòng đầu của tệp phải có tên cột; thiếu cột unit_id."],
    ["unit_id,label\n", "Tệp không có dòng nào."],
  ])("that is none is refused: %j", async (text, reason) => {
    const { database, viewer } = await twoHospitals();
    expect(await planFile(database, viewer, WHERE, bytes(text))).toEqual({ ok: false, reason });
  });

  it("in another encoding is refused with what to do", async () => {
    const { database, viewer } = await twoHospitals();
    const utf16 = new Uint8Array([0xff, 0xfe, 0x75, 0x00, 0x6e, 0x00]);
    expect(await planFile(database, viewer, WHERE, utf16)).toMatchObject({ ok: false });
  });

  it("leaves out withdrawn points", async () => {
    const { database, viewer, points } = await twoHospitals();
    await revokePoint(database, viewer, { surveyId: 1, pointId: points[0]?.id ?? 0, now: NOW });
    expect(await write(database, viewer)).not.toContain(points[0]?.code);
  });
});
