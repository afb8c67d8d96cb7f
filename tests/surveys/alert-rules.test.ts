import { describe, expect, test } from "vitest";
import { scanAlerts } from "~/comments/scan-alerts.server";
import { namedIn, paceAlert } from "~/surveys/alert-rules";
import { countUnseenAlerts, listAlerts, markAlertsSeen } from "~db/repositories/alerts";
import { insertResponses } from "~db/repositories/responses";
import { changeStatus } from "~db/repositories/surveys";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

describe("the pace of answers", () => {
  // 2026-06-15 is a Monday.
  const days = (from: number, to: number, count: number): [string, number][] =>
    Array.from({ length: to - from + 1 }, (_, at) => [`2026-06-${String(from + at).padStart(2, "0")}`, count]);
  const judge = (counts: [string, number][], today: string, opensOn = "2026-01-01") =>
    paceAlert(new Map(counts), { opensOn, today });

  test("falls when the last three working days bring less than half of those before", () => {
    expect(judge([...days(1, 12, 10), ...days(15, 17, 4)], "2026-06-18")).toBe("rate-falls");
    expect(judge([...days(1, 12, 10), ...days(15, 17, 6)], "2026-06-18")).toBe(null);
  });

  test("is not judged from fewer than twenty answers, nor by a weekend", () => {
    expect(judge([...days(1, 12, 1), ["2026-06-15", 1]], "2026-06-18")).toBe(null);
    expect(judge(days(1, 12, 10), "2026-06-15")).toBe(null);
  });

  test("is silence after three working days without any, also where none ever came", () => {
    expect(judge(days(1, 12, 10), "2026-06-17")).toBe("rate-falls");
    expect(judge(days(1, 12, 10), "2026-06-18")).toBe("silent");
    expect(judge([], "2026-06-18", "2026-06-15")).toBe("silent");
    expect(judge([], "2026-06-16", "2026-06-15")).toBe(null);
  });
});

describe("what a comment names", () => {
  test.each([
    ["Phải có PHONG BÌ mới xong", ["money"]],
    ["phai dua tien moi lam", ["money"]],
    ["Cán bộ vòi vĩnh và quấy rối", ["money", "harassment"]],
    ["bác sĩ sách nhiễu người nhà", ["harassment"]],
    ["Nhân viên phòng bị động khi đông người", []],
    ["Tiền sảnh sạch, phòng chờ mát", []],
    ["sachnhieusach", []],
    ["", []],
  ])("%s", (comment, kinds) => {
    expect([...namedIn(comment)].sort()).toEqual([...kinds].sort());
  });
});

describe("a scan", () => {
  const moment = { now: new Date("2026-06-18T03:00:00Z"), timeZone: "Asia/Ho_Chi_Minh", cellMinimum: 10 };

  async function world() {
    const database = referenceDatabase();
    const survey = await addOpenSurvey(database, {
      ...{ questionnaire: "inpatient-qd56", units: ["bv-dk-tinh", "bv-nhi"] },
    });
    const [point] = survey.points;
    let number = 0;
    const write = (texts: readonly string[]) =>
      insertResponses(
        database,
        texts.map((text) => ({
          ...{ responseId: `r${number++}`, surveyId: survey.surveyId, unitId: point?.unitId ?? 0 },
          ...{ pointId: point?.id ?? 0, channel: "qr" as const, language: "vi" as const },
          ...{ finishedAt: "2026-06-17T03:00:00.000Z", packed: "", texts: { H1: text } },
        })),
      );
    const kindsOf = async (viewer: Awaited<ReturnType<typeof provinceViewer>>) =>
      (await listAlerts(database, viewer, "2026-06-18")).map(({ kind, unitKey }) => `${kind} ${unitKey}`).sort();
    return { database, survey, write, kindsOf };
  }

  test("tells of a comment only with the batch of ten that it is released in, once a week", async () => {
    const { database, write, kindsOf } = await world();
    const province = await provinceViewer(database);
    await write(["đòi phong bì", ...Array<string>(8).fill("tốt")]);
    await scanAlerts(database, moment);
    expect(await kindsOf(province)).toEqual(["silent bv-nhi"]);
    await write(["cũng tốt"]);
    expect(await scanAlerts(database, moment)).toBe(1);
    expect(await kindsOf(province)).toEqual(["money bv-dk-tinh", "silent bv-nhi"]);
    await write(["đòi phong bì nữa", ...Array<string>(9).fill("tốt")]);
    expect(await scanAlerts(database, moment)).toBe(0);
    await write(["lại phong bì", ...Array<string>(9).fill("tốt")]);
    const later = { ...moment, now: new Date("2026-06-25T03:00:00Z") };
    await scanAlerts(database, later);
    expect((await kindsOf(province)).filter((one) => one.startsWith("money")).length).toBe(2);
  });

  test("tells of what a closing survey releases, and of what comes in afterwards, each once", async () => {
    const { database, survey, write, kindsOf } = await world();
    const province = await provinceViewer(database);
    const money = async () => (await kindsOf(province)).filter((one) => one.startsWith("money")).length;
    const { surveyId } = survey;
    const step = (from: "open" | "closed", to: "open" | "closed") =>
      changeStatus(database, province, { surveyId, from, to, at: moment.now });
    await write([...Array<string>(12).fill("tốt"), "đòi phong bì"]);
    await scanAlerts(database, moment);
    expect(await money()).toBe(0);
    await step("open", "closed");
    expect(await scanAlerts(database, moment)).toBe(1);
    expect(await money()).toBe(1);
    const on = (day: string) => scanAlerts(database, { ...moment, now: new Date(`${day}T03:00:00Z`) });
    expect(await on("2026-06-26")).toBe(0);
    await write(["chỉ một người, phong bì"]);
    expect(await on("2026-06-26")).toBe(1);
    expect(await on("2026-07-06")).toBe(0);
  });

  test("does not tell of fewer than ten persons, closed or not", async () => {
    const { database, survey, write, kindsOf } = await world();
    const province = await provinceViewer(database);
    await write(["đòi phong bì", ...Array<string>(8).fill("tốt")]);
    const { surveyId } = survey;
    await changeStatus(database, province, { surveyId, from: "open", to: "closed", at: moment.now });
    await scanAlerts(database, moment);
    expect(await kindsOf(province)).toEqual([]);
  });

  test("reaches the unit's officer and nobody beside, and is marked as seen within the scope only", async () => {
    const { database, kindsOf } = await world();
    await scanAlerts(database, moment);
    const officer = await addViewer(database, "bv-nhi", { role: "unit_officer" });
    const neighbour = await addViewer(database, "th-sgddt", { role: "designer" });
    expect(await kindsOf(officer)).toEqual(["silent bv-nhi"]);
    expect(await kindsOf(neighbour)).toEqual([]);
    const [alert] = await listAlerts(database, officer, "2026-06-18");
    const seen = { alertId: alert?.id ?? 0, at: moment.now };
    expect(await markAlertsSeen(database, neighbour, seen)).toBe(false);
    expect(await countUnseenAlerts(database, officer)).toBe(1);
    expect(await markAlertsSeen(database, officer, seen)).toBe(true);
    expect(await countUnseenAlerts(database, officer)).toBe(0);
  });
});
