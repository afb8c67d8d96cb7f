import { describe, expect, it } from "vitest";
import { loadSurveyPlan, makePlanFile } from "~/reports/load-survey-plan.server";
import type { ReportDocument } from "~/reports/report-document";
import { loadUnitSizes } from "~/surveys/load-unit-sizes.server";
import { readPlanForm } from "~/surveys/read-plan-form";
import { reckonTarget } from "~/surveys/reckon-target";
import type { SamplingPlan } from "~/surveys/sampling-plan";
import type { SampleBasis } from "~/surveys/survey";
import { readTarget } from "~/surveys/target-rate";
import { findSurveyPlan, saveSurveyPlan } from "~db/repositories/survey-plans";
import { saveSizes } from "~db/repositories/survey-units";
import { findSurvey } from "~db/repositories/surveys";
import { listUnits } from "~db/repositories/units";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { convertWithOffice, pdfPages } from "../support/programs";
import { addOpenSurvey, provinceViewer } from "../support/surveys";
import { unzip } from "./unzip";

const TODAY = "2026-03-09";
const NOW = new Date("2026-03-09T03:00:00Z");
const PROVINCE = "Tỉnh Thanh Hóa";
const SLOVIN: SamplingPlan = {
  formula: "slovin",
  margin: 0.05,
  proportion: 0.5,
  designEffect: 1,
  responseRate: 1,
  fixed: null,
};

/** A survey with sizes by Slovin; unit number i has 500 + 137·i persons. */
async function surveyOf({
  units,
  owner,
  questionnaire,
  basis = "voluntary",
  plan = SLOVIN,
}: {
  units: string[];
  owner: string;
  questionnaire: string;
  basis?: SampleBasis;
  plan?: SamplingPlan | null;
}) {
  const database = referenceDatabase();
  const viewer = await addViewer(database, owner);
  const { surveyId } = await addOpenSurvey(database, {
    questionnaire,
    units,
    owner,
    basis,
    title: "Khảo sát sự hài lòng năm 2026",
    opensOn: "2026-05-04",
    closesOn: "2026-10-30",
  });
  const { units: listed, mark } = await loadUnitSizes(database, viewer, surveyId, TODAY);
  if (plan) {
    const sizes = listed.map(({ unitId }, index) => {
      const population = 500 + 137 * index;
      return { unitId, population, target: reckonTarget(plan, population) };
    });
    expect(await saveSizes(database, viewer, { surveyId, plan, sizes, seen: mark, at: NOW })).toBe("done");
  }
  const survey = await findSurvey(database, viewer, surveyId, TODAY);
  if (!survey) throw new Error("no survey");
  return { database, viewer, request: { survey, province: PROVINCE, today: TODAY } };
}

async function communes() {
  const database = referenceDatabase();
  return (await listUnits(database, await provinceViewer(database), { on: TODAY, kinds: ["commune"] })).map(
    ({ key }) => key,
  );
}

const ONE_HOSPITAL = { units: ["bv-dk-tinh"], owner: "th-syt", questionnaire: "outpatient-qd56" };

async function builtOf(options: Parameters<typeof surveyOf>[0]): Promise<ReportDocument> {
  const { database, viewer, request } = await surveyOf(options);
  return (await loadSurveyPlan(database, viewer, request)).build();
}

function wordsOf({ body }: Pick<ReportDocument, "body">): string {
  return JSON.stringify(body);
}

