import { formatDay } from "~/i18n/dates";
import { intervalName, provinceInSentence, uncapitalized } from "~/i18n/names";
import { BATCHES_NOTE } from "~/indices/published-batches";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { bodiesText } from "../letterhead";
import { authorRemark, type Block, heading, list, paragraph } from "../report-document";
import type { ReportContext } from "./report-context";

/**
 * Why the survey was made: the plan's task in its own words, the instrument's decision as the instrument states it.
 * Numbers of documents the system does not know stay "……" for the author.
 */
export function basisSection(context: ReportContext): Block[] {
  return [
    heading(1, "CĂN CỨ, MỤC ĐÍCH, YÊU CẦU"),
    heading(2, "Căn cứ"),
    ...taskBasis(context),
    paragraph(`Bộ công cụ khảo sát: ${context.results.questionnaire.source}.`),
    heading(2, "Mục đích"),
    list(purposes(context)),
    heading(2, "Yêu cầu"),
    list(requirements(context)),
  ];
}

/** The plan's task in its own words; the same for a survey and for all surveys of the task together. */
export function taskBasis({
  task,
  planYear,
  planNote,
  results,
  issuedBy,
}: Pick<ReportContext, "task" | "planYear" | "planNote" | "results" | "issuedBy">): Block[] {
  if (task === null)
    return [authorRemark("[Cơ quan soạn thảo ghi kế hoạch hoặc văn bản giao thực hiện khảo sát]", "grounds")];
  const province = provinceInSentence(results.province);
  // Sentences with an open number stand until the authors name the documents themselves.
  const open = (text: string): Block => ({ kind: "paragraph", text, until: "grounds" });
  return [
    open(
      `Căn cứ Quyết định số ……/QĐ-UBND ngày …… của Chủ tịch UBND tỉnh ban hành Kế hoạch cải cách hành chính năm ${planYear}.`,
    ),
    ...(task.requires_plan
      ? [
          open(
            `Căn cứ Kế hoạch số ……/KH-…… ngày …… của ${issuedBy.name} về khảo sát, đánh giá mức độ hài lòng năm ${planYear}.`,
          ),
        ]
      : []),
    paragraph(
      `Thực hiện Kế hoạch cải cách hành chính năm ${planYear} của ${province}, Phụ lục số 03, nhiệm vụ số ${task.number}: “${task.content}”`,
    ),
    list([
      `Cơ quan chủ trì: ${bodiesText(task.lead)}.`,
      ...(task.coordinating.length > 0 ? [`Cơ quan phối hợp: ${bodiesText(task.coordinating)}.`] : []),
      `Sản phẩm: ${task.products.join("; ")}.`,
      `Thời gian hoàn thành: “${task.deadline_text}”`,
    ]),
    authorRemark(documentRemark(task.note, { planYear, planNote }), "grounds"),
  ];
}

/** Says where the plan's words come from, since a plan drafted by the system reads like an issued one. */
function documentRemark(
  note: string | undefined,
  { planYear, planNote }: Pick<ReportContext, "planYear" | "planNote">,
): string {
  const origin = planNote
    ? `Mục này theo kế hoạch năm ${planYear} ghi trong hệ thống: ${firstSentence(planNote)}. `
    : "";
  const caution = note === undefined ? "" : `. Lưu ý: ${quoted(note.replace(/\.$/u, ""))}`;
  return `[${origin}Cơ quan soạn thảo điền số, ngày văn bản; đối chiếu số thứ tự nhiệm vụ và lời văn với kế hoạch đã ban hành${caution}]`;
}

/** Plans are typed with straight quotes; documents set curved ones. */
function quoted(text: string): string {
  return text.replace(/"([^"]*)"/gu, "“$1”");
}

function firstSentence(text: string): string {
  return uncapitalized(text.split(/\.(?:\s|$)/u, 1)[0] ?? text);
}

const SERVICES: Readonly<Record<Sector, { respondents: string; service: string }>> = {
  administration: {
    respondents: "tổ chức, người dân",
    service: "việc giải quyết thủ tục hành chính của cơ quan nhà nước",
  },
  health: { respondents: "người dân", service: "dịch vụ y tế công" },
  education: { respondents: "người dân", service: "dịch vụ giáo dục công lập" },
  other: { respondents: "người dân", service: "dịch vụ được khảo sát" },
};

/** Outside the plan's tasks nothing is known of who was asked about what, but the name of the form. */
function purposes({ results, task }: ReportContext): string[] {
  const { respondents, service } = SERVICES[results.questionnaire.sector];
  const matter = task === null ? `theo “${results.questionnaire.title.vi}”` : `của ${respondents} đối với ${service}`;
  return [
    `Đo lường mức độ hài lòng ${matter}, chung và theo từng tiêu chí, yếu tố, đơn vị.`,
    "Cung cấp số liệu để cơ quan, đơn vị xác định việc cần cải thiện và theo dõi kết quả cải thiện qua các năm.",
  ];
}

function requirements({ results, snapshot }: ReportContext): string[] {
  const { opensOn, closesOn } = results.survey;
  return [
    "Người trả lời tham gia tự nguyện; phiếu trả lời ẩn danh, không ghi họ tên, số điện thoại, số giấy tờ tùy thân.",
    `Khảo sát thực hiện từ ngày ${formatDay(opensOn)} đến ngày ${formatDay(closesOn)}; số liệu trong báo cáo tính đến ngày ${formatDay(results.asOf)}.`,
    ...(results.survey.status === "finalised" ? [] : [BATCHES_NOTE]),
    ...(snapshot === null ? [] : [`Mọi số liệu lấy từ ${snapshot}; lập lại báo cáo từ bản này cho đúng các số ấy.`]),
    `Mỗi chỉ số được công bố cùng cỡ mẫu, ${intervalName(results.survey.basis)} (giải thích ở mục Cơ sở của mẫu và độ chính xác) và cách tính; nhóm quá ít người trả lời không công bố để giữ ẩn danh.`,
  ];
}
