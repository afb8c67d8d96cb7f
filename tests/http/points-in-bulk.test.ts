import { describe, expect, it } from "vitest";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const PAGE = "/surveys/1/points";

async function hospitals() {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh", "bv-nhi"] });
  const officer = await signedIn(database, { role: "unit_officer", unit: "bv-nhi" });
  const ids = () => database.$client.prepare("select id from collection_points order by id").pluck().all();
  const hours = () => database.$client.prepare("select open_hours from collection_points order by id").pluck().all();
  const inSurvey = () => database.$client.prepare("select point_id from survey_points order by 1").pluck().all();
  return { database, points, officer, ids, hours, inSurvey };
}

const html = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");

describe("points of a survey", () => {
  it("are added by a unit's officer at their own unit, with what was typed kept when it cannot stand", async () => {
    const { officer, ids } = await hospitals();
    const form = await html(await officer.get(`${PAGE}/new`));
    expect(form).toContain("Bệnh viện Nhi");
    expect(form).not.toContain("Bệnh viện Đa khoa tỉnh");
    const refused = await officer.post(`${PAGE}/new`, { units: "all", count: "99", openHours: "sáng" });
    expect(refused.status).toBe(422);
    const page = await html(refused);
    expect(page).toContain("Số quầy từ 1 đến 50.");
    expect(page).toContain('value="sáng"');
    const added = await officer.post(`${PAGE}/new`, { units: "all", count: "3", openHours: "T2-T6 8h-11h" });
    expect(added.headers.get("Location")).toBe(`${PAGE}?done=add&n=3`);
    expect(ids()).toHaveLength(5);
    const list = await html(await officer.get(`${PAGE}?done=add&n=3`));
    expect(list).toContain("Đã thêm 3 điểm.");
    expect(list).toContain("Điểm khảo sát (4)");
    expect(list).toContain("T2–T6 08:00–11:00");
    const stranger = await officer.post(`${PAGE}/new`, { unit: "1", count: "1" });
    expect(stranger.status).toBe(404);
    expect(ids()).toHaveLength(5);
  });

  it("get hours, leave the survey after a tick and come back", async () => {
    const { officer, points, hours, inSurvey } = await hospitals();
    const point = String(points[1]?.id);
    expect((await officer.post(PAGE, { change: "hours", openHours: "T2 8h-11h" })).status).toBe(422);
    expect((await officer.post(PAGE, { change: "hours", openHours: "T2 8h-11h", point })).status).toBe(302);
    expect(hours()).toEqual([null, "T2 08:00-11:00"]);
    const unsure = await officer.post(PAGE, { change: "out", point });
    expect(unsure.status).toBe(422);
    expect(await html(unsure)).toContain("Đánh dấu vào ô xác nhận rồi bấm nút.");
    expect((await officer.post(PAGE, { change: "out", point, confirmed: "yes" })).status).toBe(302);
    expect(inSurvey()).toEqual([points[0]?.id]);
    expect(await html(await officer.get(PAGE))).toContain("chưa có trong đợt (1)");
    expect((await officer.post(PAGE, { change: "in", point })).status).toBe(302);
    expect(inSurvey()).toHaveLength(2);
    const foreign = String(points[0]?.id);
    expect((await officer.post(PAGE, { change: "out", point: foreign, confirmed: "yes" })).status).toBe(404);
    const renamed = { change: "describe", label: "Quầy số 5", openHours: "" };
    expect((await officer.post(`${PAGE}/${point}`, renamed)).status).toBe(302);
    expect(await html(await officer.get(`${PAGE}/${point}`))).toContain('value="Quầy số 5"');
    expect((await officer.post(`${PAGE}/${point}`, { ...renamed, label: " " })).status).toBe(422);
    expect((await officer.post(`${PAGE}/${foreign}`, renamed)).status).toBe(404);
  });

  it("go out as CSV and come in after a preview", async () => {
    const { officer, ids } = await hospitals();
    const file = await officer.get(`${PAGE}/file`);
    expect(file.headers.get("Content-Disposition")).toContain("diem-khao-sat-dot-1.csv");
    const csv = `${await file.text()}bv-nhi,,,,Quầy mới,,,1\r\nbv-nhi,,,,,,,1\r\n`;
    const preview = await officer.post(`${PAGE}/import`, { text: csv });
    expect(preview.status).toBe(200);
    expect(await html(preview)).toContain("1 điểm mới, 0 điểm đổi, 1 điểm giữ nguyên, 1 dòng lỗi.");
    expect((await officer.post(`${PAGE}/import`, { text: csv, step: "take" })).status).toBe(422);
    expect(ids()).toHaveLength(2);
    const taken = await officer.post(`${PAGE}/import`, { text: csv, step: "take", bad: "skip" });
    expect(taken.headers.get("Location")).toBe(`${PAGE}?done=file&n=1`);
    expect(ids()).toHaveLength(3);
  });

  it("are changed by nobody who only looks", async () => {
    const { database, points } = await hospitals();
    const analyst = await signedIn(database, { role: "analyst", unit: "th-syt" });
    expect((await analyst.get(PAGE)).status).toBe(200);
    for (const path of ["new", "import", "file"]) expect((await analyst.get(`${PAGE}/${path}`)).status).toBe(403);
    expect((await analyst.post(PAGE, { change: "in", point: String(points[0]?.id) })).status).toBe(403);
  });
});