describe("the plan of a survey", () => {
  it("has the parts of NĐ 30/2020 and rests on the decision of its sector", async () => {
    const plan = await builtOf(ONE_HOSPITAL);
    expect(plan.kind).toBe("KẾ HOẠCH");
    expect(plan.subject).toBe(
      "Khảo sát, đánh giá mức độ hài lòng của người dân về cung cấp dịch vụ y tế công năm 2026",
    );
    expect(plan.letterhead).toMatchObject({
      superior: "UBND TỈNH THANH HÓA",
      issuer: "SỞ Y TẾ",
      number: "Số:          /KH-SYT",
      placeAndDay: "Thanh Hóa, ngày 09 tháng 3 năm 2026",
    });
    expect(plan.body.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []))).toEqual([
      "I. MỤC ĐÍCH, YÊU CẦU",
      "II. ĐỐI TƯỢNG, PHẠM VI, THỜI GIAN",
      "III. PHƯƠNG PHÁP, CỠ MẪU",
      "IV. TIẾN ĐỘ THỰC HIỆN",
      "V. TỔ CHỨC THỰC HIỆN",
      "VI. KINH PHÍ",
    ]);
    const words = wordsOf(plan);
    expect(words).toContain("Quyết định số 56/QĐ-BYT ngày 08/01/2024");
    expect(words).toContain("Phụ lục số 03, nhiệm vụ số 4");
    expect(words).toContain("n = N/(1 + N × e²)");
    expect(words).toContain("e = 5%");
    expect(plan.annexes).toEqual([]);
    expect(plan.closing.signatory).toEqual(["GIÁM ĐỐC"]);
    expect(plan.closing.recipients.at(-1)).toBe("- Lưu: VT, ……");
  });

  it("claims a margin of sampling only where persons are drawn at random", async () => {
    const drawn = wordsOf(await builtOf({ ...ONE_HOSPITAL, basis: "probability" }));
    expect(drawn).toContain("Sai số (±, điểm %)");
    expect(drawn).toContain("khoảng tin cậy 95%");
    const voluntary = wordsOf(await builtOf(ONE_HOSPITAL));
    expect(voluntary).toContain("Sai số theo mô hình");
    expect(voluntary).toContain("không phản ánh sai lệch do tự chọn");
    expect(voluntary).not.toContain("khoảng tin cậy");
  });

  it("says where sizes are not set, or set by hand", async () => {
    expect(wordsOf(await builtOf({ ...ONE_HOSPITAL, plan: null }))).toContain("Không giao chỉ tiêu số phiếu");
    const quota = await builtOf({ ...ONE_HOSPITAL, plan: null, basis: "quota" });
    expect(wordsOf(quota)).toContain("Chưa đặt cỡ mẫu");
    const { database, viewer, request } = await surveyOf(ONE_HOSPITAL);
    const { units, mark } = await loadUnitSizes(database, viewer, request.survey.id, TODAY);
    const sizes = units.map(({ unitId }) => ({ unitId, population: 500, target: 300 }));
    await saveSizes(database, viewer, { surveyId: request.survey.id, plan: SLOVIN, sizes, seen: mark, at: NOW });
    const plan = await loadSurveyPlan(database, viewer, request);
    expect(wordsOf(plan.build())).toContain("Cỡ mẫu của 1 đơn vị do cơ quan thực hiện ấn định");
  });

  it("is saved as it was written, with its record, and a second officer is told", async () => {
    const { database, viewer, request } = await surveyOf(ONE_HOSPITAL);
    const { document } = await loadSurveyPlan(database, viewer, request);
    const written = {
      ...document,
      number: "123/KH-SYT",
      signer: { title: "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", name: "Nguyễn Văn A" },
    };
    const change = { surveyId: request.survey.id, document: written, seen: "", at: NOW };
    expect(await saveSurveyPlan(database, viewer, change)).toBe("done");
    expect(await saveSurveyPlan(database, viewer, change)).toBe("outdated");
    const saved = await loadSurveyPlan(database, viewer, request);
    expect(saved.document).toEqual(written);
    const plan = saved.build();
    expect(plan.letterhead.number).toBe("Số: 123/KH-SYT");
    expect(plan.closing).toMatchObject({ signatory: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], signer: "Nguyễn Văn A" });
    const stranger = await addViewer(database, "th-sgddt", { role: "designer", sector: "education" });
    expect(await findSurveyPlan(database, stranger, request.survey.id)).toBeNull();
    expect(await saveSurveyPlan(database, stranger, { ...change, seen: NOW.toISOString() })).toBe("refused");
    const kinds = database.$client.prepare("select kind from activities where kind = 'survey.plan'").all();
    expect(kinds).toHaveLength(1);
  });
});

