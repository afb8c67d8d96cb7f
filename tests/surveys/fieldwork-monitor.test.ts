import { describe, expect, test } from "vitest";
import { type FieldworkCounts, monitorFieldwork } from "~/surveys/fieldwork-monitor";
import { hideSmallCounts } from "~/surveys/hide-small-counts";
import { loadMonitor } from "~/surveys/load-monitor.server";
import { readFieldworkForm } from "~/surveys/read-fieldwork-form";
import { orderMonitoredUnits } from "~/surveys/sort-monitored-units";
import { workingDaysAfter } from "~/surveys/working-days";
import type { Database } from "~db/open-database.server";
import { saveFormCount, saveUnitContact } from "~db/repositories/fieldwork-monitor";
import { insertResponses } from "~db/repositories/responses";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const SURVEY = { status: "open" as const, opensOn: "2026-06-01", closesOn: "2026-06-10" };
const unit = (id: number, target: number | null) => ({
  ...{ id, key: `u${id}`, name: `Đơn vị ${id}`, target, contactName: null, contactPhone: null },
});
const channel = (unitId: number, name: "qr" | "paper", received: number, counted = received) => ({
  ...{ unitId, channel: name, received, counted, lastDay: "2026-06-04" },
});

function counts(given: Partial<FieldworkCounts>): FieldworkCounts {
  return { units: [], byChannel: [], byDay: [], points: [], issued: [], ...given };
}

describe("the monitor", () => {
  test("finds the units behind the time that has gone, the furthest behind first", () => {
    const monitor = monitorFieldwork(
      counts({
        units: [unit(1, 100), unit(2, 100), unit(3, 100), unit(4, null)],
        byChannel: [channel(1, "qr", 45), channel(2, "qr", 20), channel(3, "qr", 39), channel(4, "qr", 1)],
      }),
      { survey: SURVEY, today: "2026-06-05", least: 0 },
    );
    expect(monitor.elapsed).toBe(0.5);
    expect(monitor.calls.map(({ key }) => key)).toEqual(["u2", "u3"]);
    expect(monitor.total).toMatchObject({ target: 300, received: 105, counted: 105 });
  });

  test("calls a point silent after three working days, weekends aside, and only while collecting", () => {
    const given = counts({ units: [unit(1, null)], points: [{ unitId: 1, label: "Quầy 1", lastDay: "2026-06-04" }] });
    const silentOn = (today: string, status: "open" | "closed" = "open") =>
      monitorFieldwork(given, { survey: { ...SURVEY, status }, today, least: 0 }).units[0]?.silentPoints;
    expect(workingDaysAfter("2026-06-04", "2026-06-09")).toBe(3);
    expect(silentOn("2026-06-09")).toEqual([]);
    expect(silentOn("2026-06-10")).toEqual(["Quầy 1"]);
    expect(silentOn("2026-06-10", "closed")).toEqual([]);
  });

  test("reckons returns from forms given out, and none for an open code", () => {
    const { returns } = monitorFieldwork(
      counts({
        units: [unit(1, null)],
        byChannel: [channel(1, "qr", 50), channel(1, "paper", 40, 38)],
        issued: [{ unitId: 1, channel: "paper", issued: 80, returned: 44 }],
      }),
      { survey: SURVEY, today: "2026-06-05", least: 0 },
    );
    expect(returns).toMatchObject([
      { channel: "qr", issued: null, rate: null },
      { channel: "paper", issued: 80, returned: 44, valid: 38, rate: 0.55 },
    ]);
  });

  test("hides small counts from whoever does not run the survey, in every place", () => {
    const monitor = monitorFieldwork(
      counts({
        units: [unit(1, 10), unit(2, 10), unit(3, 10)],
        byChannel: [channel(1, "qr", 3), channel(2, "qr", 40, 37), channel(3, "paper", 60)],
        byDay: [{ unitId: 1, day: "2026-06-04", received: 3 }],
      }),
      { survey: SURVEY, today: "2026-06-05", least: 10 },
    );
    expect(monitor.units.map(({ received }) => received)).toEqual([null, null, 60]);
    expect(monitor.units.map(({ counted }) => counted)).toEqual([null, null, 60]);
    expect(monitor.days.every(({ received }) => received === null || received === 0)).toBe(true);
    expect(monitor.returns.find(({ unitKey }) => unitKey === "u2")).toMatchObject({ returned: null, valid: null });
  });

  test("leaves out a second count where one could be reckoned back", () => {
    expect(hideSmallCounts([3, 40, 60], 10)).toEqual([null, null, 60]);
    expect(hideSmallCounts([3, 4, 60], 10)).toEqual([null, null, 60]);
    expect(hideSmallCounts([0, 40, 60], 10)).toEqual([0, 40, 60]);
    expect(hideSmallCounts([3, 40], 0)).toEqual([3, 40]);
  });

  test("orders units, those without a figure last either way", () => {
    const { units } = monitorFieldwork(counts({ units: [unit(1, null), unit(2, 5), unit(3, 9)] }), {
      survey: SURVEY,
      today: "2026-06-05",
      least: 0,
    });
    const order = (sort: "target" | "name", descending: boolean, search = "") =>
      orderMonitoredUnits(units, { sort, descending, search }).map(({ key }) => key);
    expect(order("target", true)).toEqual(["u3", "u2", "u1"]);
    expect(order("target", false)).toEqual(["u2", "u3", "u1"]);
    expect(order("name", false, "don vi 2")).toEqual(["u2"]);
  });
});

