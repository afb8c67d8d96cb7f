import { formatDay } from "~/i18n/dates";
import { SIMULATED_MARK, uncapitalized } from "~/i18n/names";
import { basisSection } from "./content/basis-section";
import { collectionSection } from "./content/collection-section";
import { distributionTable } from "./content/distribution-annex";
import { extremesSection } from "./content/extremes-section";
import { factorSection, itemSection } from "./content/factor-section";
import { methodSection } from "./content/method-section";
import { overallSection } from "./content/overall-section";
import { type ReportContext, type ReportInput, reportContext } from "./content/report-context";
import { respondentSection } from "./content/respondent-section";
import { sampleSection } from "./content/sample-section";
import { allByScale } from "./content/scales";
import { unitAnnex } from "./content/unit-annex";
import { unitSection } from "./content/unit-section";
import { commentsSection, otherQuestionsSection, wishesSection } from "./content/wishes-section";
import { annexReference, closingOf, letterheadOf, type ReportIssuer, surveySubject } from "./letterhead";
import {
  type Annex,
  authorRemark,
  type Block,
  heading,
  numbered,
  paragraph,
  type ReportDocument,
  roman,
} from "./report-document";

export type { ReportInput } from "./content/report-context";
export { issuerOf, type ReportIssuer } from "./letterhead";

const UNIT_ANNEX = "Phụ lục I";
const DISTRIBUTION_ANNEX = "Phụ lục II";
const REMARK = "[Cơ quan soạn thảo ghi nhận xét tại đây]";

/**
 * The report which tasks 3, 4 and 5 of Phụ lục 03 end in, as blocks of text. Everything computed comes from the masked
 * results; judgement (nhận xét, tồn tại, kiến nghị) is left to its author.
 */
export function buildReport(input: ReportInput): ReportDocument {
  const context = reportContext(input);
  const { results, task, issuedBy, today } = input;
  const subject = surveySubject(results);
  return numbered({
    letterhead: letterheadOf(results, issuedBy, today),
    kind: "BÁO CÁO",
    subject,
    marks: marksOf(context),
    simulated: results.survey.simulated,
    body: [
      opening(context),
      ...basisSection(context),
      ...methodSection(context),
      ...sampleSection(context),
      ...resultSections(context),
      ...remarks(subject, issuedBy),
    ],
    closing: closingOf(issuedBy, task),
    annexes: annexesOf(context),
    day: today,
  });
}

/** Lines under the subject: simulated figures, provisional figures. */
export function marksOf({ results, provisional }: ReportContext): string[] {
  return [
    ...(results.survey.simulated ? [`${SIMULATED_MARK} – không phải kết quả khảo sát thật`] : []),
    ...(provisional ? [`Số liệu tạm tính đến ngày ${formatDay(results.asOf)}`] : []),
  ];
}

function opening({ results, task, planYear, issuedBy }: ReportContext): Block {
  if (task === null) return paragraph(`${issuedBy.name} báo cáo kết quả đợt “${results.survey.title}” như sau:`);
  const given = `Thực hiện nhiệm vụ số ${task.number}, Phụ lục số 03 Kế hoạch cải cách hành chính năm ${planYear}`;
  return paragraph(`${given}, ${issuedBy.name} báo cáo kết quả như sau:`);
}

function resultSections(context: ReportContext): Block[] {
  return [
    heading(1, "KẾT QUẢ KHẢO SÁT"),
    ...overallSection(context),
    ...factorSection(context),
    ...itemSection(context, DISTRIBUTION_ANNEX),
    ...extremesSection(context),
    ...unitSection(context, UNIT_ANNEX),
    ...lastYearSection(context),
    ...respondentSection(context),
    ...collectionSection(context),
    ...wishesSection(context),
    ...otherQuestionsSection(context),
    ...commentsSection(context),
  ];
}

/** A longer comparison is a report of its own. */
function lastYearSection({ hasIndex, lastYear }: ReportContext): Block[] {
  return hasIndex && lastYear !== undefined ? [heading(2, "So với năm trước"), paragraph(lastYear)] : [];
}

function remarks(subject: string, issuedBy: ReportIssuer): Block[] {
  return [
    heading(1, "NHẬN XÉT, ĐÁNH GIÁ"),
    heading(2, "Nhận xét, đánh giá chung"),
    authorRemark(REMARK, "assessment"),
    heading(2, "Tồn tại, hạn chế và nguyên nhân"),
    authorRemark(REMARK, "shortcomings"),
    heading(1, "KIẾN NGHỊ, ĐỀ XUẤT"),
    authorRemark("[Cơ quan soạn thảo ghi kiến nghị, đề xuất tại đây]", "recommendations"),
    paragraph(`Trên đây là báo cáo ${uncapitalized(subject)} của ${issuedBy.name}./.`),
  ];
}

function annexesOf(context: ReportContext): Annex[] {
  const reference = annexReference(context.issuedBy, context.today);
  const units = context.hasIndex ? unitAnnex(context) : [];
  const distributions = allByScale(context.results.questionnaire).map((group) => distributionTable(context, group));
  return [
    { title: "Kết quả khảo sát của từng đơn vị", body: units },
    { title: "Phân bố câu trả lời của từng câu hỏi", body: distributions },
  ]
    .filter(({ body }) => body.length > 0)
    .map(({ title, body }, index, all) => ({
      // The only annex has no number (NĐ 30/2020/NĐ-CP, Phụ lục I).
      label: all.length === 1 ? "Phụ lục" : `Phụ lục ${roman(index + 1)}`,
      ...{ title, reference, body },
    }));
}
