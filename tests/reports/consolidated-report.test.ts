import { describe, expect, it } from "vitest";
import type { SurveyResults } from "~/indices/survey-results";
import { scoredItems } from "~/questionnaires/questionnaire";
import { compareYears } from "~/reports/comparison-figures";
import { buildComparison } from "~/reports/comparison-report";
import { buildConsolidated, type ConsolidatedSurvey } from "~/reports/consolidated-report";
import { contentsOf } from "~/reports/contents";
import { issuerOf } from "~/reports/letterhead";
import { buildPeriod } from "~/reports/period-report";
import type { ReportDocument, ReportTable } from "~/reports/report-document";
import { writeDocx } from "~/reports/write-docx.server";
import type { Snapshot } from "~/snapshots/snapshot";
import { maskedRow } from "./sample-measures";
import { hospitals, reformTask, sampleResults, seedQuestionnaire } from "./sample-results";

const outpatient = seedQuestionnaire("outpatient-qd56");
const inpatient = seedQuestionnaire("inpatient-qd56");
const health = sampleResults({ questionnaire: outpatient, units: hospitals(), title: "Ngoại trú 2026" });
const wards = sampleResults({ questionnaire: inpatient, units: hospitals(), title: "Nội trú 2026", seed: 2 });
const lastYear = sampleResults({ questionnaire: outpatient, units: hospitals(), title: "Ngoại trú 2025", seed: 3 });

function snapshotOf(results: SurveyResults, kind: "final" | "provisional" = "final", id = 1): Snapshot {
  const hash = String(id).repeat(64).slice(0, 64);
  const shared = { number: 1, kind, reason: null, software: "0.1.0" };
  return {
    ...{ id, surveyId: id, takenAt: "2026-12-02T03:00:00.000Z", by: null, responses: 100, hash },
    ...shared,
    document: {
      ...{ format: "hailong.snapshot/1", takenOn: "2026-12-02", timeZone: "Asia/Ho_Chi_Minh", ...shared },
      ...{ included: { responses: 100, sha256: hash }, results },
    },
  };
}

const same = (results: SurveyResults) => ({
  links: scoredItems(results.questionnaire).map(({ code }) => ({ from: code, to: code, reworded: false })),
  breaks: [],
});

const surveyed = (results: SurveyResults, id = 1): ConsolidatedSurvey => ({
  snapshot: snapshotOf(results, "final", id),
  previous: null,
});

function consolidated(surveys: ConsolidatedSurvey[], missing: string[] = []): ReportDocument {
  const issuedBy = issuerOf(health);
  return buildConsolidated({ task: reformTask(4), planYear: 2026, planNote: null, issuedBy, surveys, missing });
}

function tablesOf(document: ReportDocument): ReportTable[] {
  const blocks = [...document.body, ...document.annexes.flatMap(({ body }) => body)];
  return blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
}

const textOf = (document: ReportDocument) => JSON.stringify(document);

