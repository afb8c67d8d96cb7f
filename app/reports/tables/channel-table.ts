import { CHANNEL_NAMES } from "~/i18n/names";
import type { ChannelResult } from "~/indices/channel-results";
import { MASKED } from "~/indices/figures";
import type { SurveyResults } from "~/indices/survey-results";
import { column, type DataColumn, type DataTable, dataTable } from "./data-table";
import { overallColumns } from "./overall-columns";

/** Sheet "Kênh thu nhận": responses and overall index of those who answered by each channel, masked as on screen. */
export function channelTable(results: SurveyResults): DataTable {
  return dataTable("Kênh thu nhận", COLUMNS, results.channels);
}

const COLUMNS: readonly DataColumn<ChannelResult>[] = [
  column("channel", "Kênh", "text", 40, "Kênh thu nhận phiếu.", ({ channel }) => channel, CHANNEL_NAMES),
  column("responses", "Số phiếu", "count", 14, "Số phiếu nhận qua kênh.", ({ responses }) => responses ?? MASKED),
  ...overallColumns<ChannelResult>(({ overall }) => overall, "kênh"),
];
