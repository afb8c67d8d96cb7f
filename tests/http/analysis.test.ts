import { expect, it } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const ITEMS = ["A1", "A2", "B1", "C1", "D1", "E1"];

/** Two hospitals of satisfied and of other people, one of 12, too few to be published, and one withheld to protect it. */
async function answered() {
  const database = referenceDatabase();
  const units = ["bv-dk-tinh", "bv-nhi", "bv-phu-san", "bv-phoi"];
  const survey = await addOpenSurvey(database, { units, title: "Đợt phân tích" });
  const layout = packedLayout(await readVersion(database, survey.versionId));
  const add = (at: number, many: number, level: (person: number) => number, channel: Channel = "qr") =>
    insertResponses(
      database,
      Array.from({ length: many }, (_, person) => ({
        ...{ responseId: `${at}-${channel}-${person}`, surveyId: survey.surveyId },
        ...{ unitId: survey.points[at]?.unitId ?? 0, pointId: survey.points[at]?.id ?? 0 },
        ...{ channel, language: "vi" as const, finishedAt: "2026-05-29T03:00:00.000Z", texts: {} },
        packed: packAnswers(layout, {
          ...Object.fromEntries(ITEMS.map((code, item) => [code, Math.max(1, level(person + item))])),
          ...{ P2: 1 + (person % 2), G1: 50 + 10 * level(person) },
        }),
      })),
    );
  await add(0, 80, (person) => (person % 10 ? 5 : 2));
  await add(1, 40, (person) => (person % 4 ? 2 : 4));
  await add(1, 40, (person) => (person % 4 ? 2 : 4), "paper");
  await add(2, 12, () => 5);
  await add(3, 31, () => 4);
  return { database, ...survey, path: `/surveys/${survey.surveyId}/analysis` };
}

function plain(html: string): string {
  return html.replaceAll("<!-- -->", "");
}

async function reader() {
  const world = await answered();
  const officer = await signedIn(world.database, { role: "viewer" });
  return { ...world, read: async (query: string) => plain(await (await officer.get(world.path + query)).text()) };
}

it("every view opens for whoever sees results and for nobody else; other surveys' analysts get none", async () => {
  const { database, path } = await answered();
  const views = ["", "/items", "/compare", "/ranking", "/drivers", "/profile"];
  const viewer = await signedIn(database, { role: "viewer" });
  const interviewer = await signedIn(database, { role: "interviewer" });
  const elsewhere = await signedIn(database, { role: "analyst", unit: "bv-mat" });
  for (const view of views) {
    expect((await viewer.get(path + view)).status, view).toBe(200);
    expect((await interviewer.get(path + view)).status, view).toBe(403);
    expect((await elsewhere.get(path + view)).status, view).toBe(404);
  }
});

it("the heat table has a figure with its n for each published unit and none for a small one", async () => {
  const { read } = await reader();
  const page = await read("");
  expect(page).toMatch(/Bệnh viện Đa khoa tỉnh[\s\S]*?90,00%†<span class="sub">n = 80</);
  expect(page).toMatch(/Bệnh viện Phụ sản[\s\S]*?Không công bố/);
  const sorted = await read("?sort=f.A");
  expect(sorted.indexOf("results/bv-nhi")).toBeLessThan(sorted.indexOf("results/bv-dk-tinh"));
  expect(sorted).toContain('aria-sort="ascending"');
  expect(sorted.lastIndexOf("results/bv-phu-san")).toBeGreaterThan(sorted.lastIndexOf("results/bv-dk-tinh"));
});

it("a filter the survey does not know is left out and told; one it knows stays in the links", async () => {
  const { read } = await reader();
  const page = await read("?unit=khong-co&kind=xyz");
  expect(page).toContain("Không lọc được theo: Đơn vị, Loại đơn vị.");
  expect(page).toContain("Bệnh viện Nhi");
  expect(await read("?unit=bv-nhi")).toMatch(/href="[^"]*analysis\/items\?unit=bv-nhi"/);
});

it("distributions show the group of the filter, and nothing of a group that is too small", async () => {
  const { read } = await reader();
  expect(await read("/items?unit=bv-dk-tinh")).toMatch(
    /80 phiếu trong nhóm đang xem[\s\S]*?90,0%<span class="sub">72</,
  );
  const small = await read("/items?unit=bv-phu-san");
  expect(small).toContain("Nhóm này có quá ít người nên không công bố.");
  expect(small).not.toContain('<span class="sub">12<');
});

it("a comparison says higher, lower or undecided, and refuses a unit that is withheld", async () => {
  const { read } = await reader();
  const rest = await read("/compare?a=bv-dk-tinh&b=rest");
  expect(rest).toContain("Cao hơn rõ rệt");
  expect(rest).toMatch(/coi phiếu như mẫu ngẫu nhiên; không phản ánh sai lệch do tự chọn/i);
  expect(await read("/compare?a=bv-nhi&b=bv-dk-tinh&of=mean")).toContain("Thấp hơn rõ rệt");
  expect(await read("/compare?a=bv-phu-san&b=rest")).toContain("Một trong hai nhóm có quá ít người");
  expect(await read("/compare?a=bv-nhi&b=bv-nhi")).toContain("Hai nhóm là một.");
  expect(await read("/compare?a=bv-nhi&b=khong-co")).toContain("Địa chỉ nêu một đơn vị không có trong kết quả");
});

