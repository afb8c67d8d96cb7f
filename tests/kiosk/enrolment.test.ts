import { describe, expect, it } from "vitest";
import { enrolKiosk, findKiosk } from "~/collection-points/enrol-kiosk.server";
import { listKiosksOf } from "~/collection-points/list-kiosks.server";
import { createKiosk, findKioskPoints, renewKioskCode } from "~/collection-points/manage-kiosks.server";
import { revokeKiosk } from "~db/repositories/kiosks";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey } from "../support/surveys";

const NOW = new Date("2026-06-01T03:00:00Z");
const TODAY = "2026-06-01";
const at = { now: NOW, today: TODAY };
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function setUp() {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"], owner: "th-syt" });
  const officer = await addViewer(database, "bv-dk-tinh", { role: "unit_officer" });
  const [own, foreign] = points;
  if (!own || !foreign) throw new Error("two points are needed");
  return { database, officer, own, foreign };
}

/** A tablet at the officer's own point, with the code that was shown. */
async function withKiosk() {
  const made = await setUp();
  const { database, officer, own } = made;
  const handedOut = await createKiosk(database, officer, { pointId: own.id, label: "Quầy số 3" }, at);
  if (!handedOut) throw new Error("the tablet was not added");
  return { ...made, code: handedOut.code };
}

describe("enrolling a tablet", () => {
  it("gives a token for the point, once, and keeps neither the code nor the token", async () => {
    const { database, own, code } = await withKiosk();
    const enrolled = await enrolKiosk(database, { code: code.toLowerCase().replace("-", " "), now: later(29) });
    if (!enrolled.ok) throw new Error(enrolled.reason);
    expect(Buffer.from(enrolled.token, "base64url")).toHaveLength(32);
    expect(enrolled.pointCode).toBe(own.code);
    expect(await findKiosk(database, enrolled.token)).toMatchObject({ pointId: own.id, pointCode: own.code });
    const row = JSON.stringify(database.$client.prepare("select * from kiosks").get());
    expect(row).not.toContain(enrolled.token);
    expect(row).not.toContain(code.replace("-", ""));
    expect(await enrolKiosk(database, { code, now: later(29) })).toEqual({ ok: false, reason: "used" });
  });

  it("says why a code does not serve", async () => {
    const { database, code } = await withKiosk();
    expect(await enrolKiosk(database, { code: "2345-6788", now: NOW })).toEqual({ ok: false, reason: "malformed" });
    expect(await enrolKiosk(database, { code: "22222222", now: NOW })).toEqual({ ok: false, reason: "unknown" });
    expect(await enrolKiosk(database, { code, now: later(30) })).toEqual({ ok: false, reason: "expired" });
  });

  it("puts another tablet in the place of the one that was, which stays until the new code is typed", async () => {
    const { database, officer, code } = await withKiosk();
    const first = await enrolKiosk(database, { code, now: NOW });
    const renewed = await renewKioskCode(database, officer, 1, at);
    expect(renewed).toMatchObject({ label: "Quầy số 3", unitName: "Bệnh viện Đa khoa tỉnh Thanh Hóa" });
    if (!first.ok || !renewed) throw new Error("not enrolled");
    expect(await findKiosk(database, first.token)).not.toBeNull();
    const second = await enrolKiosk(database, { code: renewed.code, now: NOW });
    if (!second.ok) throw new Error(second.reason);
    expect(await findKiosk(database, first.token)).toBeNull();
    expect(await findKiosk(database, second.token)).not.toBeNull();
  });

  it("ends with revocation, for the token and for a code that is still out", async () => {
    const { database, officer, code } = await withKiosk();
    const enrolled = await enrolKiosk(database, { code, now: NOW });
    const renewed = await renewKioskCode(database, officer, 1, at);
    if (!enrolled.ok || !renewed) throw new Error("not enrolled");
    expect(await revokeKiosk(database, officer, 1, NOW.toISOString())).toBe(true);
    expect(await findKiosk(database, enrolled.token)).toBeNull();
    expect(await enrolKiosk(database, { code: renewed.code, now: NOW })).toEqual({ ok: false, reason: "revoked" });
    expect(await revokeKiosk(database, officer, 1, NOW.toISOString())).toBe(false);
    expect(await renewKioskCode(database, officer, 1, at)).toBeNull();
  });
});

describe("an officer of another unit", () => {
  it("neither sees nor changes a tablet, nor puts one at the point", async () => {
    const { database, own, foreign } = await withKiosk();
    const stranger = await addViewer(database, "bv-nhi", { role: "unit_officer" });
    expect(await listKiosksOf(database, stranger, { ...at, timeZone: "Asia/Ho_Chi_Minh" })).toEqual([]);
    expect(await renewKioskCode(database, stranger, 1, at)).toBeNull();
    expect(await revokeKiosk(database, stranger, 1, NOW.toISOString())).toBe(false);
    expect(await createKiosk(database, stranger, { pointId: own.id, label: "Quầy" }, at)).toBeNull();
    expect(await createKiosk(database, stranger, { pointId: foreign.id, label: "Quầy" }, at)).not.toBeNull();
    const seen = await findKioskPoints(database, stranger, { search: "", today: TODAY });
    expect(seen.points.map(({ id }) => id)).toEqual([foreign.id]);
  });
});

describe("points for a tablet", () => {
  it("are found by name without marks and by code, and not once their code was withdrawn", async () => {
    const { database, own, foreign } = await setUp();
    const department = await addViewer(database, "th-syt", { role: "designer", sector: "health" });
    const find = async (search: string) =>
      (await findKioskPoints(database, department, { search, today: TODAY })).points.map(({ id }) => id);
    expect((await find("")).sort()).toEqual([own.id, foreign.id].sort());
    expect(await find("benh vien nhi")).toEqual([foreign.id]);
    expect(await find(`${own.code.slice(0, 4)}-${own.code.slice(4).toLowerCase()}`)).toEqual([own.id]);
    database.$client
      .prepare("update collection_points set revoked_at = '2026-05-01T00:00:00Z' where id = ?")
      .run(own.id);
    expect(await find("")).toEqual([foreign.id]);
    const withdrawn = { pointId: own.id, label: "Quầy" };
    expect(await createKiosk(database, department, withdrawn, at)).toBeNull();
  });
});
