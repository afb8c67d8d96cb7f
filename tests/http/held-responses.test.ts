import { describe, expect, it } from "vitest";
import { heldGroups } from "~/responses/held-groups";
import type { Database } from "~db/open-database.server";
import { countLeftOut, decideHeldGroup, holdBurst, listHeldMinutes } from "~db/repositories/held-responses";
import { insertResponses, type NewResponse } from "~db/repositories/responses";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const ZONE = "Asia/Ho_Chi_Minh";
const TODAY = "2026-06-01";

/** A survey at two hospitals; `add` stores responses at the first of them unless told otherwise. */
async function survey() {
  const database = referenceDatabase();
  const made = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
  let stored = 0;
  const add = (number: number, receivedAt: string, some: Partial<NewResponse> = {}, at = 0) => {
    const point = made.points[at] ?? { id: 0, unitId: 0 };
    return insertResponses(
      database,
      Array.from(
        { length: number },
        (): NewResponse => ({
          responseId: `response-${stored++}`,
          surveyId: made.surveyId,
          unitId: point.unitId,
          pointId: point.id,
          channel: "qr",
          language: "vi",
          finishedAt: receivedAt,
          packed: "5".repeat(40),
          texts: {},
          ...some,
        }),
      ),
    );
  };
  const held = (flags: string) => ({ flags, counted: false });
  return { database, ...made, add, held, pointId: made.points[0]?.id ?? 0 };
}

function counted(database: Database): number {
  return database.$client.prepare("select count(*) from responses where counted").pluck().get() as number;
}

async function groupsOf(database: Database, surveyId: number) {
  const minutes = await listHeldMinutes(database, await provinceViewer(database), surveyId, TODAY);
  return heldGroups(minutes, [], ZONE).map(({ flag, day, morning, afternoon }) => [flag, day, morning, afternoon]);
}

describe("responses left out", () => {
  it("are gathered by point, day in the province, half-day and their strongest mark", async () => {
    const { database, surveyId, add, held } = await survey();
    await add(3, "2026-06-01T04:59:30.000Z", held("trap"));
    await add(2, "2026-06-01T05:00:00.000Z", held("trap"));
    await add(4, "2026-06-01T17:30:00.000Z", held("no-proof,burst"));
    await add(5, "2026-06-01T18:30:00.000Z", held("late,corrected"));
    await add(9, "2026-06-01T05:00:00.000Z");
    expect(await groupsOf(database, surveyId)).toEqual([
      ["late", "2026-06-02", 5, 0],
      ["trap", "2026-06-01", 3, 2],
      ["burst", "2026-06-02", 4, 0],
    ]);
  });

  it("are shown to nobody but whoever runs the survey, and decided about by nobody else", async () => {
    const { database, surveyId, pointId, add, held } = await survey();
    await add(3, "2026-06-01T04:00:00.000Z", held("trap"));
    const officer = await addViewer(database, "bv-nhi", { role: "designer" });
    expect(await listHeldMinutes(database, officer, surveyId, TODAY)).toEqual([]);
    expect(await countLeftOut(database, officer, surveyId)).toBe(0);
    expect(await countLeftOut(database, await addViewer(database, "bv-dk-tinh"), surveyId)).toBe(3);
    const span = { from: new Date("2026-05-31T17:00:00Z"), until: new Date("2026-06-01T17:00:00Z") };
    const group = { surveyId, pointId, day: TODAY, flag: "trap", span } as const;
    const review = {
      decision: "counted",
      reason: "Thử xem có được không",
      at: new Date("2026-06-01T08:00:00Z"),
    } as const;
    expect(await decideHeldGroup(database, officer, group, review)).toBe(0);
    expect(counted(database)).toBe(0);
    expect(database.$client.prepare("select count(*) from response_reviews").pluck().get()).toBe(0);
  });

  it("by a burst are those of its point and its minute; tablets, other points and earlier ones stay", async () => {
    const { database, pointId, add } = await survey();
    await add(5, "2026-06-01T02:00:00.000Z");
    await add(50, "2026-06-01T03:00:30.000Z");
    await add(7, "2026-06-01T03:00:30.000Z", { channel: "kiosk" });
    await add(11, "2026-06-01T03:00:30.000Z", {}, 1);
    expect(await holdBurst(database, { pointId, since: new Date("2026-06-01T03:00:00Z") })).toBe(50);
    expect(await holdBurst(database, { pointId, since: new Date("2026-06-01T03:00:00Z") })).toBe(0);
    expect(counted(database)).toBe(5 + 7 + 11);
  });
});

