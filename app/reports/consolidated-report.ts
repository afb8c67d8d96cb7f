import { formatDay } from "~/i18n/dates";
import { SIMULATED_MARK, uncapitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import type { Snapshot } from "~/snapshots/snapshot";
import type { YearLink } from "./comparison-figures";
import { consolidatedSummary } from "./consolidated-summary";
import { consolidatedSurveys } from "./consolidated-surveys";
import { consolidatedUnits } from "./consolidated-units";
import { taskBasis } from "./content/basis-section";
import { DIFFERENCING_CAUTION, hasMaskedGroup, maskingText } from "./content/method-section";
import { annexReference, closingOf, letterheadOf, type ReportIssuer, taskSubject } from "./letterhead";
import type { ReformTask } from "./reform-plan";
import {
  type Annex,
  authorRemark,
  type Block,
  heading,
  numbered,
  paragraph,
  type ReportDocument,
} from "./report-document";

/** A survey of the task with its figures, and those of the year before where there are any. */
export interface ConsolidatedSurvey {
  snapshot: Snapshot;
  previous: { snapshot: Snapshot; link: YearLink } | null;
}

export interface ConsolidatedInput {
  task: ReformTask;
  planYear: number;
  planNote: string | null;
  issuedBy: ReportIssuer;
  /** Oldest first; at least one. */
  surveys: readonly ConsolidatedSurvey[];
  /** Titles of surveys of the task whose figures are not in the report. */
  missing: readonly string[];
}

const REMARK = "[Cơ quan soạn thảo ghi nhận xét tại đây]";
/** The only annex has no number (NĐ 30/2020/NĐ-CP, Phụ lục I). */
const UNIT_ANNEX = "Phụ lục";

/**
 * The report that a task of Phụ lục 03 ends in where several surveys serve it: each with figures of its own, all in one table,
 * and never an average over different forms.
 */
export function buildConsolidated(input: ConsolidatedInput): ReportDocument {
  const { task, planYear, issuedBy, surveys } = input;
  const [first] = surveys;
  if (!first) throw new RangeError("a consolidated report needs a survey");
  const { results } = first.snapshot.document;
  const day = dayOfAll(surveys);
  const subject = taskSubject(task, planYear);
  const units = consolidatedUnits(surveys);
  return numbered({
    letterhead: letterheadOf(results, issuedBy, day),
    kind: "BÁO CÁO",
    subject,
    marks: marksOf(surveys),
    simulated: surveys.some(({ snapshot }) => snapshot.document.results.survey.simulated),
    body: [
      paragraph(
        `Thực hiện nhiệm vụ số ${task.number}, Phụ lục số 03 Kế hoạch cải cách hành chính năm ${planYear}, ${issuedBy.name} tổng hợp kết quả ${surveysText(surveys)} như sau:`,
      ),
      heading(1, "CĂN CỨ"),
      ...taskBasis({ task, planYear, planNote: input.planNote, results, issuedBy }),
      heading(1, "CÁC ĐỢT KHẢO SÁT"),
      ...consolidatedSummary(input),
      ...consolidatedSurveys(surveys, units === null ? null : UNIT_ANNEX),
      heading(1, "BẢO VỆ DANH TÍNH NGƯỜI TRẢ LỜI"),
      ...maskedBlocks(surveys),
      ...closingBlocks(subject, issuedBy),
    ],
    closing: closingOf(issuedBy, task),
    annexes: units === null ? [] : [unitAnnex(units, issuedBy, day)],
    day,
  });
}

/** The day of the latest figures. */
function dayOfAll(surveys: readonly ConsolidatedSurvey[]): string {
  return (
    surveys
      .map(({ snapshot }) => snapshot.document.takenOn)
      .sort()
      .at(-1) ?? ""
  );
}

function surveysText(surveys: readonly ConsolidatedSurvey[]): string {
  return surveys.length === 1 ? "một đợt khảo sát" : `${formatCount(surveys.length)} đợt khảo sát`;
}

function marksOf(surveys: readonly ConsolidatedSurvey[]): string[] {
  const documents = surveys.map(({ snapshot }) => snapshot.document);
  const simulated = documents.filter(({ results }) => results.survey.simulated).length;
  const provisional = documents.filter(({ kind }) => kind === "provisional");
  const latest = provisional
    .map(({ takenOn }) => takenOn)
    .sort()
    .at(-1);
  return [
    ...(simulated === 0
      ? []
      : [
          simulated === documents.length
            ? `${SIMULATED_MARK} – không phải kết quả khảo sát thật`
            : `${SIMULATED_MARK} ở ${formatCount(simulated)} trong ${formatCount(documents.length)} đợt`,
        ]),
    ...(latest === undefined ? [] : [`Có số liệu tạm tính đến ngày ${formatDay(latest)}`]),
  ];
}

function maskedBlocks(surveys: readonly ConsolidatedSurvey[]): Block[] {
  const all = surveys.map(({ snapshot }) => snapshot.document.results);
  const rules = [...new Set(all.map((results) => maskingText({ results })))];
  return [
    ...rules.map((rule) => paragraph(rule)),
    ...(all.some((results) => hasMaskedGroup({ results })) ? [authorRemark(`[${DIFFERENCING_CAUTION}]`)] : []),
  ];
}

function closingBlocks(subject: string, issuedBy: ReportIssuer): Block[] {
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

function unitAnnex(body: Block, issuedBy: ReportIssuer, day: string): Annex {
  return {
    label: UNIT_ANNEX,
    title: "Kết quả của các đơn vị qua các đợt khảo sát",
    reference: annexReference(issuedBy, day),
    body: [body],
  };
}
