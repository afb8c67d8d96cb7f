import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { type RowState, stateOf } from "~/indices/figures";
import { measureIndexOf, type ResultUnit, type SurveyResults } from "~/indices/survey-results";
import { scoredItems } from "~/questionnaires/questionnaire";
import { besideSection } from "./content/beside-section";
import { distributionTable } from "./content/distribution-annex";
import { extremesSection } from "./content/extremes-section";
import { instrumentText, intervalMethodText, maskingText, ruleText, sampleBasisText } from "./content/method-section";
import { overallSection } from "./content/overall-section";
import { type ReportContext, type ReportInput, reportContext } from "./content/report-context";
import { profileBlocks } from "./content/sample-section";
import { allByScale } from "./content/scales";
import { listedUnits } from "./content/unit-tree";
import { otherQuestionsSection, wishesSection } from "./content/wishes-section";
import { annexReference, closingOf, letterheadOf } from "./letterhead";
import { marksOf } from "./report-content";
import {
  type Annex,
  authorRemark,
  type Block,
  heading,
  list,
  numbered,
  paragraph,
  type ReportDocument,
} from "./report-document";

const REMARK = "[Cơ quan soạn thảo ghi nhận xét tại đây]";
const DISTRIBUTION_ANNEX = "Phụ lục";

/**
 * The report on one unit of a survey, from the survey's figures alone. A unit whose results are withheld is told so and
 * nothing else: whatever stood beside it could be reckoned back.
 */
export function buildUnitReport(input: ReportInput, unit: ResultUnit): ReportDocument {
  const context = reportContext(input, unit.key);
  const { results, issuedBy, today } = input;
  const name = listedUnits(results.units).find((one) => one.unit.key === unit.key)?.name ?? unit.name;
  const subject = `Kết quả khảo sát tại ${name}`;
  const shown = standingOf(context, unit) === "published";
  return numbered({
    letterhead: letterheadOf(results, issuedBy, today),
    kind: "BÁO CÁO",
    subject,
    marks: marksOf(context),
    simulated: results.survey.simulated,
    body: [
      paragraph(`${issuedBy.name} báo cáo kết quả đợt “${results.survey.title}” tại ${name} như sau:`),
      heading(1, "THÔNG TIN CHUNG"),
      list(facts(context)),
      heading(1, "KẾT QUẢ CỦA ĐƠN VỊ"),
      ...(shown ? figures(context, unit, reportContext(input)) : absence(context, unit)),
      ...(shown ? methods(context) : []),
      heading(1, "NHẬN XÉT, KIẾN NGHỊ"),
      heading(2, "Nhận xét, đánh giá chung"),
      authorRemark(REMARK, "assessment"),
      heading(2, "Tồn tại, hạn chế và nguyên nhân"),
      authorRemark(REMARK, "shortcomings"),
      heading(2, "Kiến nghị, đề xuất"),
      authorRemark("[Cơ quan soạn thảo ghi kiến nghị, đề xuất tại đây]", "recommendations"),
      paragraph(`Trên đây là báo cáo kết quả khảo sát tại ${name} của ${issuedBy.name}./.`),
    ],
    closing: { ...closingOf(issuedBy, null), recipients: [`- ${name};`, "- Lưu: VT, ……"] },
    annexes: shown ? annexOf(context) : [],
    day: today,
  });
}

/** Whether a report on the unit would tell any figure, and why not. */
export function unitStanding(results: SurveyResults, unit: ResultUnit): RowState {
  const hasIndex = scoredItems(results.questionnaire).length > 0;
  return standingOf({ hasIndex, measures: measureIndexOf(results), results }, unit);
}

/** A form without an index has no overall row: there the unit's responses decide. */
function standingOf(
  { hasIndex, measures, results }: Pick<ReportContext, "hasIndex" | "measures" | "results">,
  { key, responses }: ResultUnit,
): RowState {
  if (hasIndex) return stateOf(measures.find(key, "overall"));
  if (responses === 0) return "empty";
  return responses === null || responses < results.minimums.unit ? "masked" : "published";
}

/** Why there is no figure, and what the unit may look for: a report without any must not leave its reader guessing. */
function absence(context: ReportContext, unit: ResultUnit): Block[] {
  if (standingOf(context, unit) === "empty")
    return [paragraph("Đơn vị chưa có phiếu trả lời trong số liệu này nên chưa có kết quả để báo cáo.")];
  const { minimums, survey } = context.results;
  const few = unit.responses !== null && unit.responses < minimums.unit;
  const least = `mức tối thiểu ${formatCount(minimums.unit)} người trả lời`;
  const reason = few
    ? `số người trả lời tại đơn vị chưa đạt ${least} để công bố kết quả`
    : `số người trả lời tại đơn vị chưa đạt ${least}, hoặc từ kết quả của đơn vị suy ra được kết quả của một nhóm quá ít người`;
  const next =
    survey.status === "finalised"
      ? "Kết quả của đơn vị vẫn được tính trong kết quả chung của đợt khảo sát."
      : "Khi đơn vị có thêm người trả lời, lập lại báo cáo từ số liệu mới; kết quả của đơn vị vẫn được tính trong kết quả chung của đợt khảo sát.";
  return [
    paragraph(`Kết quả của đơn vị không công bố. Lý do: ${reason}. Báo cáo không nêu số nào của đơn vị.`),
    paragraph(maskingText(context)),
    paragraph(next),
  ];
}

function methods(context: ReportContext): Block[] {
  return [
    heading(1, "CÁCH TÍNH"),
    list([
      ruleText(context.results.questionnaire),
      sampleBasisText(context),
      intervalMethodText(context),
      maskingText(context),
    ]),
  ];
}

function facts(context: ReportContext): string[] {
  const { results, snapshot } = context;
  const { opensOn, closesOn } = results.survey;
  return [
    `Thời gian thu phiếu: từ ngày ${formatDay(opensOn)} đến ngày ${formatDay(closesOn)}; số liệu tính đến ngày ${formatDay(results.asOf)}.`,
    `Phiếu khảo sát: ${instrumentText(context)}`,
    ...(snapshot === null ? [] : [`Mọi số liệu lấy từ ${snapshot}.`]),
  ];
}

function figures(context: ReportContext, unit: ResultUnit, whole: ReportContext): Block[] {
  const persons = unit.responses === null ? "" : ` Đơn vị có ${formatCount(unit.responses)} phiếu được tính.`;
  const group = unit.surveyed ? "" : " Đơn vị này gồm các đơn vị trực thuộc, mỗi phiếu tính như nhau.";
  return [
    ...(persons + group === "" ? [] : [paragraph((persons + group).trim())]),
    ...overallSection(context),
    ...besideSection(context, whole),
    ...extremesSection(context),
    ...wishesSection(context),
    ...otherQuestionsSection(context),
    heading(2, "Đặc điểm người trả lời"),
    ...profileBlocks(context),
    paragraph(`Phân bố câu trả lời theo từng mức của mỗi câu hỏi xem ${DISTRIBUTION_ANNEX}.`),
  ];
}

function annexOf(context: ReportContext): Annex[] {
  const body = allByScale(context.results.questionnaire).map((group) => distributionTable(context, group));
  if (body.length === 0) return [];
  const reference = annexReference(context.issuedBy, context.today);
  return [{ label: DISTRIBUTION_ANNEX, title: "Phân bố câu trả lời của từng câu hỏi", reference, body }];
}