describe("the review page", () => {
  it("asks for a reason and a tick, does what was decided, records it, and takes it back", async () => {
    const { database, surveyId, pointId, add, held } = await survey();
    await add(12, "2026-06-01T02:00:00.000Z", held("burst"));
    await add(2, "2026-06-01T02:00:00.000Z", held("trap"));
    const site = await signedIn(database);
    const page = `/surveys/${surveyId}/held`;
    expect(await (await site.get(page)).text()).toContain("14 phiếu được giữ lại");
    expect(await (await site.get(`/surveys/${surveyId}`)).text()).toContain(`href="${page}"`);
    const group = { pointId: String(pointId), day: "2026-06-01", flag: "burst" };
    const refused = await site.post(page, { ...group, decision: "counted", reason: " x " });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("Ghi lý do, ít nhất 5 ký tự");
    expect(html).toContain("Đánh dấu vào ô xác nhận");
    expect(counted(database)).toBe(0);
    const decide = (decision: string) =>
      site.post(page, { ...group, decision, reason: "Lớp học trả lời cùng lúc", confirmed: "yes" });
    expect((await decide("counted")).status).toBe(302);
    expect(counted(database)).toBe(12);
    expect(await (await site.get(page)).text()).toContain("2 phiếu được giữ lại");
    expect((await decide("left-out")).status).toBe(302);
    expect(counted(database)).toBe(0);
    const decided = await (await site.get(page)).text();
    expect(decided).toContain("2 phiếu được giữ lại");
    expect(decided).toContain("Lớp học trả lời cùng lúc");
    expect(database.$client.prepare("select decision, responses, day, flag from response_reviews").all()).toEqual([
      { decision: "counted", responses: 12, day: "2026-06-01", flag: "burst" },
      { decision: "left-out", responses: 12, day: "2026-06-01", flag: "burst" },
    ]);
    // Forms that come after a decision wait for one of their own.
    await add(3, "2026-06-01T09:00:00.000Z", held("burst"));
    expect(await (await site.get(page)).text()).toContain("5 phiếu được giữ lại");
  });

  it("is not named on the survey's page where nothing was ever held, and stays named once all is decided", async () => {
    const { database, surveyId, pointId, add, held } = await survey();
    const site = await signedIn(database);
    const surveyPage = async () => (await site.get(`/surveys/${surveyId}`)).text();
    expect(await surveyPage()).not.toContain("Phiếu chờ xem xét");
    await add(3, "2026-06-01T04:00:00.000Z", held("trap"));
    expect(await surveyPage()).toContain("3 phiếu đang chưa tính vào kết quả");
    const group = { pointId: String(pointId), day: "2026-06-01", flag: "trap" };
    const decision = { decision: "counted", reason: "Lớp học trả lời cùng lúc", confirmed: "yes" };
    await site.post(`/surveys/${surveyId}/held`, { ...group, ...decision });
    expect(await surveyPage()).toContain("mọi phiếu đã được quyết định");
  });

  it("says so when nothing is held, and what is left out stands beside the results", async () => {
    const { database, surveyId, add, held } = await survey();
    const site = await signedIn(database);
    expect(await (await site.get(`/surveys/${surveyId}/held`)).text()).toContain("Không có phiếu nào chờ xem xét");
    expect(await (await site.get(`/surveys/${surveyId}/results`)).text()).not.toContain("giữ lại");
    await add(4, "2026-06-01T02:00:00.000Z", held("trap"));
    expect(await (await site.get(`/surveys/${surveyId}/results`)).text()).toMatch(/4 phiếu/);
    const outside = await site.post(`/surveys/${surveyId}/held`, {
      pointId: "99999",
      day: "2026-06-01",
      flag: "trap",
      decision: "counted",
      reason: "Không có nhóm này",
      confirmed: "yes",
    });
    expect(outside.status).toBe(409);
  });

  it.each([["unit_officer"], ["analyst"], ["viewer"]] as const)("is closed to a %s", async (role) => {
    const { database, surveyId } = await survey();
    const site = await signedIn(database, { role });
    expect((await site.get(`/surveys/${surveyId}/held`)).status).toBe(403);
  });
});
