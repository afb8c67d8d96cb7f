import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { drawInvitation } from "~/collection-points/draw-invitation.server";
import { readBatch } from "~/collection-points/read-batch";
import type { Database } from "~db/open-database.server";
import { insertBatch, listBatches, revokeInvitations, takeUnusedCodes } from "~db/repositories/invitations";
import { insertInvited, type NewResponse } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const NOW = new Date("2026-06-01T03:00:00Z");

async function invited(drawCode: () => string = drawInvitation) {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh", "bv-nhi"] });
  const viewer = await provinceViewer(database);
  const [point] = points;
  if (!point) throw new Error("a point is needed");
  const batch = { surveyId: 1, pointId: point.id, label: "Giấy mời", size: 12, expiresOn: null };
  const batchId = (await insertBatch(database, viewer, batch, { now: NOW, drawCode })) ?? 0;
  const codes = (await takeUnusedCodes(database, viewer, { surveyId: 1, batchId, now: NOW, file: "codes.csv" })).map(
    ({ code }) => code,
  );
  return { database, viewer, batch, batchId, codes, point };
}

const response = (pointId: number, unit: number, name: string): NewResponse => ({
  responseId: `00000000-0000-4000-8000-00000000000${name}`,
  surveyId: 1,
  unitId: unit,
  pointId,
  channel: "link",
  language: "vi",
  finishedAt: "2026-06-01T03:05:00.000Z",
  packed: name,
  texts: { D1: `lời của ${name}` },
});

/** Every row of every table, in the order in which the file holds them. */
function everything(database: Database): Record<string, unknown[]> {
  const tables = database.$client
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((name) => [name, database.$client.prepare(`select * from "${name}"`).all()]));
}

