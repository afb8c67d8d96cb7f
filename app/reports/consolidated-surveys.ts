import { BASIS_NAMES, intervalExplanation } from "~/i18n/names";
import { formatCount, formatDecimal } from "~/i18n/numbers";
import { differenceOf, judgeTogether } from "~/indices/compare-rows";
import { MASKED, NO_DATA, stateOf } from "~/indices/figures";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { RespondentIndices } from "~/indices/respondent-indices";
import { measureIndexOf, type SurveyResults } from "~/indices/survey-results";
import type { Item } from "~/questionnaires/questionnaire-schema";
import { compareYears } from "./comparison-figures";
import { BREAK_NAMES, changeIntervalText, changeSentence, NOT_COMPARABLE } from "./comparison-words";
import type { ConsolidatedSurvey } from "./consolidated-report";
import { factorSection } from "./content/factor-section";
import { overallSection } from "./content/overall-section";
import { type ReportContext, reportContext } from "./content/report-context";
import { NOT_RECKONED, respondentTable } from "./content/respondent-section";
import { type Block, heading, paragraph } from "./report-document";

/** Each survey by itself: what it rests on, its headlines and factors, its units, and last year's figure. */
export function consolidatedSurveys(surveys: readonly ConsolidatedSurvey[], unitAnnex: string | null): Block[] {
  return [
    heading(1, surveys.length === 1 ? "KẾT QUẢ KHẢO SÁT" : "KẾT QUẢ CỦA TỪNG ĐỢT"),
    ...surveys.flatMap((survey) => {
      const context = contextOf(survey);
      const { results } = context;
      return [
        heading(2, results.survey.title),
        paragraph(groundText(results, surveys.length === 1)),
        ...lowered(overallSection(context)),
        ...respondentBlocks(results),
        ...lowered(factorSection(context)),
        ...(context.hasIndex && unitAnnex !== null
          ? [heading(3, "Theo đơn vị"), paragraph(unitText(results, unitAnnex))]
          : []),
        heading(3, "So với năm trước"),
        paragraph(lastYearText(survey)),
      ];
    }),
  ];
}

function contextOf({ snapshot }: ConsolidatedSurvey): ReportContext {
  const { results, takenOn } = snapshot.document;
  return reportContext({
    ...{ results, task: null, planYear: Number(results.survey.opensOn.slice(0, 4)), planNote: null },
    ...{ today: takenOn, issuedBy: { name: "", code: "", superior: null }, snapshot: null },
  });
}

/** Headings one step down: a survey is a part of this report. */
function lowered(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (block.kind === "heading" && block.level === 2 ? { ...block, level: 3 } : block));
}

function groundText({ survey, responses, questionnaire }: SurveyResults, only: boolean): string {
  const count = responses === null ? `số phiếu ${MASKED}` : `${formatCount(responses)} phiếu`;
  return `Mẫu phiếu “${questionnaire.title.vi}”; ${count}; cơ sở của mẫu: ${BASIS_NAMES[survey.basis]}.${only ? ` ${intervalExplanation(survey.basis)}` : ""}`;
}

/** Whether an answer names an organisation, as the counters' form asks people in what capacity they come. */
const ORGANISATION = /^(tổ chức|doanh nghiệp)/iu;

/** Organisations and people apart, as far as the form asks (task 3 speaks of "tổ chức, người dân"): their numbers and rates. */
function respondentBlocks(results: SurveyResults): Block[] {
  if (results.questionnaire.sector !== "administration") return [];
  const asked = results.questionnaire.items.find(
    (item): item is Extract<Item, { type: "single" }> =>
      item.type === "single" && item.profile && item.options.some(({ label }) => ORGANISATION.test(label.vi)),
  );
  if (!asked)
    return [paragraph("Mẫu phiếu không hỏi người trả lời là cá nhân hay tổ chức, nên không tách được hai nhóm này.")];
  if (results.respondents === undefined) return [paragraph(NOT_RECKONED)];
  const own = results.respondents.filter(({ item }) => item === asked.code);
  if (own.length === 0) return [paragraph(`Chỉ số của cá nhân và của tổ chức: ${NO_DATA}.`)];
  return [
    heading(3, "Cá nhân và tổ chức"),
    respondentTable(results, own, "Tỷ lệ hài lòng chung theo tư cách người trả lời (gộp phiếu)"),
    ...differenceBlocks(own),
  ];
}

/** Whether two groups differ; of more than two nothing is concluded in a sentence. */
function differenceBlocks([one]: readonly RespondentIndices[]): Block[] {
  const answered = (one?.groups ?? []).filter(({ option, row }) => option !== null && row?.rate != null);
  const [first, second] = answered;
  if (!first?.row || !second?.row || answered.length !== 2) return [];
  const [change] = judgeTogether([differenceOf(first.row, second.row, "rate")]);
  if (!change) return [];
  const size = formatDecimal(Math.abs(change.difference) * 100, 2);
  const way = change.difference < 0 ? "thấp hơn" : "cao hơn";
  const said =
    change.verdict === "undecided" ? "chưa đủ căn cứ để kết luận hai nhóm khác nhau" : "chênh lệch có ý nghĩa thống kê";
  return [
    paragraph(
      `Trong mẫu, tỷ lệ của nhóm “${first.label}” ${way} nhóm “${second.label}” ${size} điểm phần trăm (khoảng 95% của chênh lệch: từ ${changeIntervalText(change)} điểm phần trăm); ${said}.`,
    ),
  ];
}

function unitText(results: SurveyResults, annex: string): string {
  const index = measureIndexOf(results);
  const states = results.units.filter(({ surveyed }) => surveyed).map(({ key }) => stateOf(index.find(key, "overall")));
  const count = (state: (typeof states)[number]) => formatCount(states.filter((one) => one === state).length);
  return `Trong ${formatCount(states.length)} đơn vị khảo sát: ${count("published")} đơn vị được công bố chỉ số, ${count("masked")} đơn vị không công bố, ${count("empty")} đơn vị chưa có dữ liệu. Con số từng đơn vị xem ${annex}.`;
}

/** Last year's figure beside this year's, or why it does not stand there. */
export function lastYearText({ snapshot, previous }: ConsolidatedSurvey): string {
  if (previous === null) {
    return `${OVERALL_RATE_NAME} ${NOT_COMPARABLE} với năm trước: không có đợt năm trước đã chốt dùng mẫu phiếu nối được với mẫu của đợt này.`;
  }
  const [before, after] = [previous.snapshot.document.results, snapshot.document.results];
  const { obstacle, overall, sized, breaks } = compareYears(before, after, previous.link);
  const against = `“${before.survey.title}”`;
  if (obstacle !== null) return `${OVERALL_RATE_NAME} ${NOT_COMPARABLE} với ${against}: ${obstacle}.`;
  const change = changeSentence(overall);
  if (change === null) {
    return `${OVERALL_RATE_NAME} ${NOT_COMPARABLE} với ${against}: ít nhất một năm không công bố hoặc chưa có dữ liệu.`;
  }
  const caution =
    breaks.length === 0
      ? ""
      : ` Điều kiện so sánh đã đổi (${breaks.map((one) => BREAK_NAMES[one]).join("; ")}), nên chênh lệch có thể do điều kiện đó.`;
  const bySize = sized && changeSentence(sized, "");
  const rate = OVERALL_RATE_NAME.toLocaleLowerCase("vi");
  const told =
    bySize === null ? `(gộp phiếu) ${change}.` : `(theo quy mô) ${bySize}. Tính gộp phiếu, tỷ lệ này ${change}.`;
  return `So với ${against}, ${rate} ${told}${caution}`;
}