describe("the consolidated report on a task", () => {
  it("has every survey in one table with the snapshots that it comes from, and pools no two forms", () => {
    const document = consolidated([surveyed(health), surveyed(wards, 2)]);
    const [sources, headlines] = tablesOf(document).filter(({ caption }) => /đợt khảo sát/i.test(caption));
    expect(sources?.rows).toHaveLength(2);
    expect(headlines?.rows.map(({ cells }) => cells[1]?.text)).toEqual(["Ngoại trú 2026", "Nội trú 2026"]);
    expect(textOf(document)).toContain("không cộng và không lấy bình quân");
    expect(textOf(document)).toContain("các đợt dùng 2 mẫu phiếu khác nhau");
    expect(textOf(document)).toContain("mã 222222222222");
  });

  it("names the surveys that are missing, and says of one survey alone nothing of pooling", () => {
    const document = consolidated([surveyed(health)], ["Tiêm chủng 2026"]);
    expect(textOf(document)).toContain("Tiêm chủng 2026.");
    expect(textOf(document)).not.toContain("không lấy bình quân tỷ lệ");
    // The chapter of the survey tells its figures; a table of one line would tell them twice.
    expect(textOf(document)).not.toContain("KẾT QUẢ TỔNG HỢP");
    expect(document.annexes.map(({ label }) => label)).toEqual(["Phụ lục"]);
  });

  it("sets last year's figure beside this year's where they compare, and says why where they do not", () => {
    const previous = { snapshot: snapshotOf(lastYear, "final", 3), link: same(health) };
    const text = textOf(consolidated([{ ...surveyed(health), previous }, surveyed(wards, 2)]));
    expect(text).toMatch(/So với “Ngoại trú 2025”, tỷ lệ hài lòng chung \(gộp phiếu\) (trong mẫu|giữ nguyên)/);
    expect(text).toContain("không so sánh được với năm trước: không có đợt năm trước đã chốt");
    const unlinked = { snapshot: previous.snapshot, link: { links: null, breaks: [] } };
    expect(textOf(consolidated([{ ...surveyed(health), previous: unlinked }]))).toContain(
      "không so sánh được với “Ngoại trú 2025”: mẫu phiếu hai năm chưa được nối",
    );
  });

  it("says provisional figures are so, and keeps masked ones masked", () => {
    const masked = { ...health, measures: health.measures.map(maskedRow), responses: null };
    const survey = { snapshot: snapshotOf(masked, "provisional"), previous: null };
    const document = consolidated([survey, surveyed(wards, 2)]);
    expect(document.marks.join()).toContain("tạm tính đến ngày 02/12/2026");
    const headline = tablesOf(document).find(({ caption }) => caption.includes("của từng đợt khảo sát"));
    expect(headline?.rows[0]?.cells.map(({ text }) => text)).toContain("không công bố");
    expect(textOf(document)).toContain("số phiếu không công bố");
  });

  it("of a survey without an answer is a document that opens", async () => {
    const empty = sampleResults({
      questionnaire: outpatient,
      units: hospitals().map((unit) => ({ ...unit, persons: 0 })),
    });
    const document = consolidated([surveyed(empty)]);
    expect(textOf(document)).toContain("Chưa có dữ liệu");
    expect((await writeDocx(document)).subarray(0, 2).toString()).toBe("PK");
  });

  it("tells organisations and people apart where the form asks, and says so where it does not", () => {
    const unit = { key: "xa-1", code: "X1", name: "Xã Một", persons: 300 };
    const counter = sampleResults({ questionnaire: seedQuestionnaire("one-stop-counter"), units: [unit] });
    const household = sampleResults({ questionnaire: seedQuestionnaire("sipas-household-2023-2026"), units: [unit] });
    expect(textOf(consolidated([surveyed(counter)]))).toContain("lập trước khi hệ thống tính chỉ số theo đặc điểm");
    const overall = counter.measures.find((row) => row.unit === "*" && row.level === "overall");
    const row = { ...(overall as (typeof counter.measures)[number]), n_persons: 400, rate: 0.9, rate_ci: [0.87, 0.93] };
    const groups = [
      { option: 1, label: "Cá nhân (người dân)", row: { ...row, rate_ci: [0.87, 0.93] as const } },
      { option: 2, label: "Tổ chức, doanh nghiệp", row: { ...row, rate: 0.7, rate_ci: [0.65, 0.75] as const } },
    ] as unknown as NonNullable<SurveyResults["respondents"]>[number]["groups"];
    const told = textOf(consolidated([surveyed({ ...counter, respondents: [{ item: "P1", groups }] })]));
    expect(told).toContain("87,00–93,00");
    expect(told).toMatch(/nhóm “Cá nhân \(người dân\)” cao hơn nhóm “Tổ chức, doanh nghiệp” 20,00 điểm phần trăm/);
    expect(told).toContain("chênh lệch có ý nghĩa thống kê");
    expect(textOf(consolidated([surveyed(household)]))).toContain("không hỏi người trả lời là cá nhân hay tổ chức");
  });

  it("gives the same bytes from the same snapshots", async () => {
    const make = () => writeDocx(consolidated([surveyed(health), surveyed(wards, 2)]));
    expect(Buffer.compare(await make(), await make())).toBe(0);
  });
});

