import { describe, expect, it } from "vitest";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";

/** Words of programmers on pages for officers. */
const INTERNAL = /Trường (&quot;|")unit|satisfaction5|Tải tệp JSON|SHA-256\)/;

/** What is read: the data that scripts carry are the page's own. */
function withoutScripts(page: string): string {
  return page.replace(/<script[\s\S]*?<\/script>/g, "");
}

describe("the plan's page", () => {
  it("counts the days to this year's deadlines, and none for a former year's plan", async () => {
    const site = await signedIn(referenceDatabase());
    const now = await (await site.get("/tasks?year=2026")).text();
    expect(now).toMatch(/(còn|đã qua|QUÁ HẠN) [\d.]+ ngày|hôm nay là ngày cuối/);
    const former = await (await site.get("/tasks?year=2023")).text();
    expect(former).toContain("Kế hoạch năm 2023 (đã qua)");
    expect(former).toContain("Tháng 12/2023.");
    expect(former).not.toMatch(/(còn|đã qua|QUÁ HẠN) [\d.]+ ngày/);
    expect(withoutScripts(former)).not.toMatch(INTERNAL);
  });
});

describe("a questionnaire's page", () => {
  it("begins with a survey made from it, names scales by their levels, and the whole checksum is there on demand", async () => {
    const site = await signedIn(referenceDatabase());
    const list = await (await site.get("/questionnaires")).text();
    const outpatient = /href="(\/questionnaires\/\d+)"[^>]*>Phiếu khảo sát ý kiến người bệnh ngoại trú/.exec(list)?.[1];
    const page = await (await site.get(outpatient ?? "")).text();
    expect(page).toMatch(/<a [^>]*href="\/surveys\/new\?version=\d+"[^>]*>Tạo đợt khảo sát từ mẫu này/);
    expect(page).toContain("Thang 5 mức: ");
    expect(page).toMatch(/<summary>[^<]*kiểm tra tệp còn nguyên vẹn[^<]*<\/summary>.*[0-9a-f]{64}/s);
    expect(withoutScripts(page)).not.toMatch(INTERNAL);
  });

  it("says that a form of the system's own has no original, and of another that nobody has checked it", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const own = database.$client.prepare("select id from questionnaire_versions where code = ?");
    const page = async (code: string) =>
      withoutScripts(await (await site.get(`/questionnaires/${(own.get(code) as { id: number }).id}`)).text());
    for (const code of ["one-stop-counter", "education-parents-draft", "education-pupils-draft"]) {
      expect([code, await page(code)]).toEqual([code, expect.stringContaining("Mẫu của hệ thống, không có bản gốc")]);
    }
    expect(await page("outpatient-qd56")).toContain("<dd>Chưa đối chiếu bản gốc</dd>");
    const list = withoutScripts(await (await site.get("/questionnaires")).text());
    expect(list.match(/Mẫu của hệ thống, không có bản gốc/g)).toHaveLength(3);
  });

  it("offers no survey to whoever may make none, nor from a form kept for comparison", async () => {
    const database = referenceDatabase();
    const analyst = await signedIn(database, { role: "analyst" });
    const page = await (await analyst.get("/questionnaires/1")).text();
    expect(page).toContain("Thang đo");
    expect(page).not.toContain("Tạo đợt khảo sát từ mẫu này");
    const designer = await signedIn(database, { role: "designer" });
    const list = await (await designer.get("/questionnaires")).text();
    const kept = /<li>(?:(?!<li>).)*Chỉ để so sánh các năm/s
      .exec(list)?.[0]
      .match(/\/questionnaires\/\d+/g)
      ?.at(-1);
    const structure = await (await designer.get(kept ?? "")).text();
    expect(structure).toContain("không dùng để thu phiếu");
    expect(structure).not.toContain("Tạo đợt khảo sát từ mẫu này");
  });
});
