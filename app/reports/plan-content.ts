import { formatDay } from "~/i18n/dates";
import { KIND_NAMES, SIMULATED_MARK, uncapitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import { targetText } from "~/indices/target-verdict";
import type { PlanDocument } from "~/surveys/plan-document";
import type { SamplingPlan } from "~/surveys/sampling-plan";
import type { SampleBasis } from "~/surveys/survey";
import type { UnitKind } from "~/units/unit-kinds";
import { groupsOf, sampleBlocks, UNIT_ANNEX, unitAnnex } from "./content/plan-sample";
import { letterheadOf, type ReportIssuer } from "./letterhead";
import type { ReformTask } from "./reform-plan";
import {
  authorRemark,
  type Block,
  cells,
  heading,
  list,
  numbered,
  paragraph,
  type ReportDocument,
  table,
} from "./report-document";

export interface PlanUnit {
  code: string;
  name: string;
  kind: UnitKind;
  population: number | null;
  target: number | null;
}

export interface PlanInput {
  document: PlanDocument;
  survey: {
    title: string;
    opensOn: string;
    closesOn: string;
    basis: SampleBasis;
    targetRate: number | null;
    simulated: boolean;
  };
  questionnaireTitle: string;
  sampling: SamplingPlan | null;
  /** In the order in which they are listed. */
  units: readonly PlanUnit[];
  task: ReformTask | null;
  planYear: number;
  issuedBy: ReportIssuer;
  province: string;
  /** Day of the document, ISO. */
  today: string;
}

/** The plan that tasks 4 and 5 of Phụ lục 03 ask for: officers' texts, and units, sizes and days from the survey itself. */
export function buildPlan(input: PlanInput): ReportDocument {
  const { document, issuedBy, today, survey } = input;
  const subject = planSubject(input);
  const head = letterheadOf(input, issuedBy, today, "KH");
  const [, ...day] = head.placeAndDay.split(", ");
  return numbered({
    letterhead: {
      ...head,
      number: document.number === "" ? head.number : `Số: ${document.number}`,
      placeAndDay: document.place === "" ? head.placeAndDay : [document.place, ...day].join(", "),
    },
    kind: "KẾ HOẠCH",
    subject,
    marks: survey.simulated ? [`${SIMULATED_MARK} – không phải kế hoạch khảo sát thật`] : [],
    simulated: survey.simulated,
    body: [
      ...lines(document.grounds).map((text): Block => ({ kind: "paragraph", text, italics: true })),
      paragraph(`${issuedBy.name} ban hành Kế hoạch ${uncapitalized(subject)} như sau:`),
      heading(1, "MỤC ĐÍCH, YÊU CẦU"),
      heading(2, "Mục đích"),
      ...texts(document.purpose),
      heading(2, "Yêu cầu"),
      ...texts(document.requirements),
      ...(survey.targetRate === null ? [] : [paragraph(targetLine(survey.targetRate))]),
      heading(1, "ĐỐI TƯỢNG, PHẠM VI, THỜI GIAN"),
      heading(2, "Đối tượng"),
      ...texts(document.respondents),
      heading(2, "Phạm vi"),
      paragraph(scopeText(input)),
      heading(2, "Thời gian"),
      paragraph(`Thu phiếu từ ngày ${formatDay(survey.opensOn)} đến hết ngày ${formatDay(survey.closesOn)}.`),
      heading(1, "PHƯƠNG PHÁP, CỠ MẪU"),
      heading(2, "Phương pháp"),
      paragraph(`Mẫu phiếu: “${input.questionnaireTitle}”.`),
      ...texts(document.method),
      heading(2, "Cỡ mẫu"),
      ...sampleBlocks(input),
      heading(1, "TIẾN ĐỘ THỰC HIỆN"),
      ...scheduleBlocks(document),
      heading(1, "TỔ CHỨC THỰC HIỆN"),
      ...responsibilityBlocks(document),
      heading(1, "KINH PHÍ"),
      ...texts(document.budget),
      paragraph(`Trên đây là Kế hoạch ${uncapitalized(subject)} của ${issuedBy.name}./.`),
    ],
    closing: {
      recipients: recipientLines(document.recipients),
      signatory: lines(document.signer.title),
      signer: document.signer.name,
    },
    annexes: hasAnnex(input) ? [unitAnnex(input)] : [],
    day: today,
  });
}

function targetLine(target: number): string {
  return `Mục tiêu: ${OVERALL_RATE_NAME.toLocaleLowerCase("vi")} từ ${targetText(target)} trở lên; đánh giá theo cả khoảng 95%, không theo riêng con số tỷ lệ.`;
}

/** What the plan is about: the plan's task with its year, or the survey's own title. */
export function planSubject({ task, planYear, survey }: Pick<PlanInput, "task" | "planYear" | "survey">): string {
  if (task === null) return survey.title;
  const matter = task.content.replace(/^Thực hiện\s+/u, "").replace(/\.$/u, "");
  return `${matter.charAt(0).toLocaleUpperCase("vi")}${matter.slice(1)} năm ${planYear}`;
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** One line is a paragraph, several are a list; none is a place for the author. */
function texts(text: string): Block[] {
  const parts = lines(text);
  if (parts.length === 0) return [authorRemark("[Cơ quan soạn thảo ghi nội dung tại đây]")];
  return parts.length === 1 ? parts.map(paragraph) : [list(parts.map((part) => part.replace(/^[-–]\s*/u, "")))];
}

function recipientLines(recipients: readonly string[]): string[] {
  return recipients.map(
    (name, index) => `- ${name}${index < recipients.length - 1 ? ";" : name.endsWith("…") ? "" : "."}`,
  );
}

function hasAnnex({ units }: PlanInput): boolean {
  return units.length > 1;
}

function scopeText(input: PlanInput): string {
  const [only] = input.units;
  if (input.units.length === 1 && only) return `Khảo sát tại ${only.name}.`;
  const all = formatCount(input.units.length);
  const groups = groupsOf(input.units);
  const [group] = groups;
  if (groups.length === 1 && group) {
    return `Khảo sát tại ${all} đơn vị thuộc nhóm ${uncapitalized(KIND_NAMES[group.kind])} (danh sách tại ${UNIT_ANNEX}).`;
  }
  const parts = groups.map(
    ({ kind, units }) => `${formatCount(units.length)} thuộc nhóm ${uncapitalized(KIND_NAMES[kind])}`,
  );
  return `Khảo sát tại ${all} đơn vị: ${parts.join("; ")} (danh sách tại ${UNIT_ANNEX}).`;
}

function scheduleBlocks({ schedule }: PlanDocument): Block[] {
  if (schedule.length === 0) return [authorRemark("[Cơ quan soạn thảo ghi tiến độ tại đây]")];
  return [
    table({
      caption: "Tiến độ thực hiện",
      columns: [
        { title: "TT", kind: "code", width: 10 },
        { title: "Thời gian", kind: "text", width: 46 },
        { title: "Nội dung công việc", kind: "text", width: 104 },
      ],
      rows: schedule.map(({ from, to, work }, index) => ({ cells: cells(String(index + 1), period(from, to), work) })),
    }),
  ];
}

function period(from: string, to: string): string {
  if (from === "" || to === "" || from === to) return formatDay(from || to);
  return `${formatDay(from)} –\n${formatDay(to)}`;
}

function responsibilityBlocks({ responsibilities }: PlanDocument): Block[] {
  if (responsibilities.length === 0) return [authorRemark("[Cơ quan soạn thảo ghi phân công tại đây]")];
  return responsibilities.flatMap(({ body, work }) => [heading(2, body), ...texts(work)]);
}
