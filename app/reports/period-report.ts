import { formatDay } from "~/i18n/dates";
import { provinceInSentence, ROLL_UP_NAME, SIMULATED_MARK, SIZE_NAME } from "~/i18n/names";
import { figureCells, markedRateText, markNotes, personsText, rateIntervalText } from "~/indices/figures";
import { ALL_UNITS } from "~/indices/measure-groups";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import { headlineIndex, headlineRows } from "~/indices/results-view";
import type { ReportPeriod } from "~/snapshots/report-kinds";
import { type Snapshot, snapshotName } from "~/snapshots/snapshot";
import { closingOf, letterheadOf, type ReportIssuer } from "./letterhead";
import { documentBlocks, surveyBlocks } from "./period-progress";
import { periodRemains } from "./period-remains";
import type { IssuedDocument, ReformTask } from "./reform-plan";
import {
  authorRemark,
  type Block,
  cells,
  heading,
  numbered,
  paragraph,
  type ReportDocument,
  table,
} from "./report-document";
import { periodEnd, periodName } from "./report-period";
import type { SurveyStanding } from "./task-standing";

export interface PeriodInput {
  task: ReformTask;
  planYear: number;
  period: ReportPeriod;
  issuedBy: ReportIssuer;
  province: string;
  /** Oldest first; none while no survey of the task has been opened. */
  snapshots: readonly Snapshot[];
  /** All surveys of the task, drafts included, for what remains to be done. */
  surveys: readonly (SurveyStanding & { title: string })[];
  documents: readonly IssuedDocument[];
  /** Whether the consolidated report has been made. */
  consolidated: boolean;
  /** Day of the report, ISO: that of its latest figures. */
  day: string;
}

/**
 * What a lead reports to the Chairman through Sở Nội vụ by the quarter and at 6, 9 and 12 months (the plan, part IV): what was
 * done, figures as of a day, and what remains by when.
 */
export function buildPeriod(input: PeriodInput): ReportDocument {
  const { task, planYear, period, issuedBy, province, day } = input;
  const told = { ...input, snapshots: openedInPeriod(input) };
  const { snapshots } = told;
  const simulated = snapshots.some(({ document }) => document.results.survey.simulated);
  const subject = `Tình hình, kết quả thực hiện nhiệm vụ số ${task.number} về khảo sát mức độ hài lòng ${periodName(period, planYear)}`;
  const closing = closingOf(issuedBy, task);
  return numbered({
    letterhead: letterheadOf({ province }, issuedBy, day),
    kind: "BÁO CÁO",
    subject,
    marks: marksOf(told, simulated),
    addressee: `Kính gửi: Chủ tịch Ủy ban nhân dân ${provinceInSentence(province)} (qua Sở Nội vụ).`,
    simulated,
    body: [
      paragraph(
        `Thực hiện nhiệm vụ số ${task.number}, Phụ lục số 03 Kế hoạch cải cách hành chính năm ${planYear}: “${task.content.replace(/\.$/u, "")}”, ${issuedBy.name} báo cáo tình hình, kết quả thực hiện ${periodName(period, planYear)}${lateText(input)} như sau:`,
      ),
      heading(1, "TÌNH HÌNH THỰC HIỆN"),
      heading(2, "Văn bản đã ban hành"),
      ...documentBlocks(input),
      heading(2, "Các đợt khảo sát"),
      ...surveyBlocks(told),
      heading(1, isProvisional(snapshots) ? "SỐ LIỆU BƯỚC ĐẦU" : "KẾT QUẢ KHẢO SÁT"),
      ...figureBlocks(snapshots),
      heading(1, "VIỆC CÒN LẠI VÀ THỜI HẠN"),
      ...periodRemains(input),
      heading(1, "KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ"),
      heading(2, "Khó khăn, vướng mắc và nguyên nhân"),
      authorRemark("[Cơ quan soạn thảo ghi khó khăn, vướng mắc tại đây]", "shortcomings"),
      heading(2, "Kiến nghị, đề xuất"),
      authorRemark("[Cơ quan soạn thảo ghi kiến nghị, đề xuất tại đây]", "recommendations"),
      paragraph(
        `Trên đây là báo cáo ${periodName(period, planYear)} của ${issuedBy.name} về nhiệm vụ số ${task.number}./.`,
      ),
    ],
    closing: {
      ...closing,
      recipients: [
        "- Chủ tịch UBND tỉnh (để b/c);",
        ...closing.recipients.filter((one) => !one.startsWith("- UBND tỉnh")),
      ],
    },
    annexes: [],
    day,
  });
}

/** Surveys that were opened in the period or before it: what came later is no part of what was done by its end. */
function openedInPeriod({ snapshots, period, planYear }: PeriodInput): Snapshot[] {
  const end = periodEnd(period, planYear);
  return snapshots.filter(({ document }) => document.results.survey.opensOn <= end);
}

/** Whether some figures may still change. */
function isProvisional(snapshots: readonly Snapshot[]): boolean {
  return snapshots.some(({ kind }) => kind === "provisional");
}

function marksOf({ snapshots, day }: PeriodInput, simulated: boolean): string[] {
  return [
    ...(simulated ? [`${SIMULATED_MARK} – không phải kết quả khảo sát thật`] : []),
    ...(isProvisional(snapshots) ? [`Số liệu tạm tính đến ngày ${formatDay(day)}`] : []),
  ];
}

/** Figures of a day before the period ends are no figures of the whole period, and those of a later day tell of more. */
function lateText({ period, planYear, day }: PeriodInput): string {
  const end = periodEnd(period, planYear);
  if (day === end) return "";
  return ` (đến ngày ${formatDay(day)}${day > end ? `, sau khi kỳ báo cáo kết thúc ngày ${formatDay(end)}` : ""})`;
}

function figureBlocks(snapshots: readonly Snapshot[]): Block[] {
  if (snapshots.length === 0) return [paragraph("Chưa có số liệu.")];
  const rows = snapshots.flatMap((snapshot) => {
    const { results } = snapshot.document;
    const { title } = results.survey;
    const { overall, pooled } = headlineRows(results, headlineIndex(results), ALL_UNITS);
    if (!pooled) return [{ snapshot, name: `${title} (${ROLL_UP_NAME})`, row: overall }];
    return [
      { snapshot, name: `${title} (${SIZE_NAME})`, row: overall },
      { snapshot, name: `${title} (${ROLL_UP_NAME})`, row: pooled },
    ];
  });
  const change = isProvisional(snapshots) ? "Số liệu tạm tính có thể thay đổi đến khi đợt khảo sát được chốt. " : "";
  return [
    paragraph(
      `${change}Không dùng các tỷ lệ dưới đây để xếp hạng, không lấy bình quân các đợt dùng mẫu phiếu khác nhau.`,
    ),
    table({
      caption: `${OVERALL_RATE_NAME} của từng đợt`,
      columns: [
        { title: "Đợt khảo sát", kind: "text", width: 60 },
        { title: "Số người (n)", kind: "number", width: 18 },
        { title: "Tỷ lệ hài lòng", kind: "number", width: 20 },
        { title: "Khoảng 95% (%)", kind: "number", width: 24 },
        { title: "Tính đến ngày, nguồn", kind: "text", width: 38 },
      ],
      rows: rows.map(({ snapshot, name, row }) => ({
        cells: [
          ...cells(name),
          ...figureCells(row, [personsText(row), markedRateText(row), rateIntervalText(row)]),
          ...cells(`${formatDay(snapshot.document.results.asOf)}\n${snapshotName(snapshot)}`),
        ],
      })),
      notes: markNotes(rows.map(({ row }) => row)),
    }),
  ];
}
