import { describe, expect, test } from "vitest";
import { conditionOnPaper, paperForm, wayToAnswer } from "~/questionnaires/paper-form";
import { readVersion } from "~/questionnaires/read-version.server";
import { surveyPaperForm } from "~/responses/paper-forms.server";
import { writePaperForm } from "~/responses/write-paper-form.server";
import { findSurvey } from "~db/repositories/surveys";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { pdfPages } from "../support/programs";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const FACTS = {
  province: "Tỉnh Thanh Hóa",
  ownerName: "Sở Y tế Thanh Hóa",
  surveyTitle: "Khảo sát năm 2026",
  unitName: null,
  simulated: false,
  day: "2026-06-01",
};

async function outpatient() {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "th-syt"] });
  return { database, surveyId, points, questionnaire: await readVersion(database, versionId) };
}

describe("what stands on a paper form", () => {
  test("neighbouring questions on one scale are a table, the others stand by themselves", async () => {
    const { questionnaire } = await outpatient();
    const { sections, numbers } = paperForm(questionnaire);
    const blocks = sections.flatMap((section) => section.blocks);
    expect(blocks.map((block) => (block.kind === "matrix" ? block.items.length : block.item.code))).toEqual([
      ...["P1", "P2", "P3", "P4"],
      ...[5, 10, 8, 4, 4],
      ...["G1", "G2"],
    ]);
    expect(numbers.get("A1")).toBe("5");
  });

  test("routing is said in words, with every value that opens the question", async () => {
    const { questionnaire } = await outpatient();
    const [item] = questionnaire.items;
    if (!item) throw new Error("no item");
    expect(conditionOnPaper(questionnaire, item)).toBeNull();
    expect(conditionOnPaper(questionnaire, { ...item, show_if: { item: "A1", in: [5] } })).toBe(
      "Chỉ trả lời nếu câu 5 (A1) = 5",
    );
    expect(conditionOnPaper(questionnaire, { ...item, show_if: { item: "A1", in: [3, 4, 5] } })).toBe(
      "Chỉ trả lời nếu câu 5 (A1) = 3, 4 hoặc 5",
    );
    expect(
      wayToAnswer({ code: "G1", text: { vi: "?" }, required: false, profile: false, type: "number", min: 1 }),
    ).toBe("ghi số từ 1 trở lên");
  });
});

describe("the printed form", () => {
  test("of outpatients fits on three sheets and holds every question, level and the number box", async () => {
    const { questionnaire } = await outpatient();
    const pages = await pdfPages(await writePaperForm(questionnaire, FACTS));
    expect(pages.length).toBeLessThanOrEqual(3);
    const flat = pages.join(" ").replace(/\s+/gu, " ");
    for (const { code } of questionnaire.items) expect(flat).toContain(`[${code}]`);
    expect(flat).toContain("Rất hài lòng");
    for (const page of pages) expect(page).toContain("Số phiếu");
    expect(flat).toContain(`Trang ${pages.length}/${pages.length}`);
    expect(flat).not.toContain("MÔ PHỎNG");
  });

  test("marks what is simulated on every sheet, and the same form gives the same bytes", async () => {
    const { questionnaire } = await outpatient();
    const [one, other] = [
      { ...FACTS, simulated: true },
      { ...FACTS, simulated: true },
    ].map((facts) => writePaperForm(questionnaire, facts));
    const body = await (one as Promise<Buffer>);
    expect(body.equals(await (other as Promise<Buffer>))).toBe(true);
    const pages = await pdfPages(body);
    for (const page of pages) expect(page).toContain("MÔ PHỎNG");
  });

  test("names the place asked for, within the viewer's scope only", async () => {
    const { database, surveyId, points } = await outpatient();
    const today = "2026-06-01";
    const viewer = await addViewer(database, "bv-dk-tinh", { role: "unit_officer" });
    const survey = await findSurvey(database, viewer, surveyId, today);
    if (!survey) throw new Error("the hospital sees the survey");
    const moment = { viewer, survey, province: "Tỉnh Thanh Hóa", today };
    const own = await surveyPaperForm(database, { ...moment, pointId: null });
    expect((await pdfPages(own?.body as Buffer))[0]).toContain("Nơi khảo sát: Bệnh viện");
    expect(await surveyPaperForm(database, { ...moment, pointId: points[1]?.id ?? 0 })).toBeNull();
    const province = { ...moment, viewer: await provinceViewer(database) };
    const blank = await surveyPaperForm(database, { ...province, pointId: null });
    expect((await pdfPages(blank?.body as Buffer))[0]).not.toContain("Nơi khảo sát: Bệnh viện");
  });
});
