import { describe, expect, it } from "vitest";
import { QUALITY_DEFAULTS } from "~/responses/quality/quality-settings";
import { qualitySurvey } from "../indices/support/quality-survey";
import { signedIn } from "../support/signed-in";

const DAY = "2026-05-28";
const DECISION = { day: DAY, seen: "12", reason: "Đã gọi hỏi điểm này", confirmed: "yes" };

function texts(settings: object): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}

async function pageOf() {
  const made = await qualitySurvey();
  await made.addBad(12, 1);
  const counted = () =>
    made.database.$client.prepare("select count(*) from responses where counted").pluck().get() as number;
  const place = `point-${made.points[1]?.id}`;
  return { ...made, counted, place, path: `/surveys/${made.surveyId}/quality` };
}

describe("the page of quality", () => {
  it("says what was found by rule, unit, point and channel, and the index with and without it", async () => {
    const { database, path } = await pageOf();
    const site = await signedIn(database);
    const html = await (await site.get(path)).text();
    expect(html).toContain("12 trong 132 phiếu (9,1%) có dấu hiệu");
    for (const text of ["Trả lời quá nhanh", "Không có phiếu có dấu hiệu", "Loại 12 phiếu…"])
      expect(html).toContain(text);
    expect(await (await site.get(`${path}?by=point`)).text()).toContain("Quầy tiếp đón");
    expect(await (await site.get(`${path}?by=channel`)).text()).toContain("Quét mã QR");
    expect(await (await site.get(`${path}?by=unit&q=khong-co`)).text()).toContain("Không có dòng nào tên như vậy");
    expect(await (await site.get(path.replace("quality", "results"))).text()).toContain(`href="${path}"`);
  });

  it("names what is wrong, keeps the reason, and refuses what has changed meanwhile", async () => {
    const { database, path, place, counted } = await pageOf();
    const site = await signedIn(database);
    const refused = await site.post(path, { place, change: "exclude", ...DECISION, reason: "abc", confirmed: "" });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("Ghi lý do, ít nhất 5 ký tự");
    expect(html).toContain("Đánh dấu vào ô xác nhận");
    expect(html).toContain(">abc</textarea>");
    expect((await site.post(path, { place, change: "exclude", ...DECISION, seen: "11" })).status).toBe(409);
    expect((await site.post(path, { place: "point-99999", change: "exclude", ...DECISION })).status).toBe(409);
    expect((await site.post(path, { change: "delete" })).status).toBe(422);
    const strange = await site.post(path, { place: "unit-1", change: "exclude", ...DECISION });
    expect(strange.status).toBe(422);
    expect(counted()).toBe(132);
  });

  it("excludes and restores with a reason; the results change and come back, and it is recorded", async () => {
    const { database, path, place, counted, surveyId } = await pageOf();
    const site = await signedIn(database);
    const results = async () => {
      const html = await (await site.get(`/surveys/${surveyId}/results`)).text();
      return /<section aria-label="Chỉ số chung">.*?<\/section>/s.exec(html)?.[0];
    };
    const before = await results();
    expect((await site.post(path, { place, change: "exclude", ...DECISION })).status).toBe(302);
    expect(counted()).toBe(120);
    expect(await results()).not.toBe(before);
    const html = await (await site.get(path)).text();
    expect(html).toContain("Khôi phục 12 phiếu…");
    expect(html).toContain("Đã gọi hỏi điểm này");
    expect(await (await site.get(`/surveys/${surveyId}/held`)).text()).toContain("Không có phiếu nào chờ xem xét");
    expect((await site.post(path, { place, change: "restore", ...DECISION })).status).toBe(302);
    expect(counted()).toBe(132);
    expect(await results()).toBe(before);
    expect(await (await site.get(`/surveys/${surveyId}`)).text()).toContain(
      "Quyết định về phiếu giữ lại hoặc có dấu hiệu",
    );
  });

  it("takes thresholds of the survey's own, within limits, and judges by them", async () => {
    const { database, path, surveyId } = await pageOf();
    const site = await signedIn(database);
    const own = { ...texts(QUALITY_DEFAULTS), change: "settings", straightItems: "100", speedTimes: "20" };
    const refused = await site.post(path, { ...own, burstTimes: "1000" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("Ghi số nguyên từ 2 đến 100");
    expect(html).toContain('value="1000"');
    expect((await site.post(path, own)).status).toBe(302);
    expect(await (await site.get(path)).text()).toContain("0 trong 132 phiếu");
    expect(await (await site.get(`/surveys/${surveyId}`)).text()).toContain("Sửa ngưỡng chất lượng phiếu");
  });

  it("shows an analyst the findings without a way to decide, and is closed to leaders", async () => {
    const { database, path, place } = await pageOf();
    const analyst = await signedIn(database, { role: "analyst" });
    const html = await (await analyst.get(path)).text();
    expect(html).toContain("12 trong 132 phiếu");
    expect(html).not.toContain("Loại 12 phiếu…");
    expect((await analyst.post(path, { place, change: "exclude", ...DECISION })).status).toBe(403);
    const leader = await signedIn(database, { role: "viewer" });
    expect((await leader.get(path)).status).toBe(403);
  });
});