describe("two years beside each other", () => {
  it("leave the overall figure out where an item has no counterpart, and compare the rest", () => {
    const { links } = same(health);
    const compared = compareYears(lastYear, health, { links: links.slice(1), breaks: ["version"] });
    expect(compared.obstacle).toMatch(/^chỉ \d+ tiêu chí có ở cả hai năm/);
    expect(compared.overall.change).toBeNull();
    expect(compared.units).toEqual([]);
    expect(compared.items).toHaveLength(links.length - 1);
    expect(compared.unlinked.after.map(({ code }) => code)).toEqual([links[0]?.to]);
  });

  it("are not compared across another rule, nor simulated with real figures", () => {
    const other = {
      ...lastYear.questionnaire,
      index: { ...lastYear.questionnaire.index, rule: "mean-of-items" as const },
    };
    expect(compareYears({ ...lastYear, questionnaire: other }, health, same(health)).obstacle).toContain("cách tính");
    const simulated = { ...lastYear, survey: { ...lastYear.survey, simulated: !health.survey.simulated } };
    const compared = compareYears(simulated, health, same(health));
    expect(compared.obstacle).toContain("mô phỏng");
    expect(compared.items.every(({ change }) => change === null)).toBe(true);
  });

  it("make a report that says what breaks the series and never more than was published", async () => {
    const issuedBy = issuerOf(health);
    const [after, before] = [snapshotOf(health), snapshotOf(lastYear, "final", 2)];
    const link = { links: same(health).links, breaks: ["channels" as const] };
    const document = buildComparison({ after, before, link, task: null, issuedBy });
    expect(textOf(document)).toContain("kênh thu phiếu khác nhiều");
    const judged = tablesOf(document).filter(({ columns }) => columns.length > 4);
    expect(judged).toHaveLength(2);
    for (const { notes } of judged) expect(notes.join(" ")).toContain("điều chỉnh Holm");
    expect(document.annexes.map(({ label }) => label)).toEqual(["Phụ lục"]);
    const masked = lastYear.measures.map(maskedRow);
    const hidden = buildComparison({
      after,
      before: snapshotOf({ ...lastYear, measures: masked }),
      link,
      task: null,
      issuedBy,
    });
    const verdicts = tablesOf(hidden).flatMap(({ rows }) => rows.map(({ cells }) => cells.at(-1)?.text ?? ""));
    expect(verdicts.some((text) => /rõ rệt|chưa đủ căn cứ/.test(text))).toBe(false);
    expect(Buffer.compare(await writeDocx(document), await writeDocx(document))).toBe(0);
  });
});

describe("two years theo quy mô", () => {
  const link = same(health);
  const sizedBy = (results: SurveyResults, rate: number): SurveyResults => {
    const pooled = results.measures.find((row) => row.unit === "*" && row.level === "overall");
    if (!pooled) throw new Error("no overall row");
    const rows = [
      { ...pooled, rate, rate_ci: [rate - 0.01, rate + 0.01] as const },
    ] as unknown as typeof results.measures;
    return { ...results, bySize: { rows, standings: [], narrowed: [] } };
  };
  const comparison = (before: SurveyResults, after: SurveyResults) =>
    buildComparison({
      ...{ after: snapshotOf(after), before: snapshotOf(before, "final", 2) },
      ...{ link, task: null, issuedBy: issuerOf(health) },
    });

  it("are told before the pooled figures, with their own difference", () => {
    const document = comparison(sizedBy(lastYear, 0.4), sizedBy(health, 0.9));
    const text = textOf(document);
    expect(text).toContain("Tỷ lệ hài lòng chung (theo quy mô) tăng từ 40,00% lên 90,00%, tức 50,00 điểm phần trăm");
    expect(text).toMatch(/Tỷ lệ hài lòng chung \(gộp phiếu\) (trong mẫu|giữ nguyên)/);
    const table = tablesOf(document).find(({ caption }) => caption.includes("của hai năm"));
    expect(table?.rows.map(({ cells }) => cells[0]?.text)).toEqual([
      ...["Năm trước (theo quy mô)", "Năm nay (theo quy mô)", "Năm trước (gộp phiếu)", "Năm nay (gộp phiếu)"],
    ]);
    const told = textOf(
      consolidated([
        { ...surveyed(sizedBy(health, 0.9)), previous: { snapshot: snapshotOf(sizedBy(lastYear, 0.4)), link } },
      ]),
    );
    expect(told).toContain("(theo quy mô) tăng từ 40,00% lên 90,00%");
  });

  it("do not compare where one year has no such figure", () => {
    const text = textOf(comparison(lastYear, sizedBy(health, 0.9)));
    expect(text).toContain("(theo quy mô) của hai năm không so sánh được");
  });
});

