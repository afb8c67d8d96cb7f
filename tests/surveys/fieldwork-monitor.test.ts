import { describe, expect, test } from "vitest";
import type { Viewer } from "~/access/viewer";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { type FieldworkCounts, monitorFieldwork, monitorPublished } from "~/surveys/fieldwork-monitor";
import { loadMonitor } from "~/surveys/load-monitor.server";
import { readFieldworkForm } from "~/surveys/read-fieldwork-form";
import { orderMonitoredUnits } from "~/surveys/sort-monitored-units";
import { workingDaysAfter } from "~/surveys/working-days";
import type { Database } from "~db/open-database.server";
import { saveFormCount, saveUnitContact } from "~db/repositories/fieldwork-monitor";
import { insertResponses } from "~db/repositories/responses";
import { findSurvey } from "~db/repositories/surveys";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const SURVEY = { status: "open" as const, opensOn: "2026-06-01", closesOn: "2026-06-10" };
const SETTINGS = { timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", minimums: { cell: 10, unit: 30 } };
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
      { survey: SURVEY, today: "2026-06-05" },
    );
    expect(monitor.elapsed).toBe(0.5);
    expect(monitor.calls.map(({ key }) => key)).toEqual(["u2", "u3"]);
    expect(monitor.total).toMatchObject({ target: 300, received: 105, counted: 105 });
  });

  test("calls a point silent after three working days, weekends aside, and only while collecting", () => {
    const given = counts({ units: [unit(1, null)], points: [{ unitId: 1, label: "Quầy 1", lastDay: "2026-06-04" }] });
    const silentOn = (today: string, status: "open" | "closed" = "open") =>
      monitorFieldwork(given, { survey: { ...SURVEY, status }, today }).units[0]?.silentPoints;
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
      { survey: SURVEY, today: "2026-06-05" },
    );
    expect(returns).toMatchObject([
      { channel: "qr", issued: null, rate: null },
      { channel: "paper", issued: 80, returned: 44, valid: 38, rate: 0.55 },
    ]);
  });

  test("tells everybody else the published numbers only, nothing by day, and no forms got back", () => {
    const monitor = monitorPublished(
      counts({
        units: [unit(1, 10), unit(2, 100), unit(3, 10)],
        points: [{ unitId: 2, label: "Quầy 1", lastDay: null }],
        issued: [{ unitId: 2, channel: "paper", issued: 80, returned: 7 }],
      }),
      {
        total: 43,
        units: new Map([
          ["u1", null],
          ["u2", 40],
        ]),
        channels: [{ channel: "qr", responses: null }],
      },
      { survey: SURVEY, today: "2026-06-05" },
    );
    expect(monitor.live).toBe(false);
    expect(
      monitor.units.map(({ received, counted, heldShare, lastWeek, lastDay }) => [
        ...[received, counted, heldShare, lastWeek, lastDay],
      ]),
    ).toEqual([
      [null, null, null, null, null],
      [40, 40, null, null, null],
      [null, null, null, null, null],
    ]);
    expect(monitor.total).toEqual({ target: 120, received: 43, counted: 43, heldShare: null });
    expect(monitor.calls.map(({ key }) => key)).toEqual(["u2"]);
    expect([monitor.days, monitor.channels]).toEqual([[], [{ channel: "qr", received: null }]]);
    expect(monitor.returns).toEqual([
      {
        ...{ unitKey: "u2", unitName: "Đơn vị 2", channel: "paper", issued: 80 },
        ...{ returned: null, valid: null, rate: null },
      },
    ]);
  });

  test("orders units, those without a figure last either way", () => {
    const { units } = monitorFieldwork(counts({ units: [unit(1, null), unit(2, 5), unit(3, 9)] }), {
      survey: SURVEY,
      today: "2026-06-05",
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
      ...{ today: "2026-06-01", settings: SETTINGS },
    };
    const monitorOf = (viewer: Viewer, owned: boolean) =>
      loadMonitor(database, viewer, { ...request, survey: { ...request.survey, owned } });
    const own = await monitorOf(officer, false);
    // Twelve came today (province time): ten are in the figures.
    expect(own.units.map(({ key, received }) => [key, received])).toEqual([["bv-dk-tinh", 10]]);
    expect(own.days).toEqual([]);
    const count = { surveyId: survey.surveyId, channel: "paper" as const, issued: 50, returned: 20, at: new Date() };
    expect(await saveFormCount(database, officer, { ...count, unitKey: "bv-nhi" })).toBe(false);
    expect(await saveFormCount(database, officer, { ...count, unitKey: "bv-dk-tinh" })).toBe(true);
    const contact = { surveyId: survey.surveyId, name: "Chị Hoa", phone: "0237 3852 366", at: new Date() };
    expect(await saveUnitContact(database, officer, { ...contact, unitKey: "bv-nhi" })).toBe(false);
    expect(await saveUnitContact(database, officer, { ...contact, unitKey: "bv-dk-tinh" })).toBe(true);
    const all = await monitorOf(await provinceViewer(database), true);
    expect(all.days.at(-1)).toEqual({ day: "2026-06-01", received: 24 });
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
  const layout = packedLayout(
    await readVersion(
      database,
      (await findSurvey(database, await provinceViewer(database), surveyId, "2026-06-01"))?.versionId ?? 0,
    ),
  );
  const packed = packAnswers(layout, { A1: 4 });
  await insertResponses(
    database,
    Array.from({ length: many }, (_, index) => ({
      ...{ responseId: `${point.id}-${index}`, surveyId, unitId: point.unitId, pointId: point.id },
      ...{
        channel: "qr" as const,
        language: "vi" as const,
        finishedAt: "2026-05-31T18:00:00.000Z",
        packed,
        texts: {},
      },
    })),
  );
}