describe("the target of a plan", () => {
  it("is kept with the survey, recorded as its change, printed, and fixed with the results", async () => {
    const { database, viewer, request } = await surveyOf(ONE_HOSPITAL);
    const surveyId = request.survey.id;
    const { document } = await loadSurveyPlan(database, viewer, request);
    const save = (targetRate: number | null | undefined, seen: string, at: Date) =>
      saveSurveyPlan(database, viewer, {
        surveyId,
        document,
        seen,
        at,
        ...(targetRate === undefined ? {} : { targetRate }),
      });
    const target = async () => (await findSurvey(database, viewer, surveyId, TODAY))?.targetRate;
    const changes = () =>
      database.$client.prepare("select detail from activities where kind = 'survey.change' order by id").pluck().all();
    expect(await save(0.9, "", NOW)).toBe("done");
    expect(await target()).toBe(0.9);
    expect(changes()).toEqual(['{"targetRate":0.9}']);
    const survey = await findSurvey(database, viewer, surveyId, TODAY);
    if (!survey) throw new Error("no survey");
    const plan = (await loadSurveyPlan(database, viewer, { ...request, survey })).build();
    expect(wordsOf(plan)).toContain("Mục tiêu: tỷ lệ hài lòng chung từ 90% trở lên");
    const later = new Date(NOW.getTime() + 1000);
    expect(await save(undefined, NOW.toISOString(), later)).toBe("done");
    expect(await target()).toBe(0.9);
    database.$client.prepare("update surveys set status = 'finalised' where id = ?").run(surveyId);
    expect(await save(0.5, later.toISOString(), NOW)).toBe("done");
    expect(await target()).toBe(0.9);
    expect(changes()).toHaveLength(1);
  });

  it("is a per cent above 0 and at most 100, or none", () => {
    const read = (typed: string) => {
      const form = new FormData();
      form.set("targetRate", typed);
      const { target, result } = readTarget(form);
      return result.ok ? result.change.targetRate : `${result.problem.field}, typed ${target}`;
    };
    expect(["90", "92,5 %", "≥ 90%", "100", ""].map(read)).toEqual([0.9, 0.925, 0.9, 1, null]);
    for (const wrong of ["0", "101", "chín mươi", "-5"]) expect(read(wrong)).toBe(`targetRate, typed ${wrong}`);
    expect(readTarget(new FormData()).result).toEqual({ ok: true, change: {} });
  });
});

describe("the form of a plan", () => {
  it("passes over empty rows and names the row that cannot stand", () => {
    const form = new FormData();
    const fields = {
      ...{ "from-0": "2026-05-04", "to-0": "2026-05-03", "work-0": "A" },
      ...{ "from-1": "", "to-1": "", "work-1": "" },
      ...{ "from-2": "2026-06-01", "to-2": "x", "work-2": "" },
      ...{ "body-0": "Sở Y tế", "duty-0": "" },
      grounds: "a\r\nb",
      budget: "x".repeat(5001),
      recipients: " Như trên \n\nLưu: VT",
    };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const { values, result } = readPlanForm(form);
    expect(values.recipients).toEqual(["Như trên", "Lưu: VT"]);
    expect(values.grounds).toBe("a\nb");
    expect(values.schedule).toHaveLength(2);
    if (result.ok) throw new Error("taken");
    expect(result.problems.map(({ field }) => field)).toEqual(["to-0", "to-1", "work-1", "duty-0", "budget"]);
  });
});

describe("the Word file of a plan", () => {
  it("opens in LibreOffice with every unit of 166 in its annex, and is the same each time", {
    timeout: 180_000,
  }, async () => {
    const units = await communes();
    expect(units).toHaveLength(166);
    const { database, viewer, request } = await surveyOf({
      units,
      owner: "th-ttpvhcc",
      questionnaire: "one-stop-counter",
    });
    const file = await makePlanFile(database, viewer, request);
    expect(Buffer.from((await makePlanFile(database, viewer, request)).body as Uint8Array)).toEqual(file.body);
    const [pdf] = [...(await convertWithOffice(file.body as Buffer, "docx", "pdf")).values()];
    const pages = await pdfPages(pdf as Buffer);
    const text = pages.join("\n");
    const plan = await loadSurveyPlan(database, viewer, request);
    const total = plan.units.reduce((sum, { target }) => sum + (target ?? 0), 0);
    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(text).toContain(total.toLocaleString("de-DE"));
    for (const { code } of plan.units) expect(text).toContain(code);
    expect(pages.length).toBeLessThan(20);
  });

  it("of one unit has no annex, and marks simulated surveys on every page", { timeout: 120_000 }, async () => {
    const { database, viewer, request } = await surveyOf(ONE_HOSPITAL);
    const simulated = { ...request, survey: { ...request.survey, simulated: true } };
    const file = await makePlanFile(database, viewer, simulated);
    expect(unzip(file.body as Buffer).get("word/document.xml")).not.toContain("Phụ lục I<");
    const [pdf] = [...(await convertWithOffice(file.body as Buffer, "docx", "pdf")).values()];
    const pages = await pdfPages(pdf as Buffer);
    for (const page of pages) expect(page).toContain("SỐ LIỆU MÔ PHỎNG");
    expect(pages.join("\n")).toContain("223");
  });
});
