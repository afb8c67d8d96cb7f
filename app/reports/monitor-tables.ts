import { CHANNEL_NAMES } from "~/i18n/names";
import type { FieldworkMonitor, MonitoredUnit, ReturnLine } from "~/surveys/fieldwork-monitor";
import { column, type DataTable, dataTable } from "./tables/data-table";

/** The units of a survey with what came from each. Empty cells: not told, or nothing to reckon from. */
export function monitoredUnitsTable({ units }: FieldworkMonitor): DataTable {
  return dataTable<MonitoredUnit>(
    "Theo đơn vị",
    [
      column("unit_id", "Mã cố định", "text", 16, "Mã cố định của đơn vị", ({ key }) => key),
      column("unit_name", "Đơn vị", "text", 40, "Tên đơn vị", ({ name }) => name),
      column("target", "Chỉ tiêu", "count", 12, "Số phiếu cần thu", ({ target }) => target),
      column("received", "Thu về", "count", 12, "Phiếu đã nhận", ({ received }) => received),
      column("valid", "Hợp lệ", "count", 12, "Phiếu tính vào kết quả", ({ counted }) => counted),
      column("reached", "Đạt chỉ tiêu", "share", 14, "Phiếu hợp lệ chia chỉ tiêu", ({ reached }) => reached),
      column("held_share", "Chờ xem xét", "share", 14, "Tỷ lệ phiếu chưa tính", ({ heldShare }) => heldShare),
      column("last_7_days", "7 ngày qua", "count", 12, "Phiếu nhận trong 7 ngày qua", ({ lastWeek }) => lastWeek),
      column("last_day", "Phiếu gần nhất", "text", 14, "Ngày của phiếu gần nhất", ({ lastDay }) => lastDay),
      column(
        "silent_points",
        "Điểm chưa có phiếu mấy ngày nay",
        "text",
        40,
        "Điểm không có phiếu",
        ({ silentPoints }) => silentPoints.join("; "),
      ),
    ],
    units,
  );
}

/** Every table of the monitor. */
export function monitorTables(monitor: FieldworkMonitor): DataTable[] {
  return [
    monitoredUnitsTable(monitor),
    dataTable<FieldworkMonitor["channels"][number]>(
      "Theo kênh",
      [
        column("channel", "Kênh", "text", 36, "Cách thu phiếu", ({ channel }) => CHANNEL_NAMES[channel]),
        column("received", "Thu về", "count", 12, "Phiếu đã nhận", ({ received }) => received),
      ],
      monitor.channels,
    ),
    dataTable<FieldworkMonitor["days"][number]>(
      "Theo ngày",
      [
        column("day", "Ngày", "text", 14, "Ngày", ({ day }) => day),
        column("received", "Thu về", "count", 12, "Phiếu đã nhận", ({ received }) => received),
      ],
      monitor.days,
    ),
    dataTable<ReturnLine>(
      "Phát ra, thu về",
      [
        column("unit_name", "Đơn vị", "text", 40, "Tên đơn vị", ({ unitName }) => unitName),
        column("channel", "Kênh", "text", 36, "Cách thu phiếu", ({ channel }) => CHANNEL_NAMES[channel]),
        column("issued", "Phát ra", "count", 12, "Phiếu phát ra", ({ issued }) => issued),
        column("returned", "Thu về", "count", 12, "Phiếu thu về", ({ returned }) => returned),
        column("valid", "Hợp lệ", "count", 12, "Phiếu hợp lệ", ({ valid }) => valid),
        column("rate", "Tỷ lệ thu hồi", "share", 14, "Thu về chia phát ra", ({ rate }) => rate),
      ],
      monitor.returns,
    ),
  ];
}