it("two months of a survey or of one unit are compared, and what a single month may not tell stays untold", async () => {
  const { read, database, surveyId, versionId, points } = await answered().then(async (world) => {
    const officer = await signedIn(world.database, { role: "viewer" });
    return { ...world, read: async (query: string) => plain(await (await officer.get(world.path + query)).text()) };
  });
  const layout = packedLayout(await readVersion(database, versionId));
  await insertResponses(
    database,
    Array.from({ length: 60 }, (_, person) => ({
      ...{ responseId: `april-${person}`, surveyId, unitId: points[0]?.unitId ?? 0, pointId: points[0]?.id ?? 0 },
      ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-04-29T03:00:00.000Z", texts: {} },
      packed: packAnswers(layout, Object.fromEntries(ITEMS.map((code) => [code, person % 4 ? 2 : 5]))),
    })),
  );
  const unit = await read("/compare?month=2026-05&other=2026-04&unit=bv-dk-tinh");
  expect(unit).toContain("Tháng 05/2026 so với tháng 04/2026");
  expect(unit).toContain("Tháng 05/2026: 80 phiếu. Tháng 04/2026: 60 phiếu.");
  expect(unit).toContain("Cao hơn rõ rệt");
  expect(await read("/compare?month=2026-04&other=2026-05&unit=bv-dk-tinh")).toContain("Thấp hơn rõ rệt");
  expect(await read("/compare?month=2026-05&other=2026-04&unit=bv-phu-san")).toContain("quá ít người");
  expect(await read("/compare?month=2026-05&other=2026-05")).toContain("Hai tháng là một.");
  expect(await read("/compare?month=2026-05&other=1999-01")).toContain("một tháng không thuộc đợt khảo sát này");
});

it("ranks have intervals, and a withheld unit stands apart by name alone", async () => {
  const { read } = await reader();
  const page = await read("/ranking");
  expect(page).toMatch(/Bệnh viện Đa khoa tỉnh[\s\S]*?<td class="numeric"[^>]*>1<[\s\S]*?Bệnh viện Nhi/);
  expect(page).toMatch(/Không công bố nên không xếp hạng \(2\)[\s\S]*?Bệnh viện Phổi[\s\S]*?Bệnh viện Phụ sản/);
  expect(page).toContain("chưa đủ căn cứ để nói đơn vị nào hơn");
});

it("drivers explain the outcome question, and a form without one says so", async () => {
  const { read, database } = await reader();
  const page = await read("/drivers");
  expect(page).toContain("Câu chung: G1.");
  expect(page).toContain("Mức quan trọng (%)");
  expect(page).toContain("Cronbach");
  const parents = await addOpenSurvey(database, { questionnaire: "vaccination-qd56" });
  const layout = packedLayout(await readVersion(database, parents.versionId));
  const { id: pointId = 0, unitId = 0 } = parents.points[0] ?? {};
  await insertResponses(
    database,
    Array.from({ length: 40 }, (_, person) => ({
      ...{ responseId: `v-${person}`, surveyId: parents.surveyId, unitId, pointId, channel: "qr" as const },
      ...{ language: "vi" as const, finishedAt: "2026-05-29T03:00:00.000Z", texts: {} },
      packed: packAnswers(layout, { A1: 1 + (person % 5) }),
    })),
  );
  const other = await signedIn(database, { role: "analyst" });
  const without = plain(await (await other.get(`/surveys/${parents.surveyId}/analysis/drivers`)).text());
  expect(without).toContain("không tính được yếu tố nào tác động nhiều");
  expect(without).not.toContain("Bảng mức quan trọng và điểm của các yếu tố</");
});

it("a cross-table splits by an answer about the respondent; staff forms are never split", async () => {
  const { read, database } = await reader();
  const page = await read("/profile?by=P2&item=A1");
  expect(page).toMatch(/>Nam<\/th><td class="numeric"[^>]*>102</);
  expect(await read("/profile?by=P9")).toContain("Địa chỉ nêu một câu hỏi mà mẫu phiếu không có.");
  const staff = await addOpenSurvey(database, { questionnaire: "health-staff-qd3869" });
  const officer = await signedIn(database, { role: "analyst" });
  const none = plain(await (await officer.get(`/surveys/${staff.surveyId}/analysis/profile?by=P1`)).text());
  expect(none).toContain("Phiếu của nhân viên không chia theo người trả lời");
});

it("where three conditions leave nothing to tell, a page says why and what to do; where there are figures it does not", async () => {
  const { read, path } = await reader();
  const three = "channel=paper&profile=P2.1&from=2026-05";
  for (const view of ["?", "/ranking?", "/items?", "/drivers?", "/profile?by=P1&"]) {
    const page = await read(`${view}${three}`);
    expect(page, path + view).toContain("Đang ghép 3 điều kiện nên không công bố được con số nào.");
    expect(page, path + view).toContain("Cách xem: bỏ bớt một điều kiện.");
  }
  const one = await read("?channel=paper");
  expect(one).not.toContain("điều kiện nên không công bố");
  expect(await read("?profile=P2.1&channel=paper")).toContain("Mọi nhóm của bộ lọc này đều không công bố.");
});