describe("one-time codes", () => {
  it("leave no trace of whose answers are whose in any table", async () => {
    let drawn = 0;
    const sameCodes = () => {
      const codes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l", "m"];
      return `CODE-${codes[drawn++ % 12]}`;
    };
    const worlds = [];
    for (const order of [
      [0, 7],
      [7, 0],
    ]) {
      const { database, codes, point } = await invited(sameCodes);
      for (const [index, which] of order.entries()) {
        const answers = response(point.id, point.unitId, String(index));
        expect(await insertInvited(database, answers, codes[which] ?? "")).toBeNull();
      }
      // Codes of points are drawn anew for each test database.
      database.$client.exec("update collection_points set code = 'POINT-' || id");
      worlds.push(everything(database));
    }
    // Whichever of the two persons held which of the two codes, the database is the same.
    expect(worlds[0]).toEqual(worlds[1]);
    const { responses = [], response_texts: texts = [], activities = [] } = worlds[0] ?? {};
    expect(responses).toHaveLength(2);
    for (const row of [...responses, ...texts, ...activities]) expect(JSON.stringify(row)).not.toContain("CODE-");
    const codes = worlds[0]?.invitation_codes as { state: string }[];
    expect(codes.filter(({ state }) => state === "used")).toEqual([
      { code: "CODE-a", batch_id: 1, number: 1, state: "used" },
      { code: "CODE-h", batch_id: 1, number: 8, state: "used" },
    ]);
  });

  it("keep no order of use and have no rowid to tell one", async () => {
    const { database } = await invited();
    expect(() => database.$client.prepare("select rowid from invitation_codes").all()).toThrow(/no such column/);
    const columns = database.$client.prepare("select name from pragma_table_info('invitation_codes')").pluck().all();
    expect(columns).toEqual(["code", "batch_id", "number", "state"]);
  });

  it("store one response, and mark nothing where nothing is stored", async () => {
    const { database, codes, point } = await invited();
    const [code = ""] = codes;
    const answers = (name: string) => response(point.id, point.unitId, name);
    const race = await Promise.all([
      insertInvited(database, answers("1"), code),
      insertInvited(database, answers("2"), code),
    ]);
    expect(race).toEqual([null, "used"]);
    expect(await insertInvited(database, answers("1"), code)).toMatchObject({ packed: "1" });
    const [, second = ""] = codes;
    const broken = { ...answers("3"), surveyId: 999 };
    await expect(insertInvited(database, broken, second)).rejects.toThrow(/FOREIGN KEY/);
    expect(database.$client.prepare("select state from invitation_codes where code = ?").pluck().get(second)).toBe(
      "unused",
    );
    expect(database.$client.prepare("select count(*) from responses").pluck().get()).toBe(1);
  });

  it("are taken back one by one or together, and open nothing then", async () => {
    const { database, viewer, batchId, codes, point } = await invited();
    const which = { surveyId: 1, batchId, now: NOW };
    const answers = response(point.id, point.unitId, "1");
    expect(await revokeInvitations(database, viewer, { ...which, number: 1 })).toBe(true);
    expect(await revokeInvitations(database, viewer, { ...which, number: 1 })).toBe(false);
    expect(await insertInvited(database, answers, codes[0] ?? "")).toBe("used");
    expect(await insertInvited(database, answers, codes[1] ?? "")).toBeNull();
    expect(await revokeInvitations(database, viewer, { ...which, number: 2 })).toBe(false);
    const unused = () => takeUnusedCodes(database, viewer, { ...which, file: "codes.csv" });
    expect((await unused()).map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect((await listBatches(database, viewer, 1, "2026-06-01"))[0]).toMatchObject({ size: 12, used: 1, revoked: 1 });
    expect(await revokeInvitations(database, viewer, { ...which, number: null })).toBe(true);
    expect(await revokeInvitations(database, viewer, { ...which, number: null })).toBe(false);
    expect(await unused()).toEqual([]);
    expect(await insertInvited(database, response(point.id, point.unitId, "2"), codes[4] ?? "")).toBe("used");
    const kinds = database.$client.prepare("select kind from activities where kind like 'invitations%'").pluck().all();
    expect(kinds).toEqual([
      "invitations.create",
      "invitations.take",
      "invitations.revoke",
      "invitations.take",
      "invitations.revoke",
    ]);
  });

  it("are nobody else's: not another unit's, not of a draft or a closed survey", async () => {
    const { database, batch, batchId } = await invited();
    const officer: Viewer = {
      accountId: 0,
      role: "unit_officer",
      unitId: await unitId(database, "bv-nhi"),
      sector: null,
    };
    const make = (viewer: Viewer) => insertBatch(database, viewer, batch, { now: NOW, drawCode: drawInvitation });
    expect(await make(officer)).toBeNull();
    expect(await listBatches(database, officer, 1, "2026-06-01")).toEqual([]);
    expect(await takeUnusedCodes(database, officer, { surveyId: 1, batchId, now: NOW, file: "codes.csv" })).toEqual([]);
    expect(await revokeInvitations(database, officer, { surveyId: 1, batchId, number: null, now: NOW })).toBe(false);
    const viewer = await provinceViewer(database);
    for (const status of ["draft", "closed", "finalised"]) {
      database.$client.prepare("update surveys set status = ?").run(status);
      expect(await make(viewer)).toBeNull();
    }
  });

  it("are asked for with every fault named at once", () => {
    const form = new FormData();
    form.set("size", "9");
    form.set("expiresOn", "2026-05-31");
    const read = readBatch(form, { today: "2026-06-01", closesOn: "2026-12-31" });
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(["point", "label", "size", "expiresOn"]);
    for (const [name, value] of Object.entries({ point: "1", label: "Giấy mời", size: "5000", expiresOn: "" })) {
      form.set(name, value);
    }
    expect(readBatch(form, { today: "2026-06-01", closesOn: "2026-12-31" })).toEqual({
      ok: true,
      order: { pointId: 1, label: "Giấy mời", size: 5000, expiresOn: null },
    });
  });
});