describe("the report on a period", () => {
  const base = {
    ...{ task: reformTask(4), planYear: 2026, issuedBy: issuerOf(health), province: "Tỉnh Thanh Hóa" },
    ...{ documents: [], consolidated: false },
  };
  const open = { ...{ title: "Ngoại trú 2026", planned: true, status: "open" as const }, opensOn: "2026-03-01" };

  it("before any survey says so, and what remains by when", () => {
    const surveys = [{ ...open, status: "draft" as const, closesOn: "2026-10-31" }];
    const document = buildPeriod({ ...base, period: "quarter-1", snapshots: [], surveys, day: "2026-03-20" });
    const text = textOf(document);
    expect(document.addressee).toBe("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa (qua Sở Nội vụ).");
    // It is of a few pages: a table of contents would stand between its title and whom it is sent to.
    expect(contentsOf(document)).toEqual([]);
    expect(text).toContain("Chưa mở đợt khảo sát nào trong năm 2026.");
    expect(text).toContain("Hoàn thiện và mở 1 đợt còn là bản nháp");
    expect(text).toContain("quá hạn");
    expect(document.marks).toEqual([]);
  });

  it("prints provisional figures as of their day, and until when a survey runs", () => {
    const surveys = [{ ...open, closesOn: "2026-12-31" }];
    const snapshots = [snapshotOf(health, "provisional")];
    const document = buildPeriod({ ...base, period: "9-months", snapshots, surveys, day: "2026-09-30" });
    expect(document.marks).toContain("Số liệu tạm tính đến ngày 30/09/2026");
    expect(document.subject).toContain("9 tháng đầu năm 2026");
    expect(textOf(document)).toContain("Thu phiếu đợt “Ngoại trú 2026” đến ngày 31/12/2026.");
    expect(textOf(document)).toContain("Sở Nội vụ tổng hợp kết quả Phụ lục số 03");
  });

  it("made late does not tell of a survey that was opened after the period", () => {
    const survey = { ...health.survey, opensOn: "2026-09-04", closesOn: "2026-12-31" };
    const snapshots = [snapshotOf({ ...health, survey }, "provisional")];
    const surveys = [{ ...open, opensOn: "2026-09-04", closesOn: "2026-12-31" }];
    const made = (period: "6-months" | "9-months") =>
      buildPeriod({ ...base, period, snapshots, surveys, day: "2026-11-23" });
    expect(textOf(made("6-months"))).toContain("Chưa mở đợt khảo sát nào từ đầu năm đến ngày 30/06/2026.");
    expect(textOf(made("6-months"))).toContain("Mở sau kỳ báo cáo: “Ngoại trú 2026”.");
    expect(made("6-months").marks).toEqual([]);
    expect(textOf(made("9-months"))).toContain("Đã mở 1 đợt khảo sát");
  });

  it("tells of documents issued up to its day alone", () => {
    const issued = (number: string, issuedOn: string) => ({
      product: "Kế hoạch thực hiện",
      number,
      issuedOn,
      note: "",
    });
    const documents = [issued("1/KH-SYT", "2026-02-01"), issued("2/KH-SYT", "2026-06-01")];
    const text = textOf(
      buildPeriod({ ...base, documents, period: "quarter-1", snapshots: [], surveys: [], day: "2026-03-31" }),
    );
    expect(text).toContain("1/KH-SYT");
    expect(text).not.toContain("2/KH-SYT");
  });
});