describe("what officers type", () => {
  const read = (fields: Record<string, string>) => readFieldworkForm((name) => fields[name] ?? "");

  test("is taken with points between thousands, and refused field by field", () => {
    expect(read({ change: "forms", unit: "u", channel: "paper", issued: "1.200", returned: "" })).toEqual({
      ok: true,
      input: { change: "forms", unitKey: "u", channel: "paper", issued: 1200, returned: null },
    });
    const refused = read({ change: "forms", unit: "", channel: "qr", issued: "12,5", returned: "x" });
    expect(refused.ok ? [] : refused.problems.map(({ field }) => field)).toEqual([
      "unit",
      "channel",
      "issued",
      "returned",
    ]);
    expect(read({ change: "contact", unit: "u", name: "Chị Hoa", phone: "abc" }).ok).toBe(false);
  });
});

describe("from the database", () => {
  test("a unit's officer sees the unit alone and writes to no other", async () => {
    const database = referenceDatabase();
    const survey = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
    for (const point of survey.points) await addAnswers(database, survey.surveyId, point, 12);
    const officer = await addViewer(database, "bv-dk-tinh", { role: "unit_officer" });
    const request = {
      survey: { id: survey.surveyId, status: "open" as const, opensOn: "2026-01-01", closesOn: "2026-12-31" },
      ...{ today: "2026-06-01", timeZone: "Asia/Ho_Chi_Minh" },
    };
    const own = await loadMonitor(database, officer, { ...request, least: 10 });
    expect(own.units.map(({ key, received }) => [key, received])).toEqual([["bv-dk-tinh", 12]]);
    expect(own.days.at(-1)).toEqual({ day: "2026-06-01", received: 12 });
    const count = { surveyId: survey.surveyId, channel: "paper" as const, issued: 50, returned: 20, at: new Date() };
    expect(await saveFormCount(database, officer, { ...count, unitKey: "bv-nhi" })).toBe(false);
    expect(await saveFormCount(database, officer, { ...count, unitKey: "bv-dk-tinh" })).toBe(true);
    const contact = { surveyId: survey.surveyId, name: "Chị Hoa", phone: "0237 3852 366", at: new Date() };
    expect(await saveUnitContact(database, officer, { ...contact, unitKey: "bv-nhi" })).toBe(false);
    expect(await saveUnitContact(database, officer, { ...contact, unitKey: "bv-dk-tinh" })).toBe(true);
    const all = await loadMonitor(database, await provinceViewer(database), { ...request, least: 0 });
    expect(all.units.length).toBe(2);
    expect(all.total.received).toBe(24);
    expect(all.returns.find(({ channel }) => channel === "paper")).toMatchObject({
      issued: 50,
      returned: 20,
      rate: 0.4,
    });
    expect(all.units.find(({ key }) => key === "bv-dk-tinh")?.contact).toEqual({
      name: "Chị Hoa",
      phone: "0237 3852 366",
    });
  });
});

async function addAnswers(
  database: Database,
  surveyId: number,
  point: { id: number; unitId: number },
  many: number,
): Promise<void> {
  await insertResponses(
    database,
    Array.from({ length: many }, (_, index) => ({
      ...{ responseId: `${point.id}-${index}`, surveyId, unitId: point.unitId, pointId: point.id },
      ...{
        channel: "qr" as const,
        language: "vi" as const,
        finishedAt: "2026-05-31T18:00:00.000Z",
        packed: "",
        texts: {},
      },
    })),
  );
}
