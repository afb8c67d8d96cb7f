import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import type { PeriodInput } from "./period-report";
import { type Block, cells, list, paragraph, table } from "./report-document";
import { type Gap, type Milestone, milestonesOf, missingOf } from "./task-standing";

const GAPS: Readonly<Record<Exclude<Gap["kind"], "drafts" | "not-finalised" | "correcting" | "no-document">, string>> =
  {
    "no-plan": "Xây dựng, ban hành kế hoạch khảo sát",
    "plan-without-number": "Ban hành kế hoạch khảo sát (đã soạn)",
    "no-survey": "Mở đợt khảo sát",
    "no-report": "Lập và ban hành báo cáo tổng hợp kết quả khảo sát",
    "report-without-number": "Ban hành báo cáo tổng hợp kết quả khảo sát (đã lập)",
  };

/** What the task still needs on the day of the report, and by when. */
export function periodRemains(input: PeriodInput): Block[] {
  const { task, planYear, day, surveys, documents, consolidated } = input;
  const issued = documents.filter(({ issuedOn }) => issuedOn <= day);
  const open = surveys.filter(
    ({ status, closesOn }) => status !== "draft" && status !== "finalised" && closesOn >= day,
  );
  const gaps = [
    ...open.map(({ title, closesOn }) => `Thu phiếu đợt “${title}” đến ngày ${formatDay(closesOn)}.`),
    ...missingOf(task, { documents: issued, surveys, consolidated }).map((gap) => `${gapText(gap)}.`),
  ];
  const firstOpens = surveys.map(({ opensOn }) => opensOn).sort()[0] ?? null;
  const milestones = milestonesOf(task, { planYear, today: day, firstOpens, documents: issued });
  const rows = milestones.filter(({ done, lastDay }) => !done && lastDay !== null);
  return [
    gaps.length === 0 ? paragraph("Không còn việc nào của nhiệm vụ trong năm.") : list(gaps),
    ...(rows.length === 0
      ? []
      : [
          table({
            caption: `Các mốc của nhiệm vụ, tính từ ngày ${formatDay(day)}`,
            columns: [
              { title: "Việc", kind: "text", width: 95 },
              { title: "Ngày cuối", kind: "text", width: 30 },
              { title: "Thời gian còn lại", kind: "text", width: 35 },
            ],
            rows: rows.map((milestone) => ({
              cells: cells(milestoneName(milestone), formatDay(milestone.lastDay ?? ""), remainingText(milestone)),
            })),
          }),
        ]),
  ];
}

function gapText(gap: Gap): string {
  switch (gap.kind) {
    case "drafts":
      return `Hoàn thiện và mở ${formatCount(gap.count)} đợt còn là bản nháp`;
    case "not-finalised":
      return `Chốt số liệu ${formatCount(gap.count)} đợt khảo sát`;
    case "correcting":
      return `Chốt lại số liệu ${formatCount(gap.count)} đợt đang đính chính`;
    case "no-document":
      return `Ban hành: ${gap.product}`;
    default:
      return GAPS[gap.kind];
  }
}

function milestoneName({ kind, by }: Milestone): string {
  if (kind === "plan") return "Ban hành kế hoạch trước khi mở đợt khảo sát đầu tiên";
  return kind === "compiled" ? `${by} tổng hợp kết quả Phụ lục số 03` : "Báo cáo kết quả khảo sát";
}

function remainingText({ daysLeft, kind }: Milestone): string {
  if (daysLeft === null) return "–";
  if (daysLeft > 0) return `còn ${formatCount(daysLeft)} ngày`;
  if (daysLeft === 0) return "trong ngày";
  return `${kind === "compiled" ? "đã qua" : "quá hạn"} ${formatCount(-daysLeft)} ngày`;
}
