import { BASIS_NAMES, intervalName } from "~/i18n/names";
import { formatCount, formatRatio } from "~/i18n/numbers";
import { MASKED, NO_DATA, stateOf } from "~/indices/figures";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import { measureIndexOf, type SurveyResults } from "~/indices/survey-results";
import type { Item } from "~/questionnaires/questionnaire-schema";
import { compareYears } from "./comparison-figures";
import { BREAK_NAMES, changeSentence, NOT_COMPARABLE } from "./comparison-words";
import type { ConsolidatedSurvey } from "./consolidated-report";
import { factorSection } from "./content/factor-section";
import { overallSection } from "./content/overall-section";
import { type ReportContext, reportContext } from "./content/report-context";
import { type Block, heading, paragraph } from "./report-document";

/** Each survey by itself: what it rests on, its headlines and factors, its units, and last year's figure. */
export function consolidatedSurveys(surveys: readonly ConsolidatedSurvey[], unitAnnex: string | null): Block[] {
  return [
    heading(1, "KẾT QUẢ CỦA TỪNG ĐỢT"),
    ...surveys.flatMap((survey) => {
      const context = contextOf(survey);
      const { results } = context;
      return [
        heading(2, results.survey.title),
        paragraph(groundText(results)),
        ...respondentBlocks(results),
        ...lowered(overallSection(context)),
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

function groundText({ survey, responses, questionnaire }: SurveyResults): string {
  const count = responses === null ? `số phiếu ${MASKED}` : `${formatCount(responses)} phiếu`;
  return `Mẫu phiếu “${questionnaire.title.vi}”; ${count}; cơ sở của mẫu: ${BASIS_NAMES[survey.basis]}; các khoảng 95% là ${intervalName(survey.basis)}.`;
}

/** Whether an answer names an organisation, as the counters' form asks people in what capacity they come. */
const ORGANISATION = /^(tổ chức|doanh nghiệp)/iu;

/** Organisations and people apart, as far as the form asks (task 3 speaks of "tổ chức, người dân"). */
function respondentBlocks(results: SurveyResults): Block[] {
  if (results.questionnaire.sector !== "administration") return [];
  const asked = results.questionnaire.items.find(
    (item): item is Extract<Item, { type: "single" }> =>
      item.type === "single" && item.profile && item.options.some(({ label }) => ORGANISATION.test(label.vi)),
  );
  if (!asked)
    return [paragraph("Mẫu phiếu không hỏi người trả lời là cá nhân hay tổ chức, nên không tách được hai nhóm này.")];
  const row = measureIndexOf(results).find("*", "item", asked.code);
  const state = stateOf(row);
  if (state !== "published" || !row) {
    return [paragraph(`Số người trả lời là cá nhân và là tổ chức: ${state === "masked" ? MASKED : NO_DATA}.`)];
  }
  const valid = row.n_valid ?? 0;
  const parts = asked.options
    .filter(({ excluded }) => !excluded)
    .map(({ value, label }) => {
      const count = row.levels?.[String(value)] ?? 0;
      return `${label.vi}: ${formatCount(count)} người${valid > 0 ? ` (${formatRatio(count, valid)})` : ""}`;
    });
  return [
    paragraph(
      `Theo tư cách người trả lời: ${parts.join("; ")}. Bản số liệu chỉ giữ chỉ số của toàn đợt và của từng đơn vị; chỉ số riêng của cá nhân và của tổ chức xem trang Phân tích của đợt.`,
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
function lastYearText({ snapshot, previous }: ConsolidatedSurvey): string {
  if (previous === null) {
    return `${OVERALL_RATE_NAME} ${NOT_COMPARABLE} với năm trước: không có đợt năm trước đã chốt dùng mẫu phiếu nối được với mẫu của đợt này.`;
  }
  const [before, after] = [previous.snapshot.document.results, snapshot.document.results];
  const { obstacle, overall, breaks } = compareYears(before, after, previous.link);
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
  return `So với ${against}, ${OVERALL_RATE_NAME.toLocaleLowerCase("vi")} (gộp phiếu) ${change}.${caution}`;
}
