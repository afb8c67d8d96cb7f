import { CHANNEL_NAMES } from "~/i18n/names";
import type { ChannelResult } from "~/indices/channel-results";
import { MASKED } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { SurveyResults } from "~/indices/survey-results";
import { type CellValue, column, type DataColumn, type DataKind, type DataTable, dataTable } from "./data-table";

/** Sheet "Kênh thu nhận": responses and overall index of those who answered by each channel, masked as on screen. */
export function channelTable(results: SurveyResults): DataTable {
  return dataTable("Kênh thu nhận", COLUMNS, results.channels);
}

const COLUMNS: readonly DataColumn<ChannelResult>[] = [
  column("channel", "Kênh", "text", 40, "Kênh thu nhận phiếu.", ({ channel }) => channel, CHANNEL_NAMES),
  column("responses", "Số phiếu", "count", 14, "Số phiếu nhận qua kênh.", ({ responses }) => responses ?? MASKED),
  figure("n_persons", "Số người (n)", "count", "Số người có câu trả lời hợp lệ.", ({ n_persons }) => n_persons),
  figure("rate", "Tỷ lệ hài lòng chung", "share", "Tỷ lệ hài lòng chung, 0–1.", ({ rate }) => rate),
  figure("rate_low", "Cận dưới 95%", "share", "Cận dưới của khoảng 95% của rate.", ({ rate_ci }) => rate_ci?.[0]),
  figure("rate_high", "Cận trên 95%", "share", "Cận trên của khoảng 95% của rate.", ({ rate_ci }) => rate_ci?.[1]),
  figure("mean", "Điểm trung bình chung", "decimal", "Điểm trung bình chung.", ({ mean }) => mean),
  column(
    "suppressed",
    "Không công bố",
    "text",
    14,
    "masked: không công bố chỉ số của kênh.",
    ({ overall }) => overall?.suppressed ?? null,
    { masked: MASKED },
  ),
];

function figure(
  key: string,
  title: string,
  kind: DataKind,
  meaning: string,
  value: (row: MeasureRow) => number | null | undefined,
): DataColumn<ChannelResult> {
  return column(key, title, kind, 14, meaning, ({ overall }): CellValue => {
    return overall && !overall.suppressed ? (value(overall) ?? null) : null;
  });
}
