import type { SizeStanding } from "~/indices/by-size";
import type { MeasureRow } from "~/indices/result";
import { type CellValue, column, type DataColumn, type DataKind } from "./data-table";

interface Line {
  /** The index theo quy mô, of a branch or of all units. */
  sized: MeasureRow | undefined;
  standing: SizeStanding | undefined;
}

/** Beside the pooled figures of branches and of all units; empty for single units, and where sizes are not known. */
export const SIZE_COLUMNS: readonly DataColumn<Line>[] = [
  sizeFigure("size_rate", "Tỷ lệ hài lòng, theo quy mô", "share", "rate theo quy mô", ({ rate }) => rate),
  sizeFigure(
    "size_rate_se",
    "Sai số chuẩn của tỷ lệ, theo quy mô",
    "error",
    "Sai số chuẩn của size_rate",
    ({ rate_se }) => rate_se,
  ),
  sizeFigure(
    "size_rate_low",
    "Cận dưới 95% của tỷ lệ, theo quy mô",
    "share",
    "Cận dưới của khoảng 95% của size_rate",
    ({ rate_ci }) => rate_ci?.[0],
  ),
  sizeFigure(
    "size_rate_high",
    "Cận trên 95% của tỷ lệ, theo quy mô",
    "share",
    "Cận trên của khoảng 95% của size_rate",
    ({ rate_ci }) => rate_ci?.[1],
  ),
  sizeFigure("size_mean", "Điểm trung bình, theo quy mô", "decimal", "mean theo quy mô", ({ mean }) => mean),
  sizeFigure(
    "size_mean_se",
    "Sai số chuẩn của điểm, theo quy mô",
    "error",
    "Sai số chuẩn của size_mean",
    ({ mean_se }) => mean_se,
  ),
  sizeFigure(
    "size_mean_low",
    "Cận dưới 95% của điểm, theo quy mô",
    "decimal",
    "Cận dưới của khoảng 95% của size_mean",
    ({ mean_ci }) => mean_ci?.[0],
  ),
  sizeFigure(
    "size_mean_high",
    "Cận trên 95% của điểm, theo quy mô",
    "decimal",
    "Cận trên của khoảng 95% của size_mean",
    ({ mean_ci }) => mean_ci?.[1],
  ),
  sizeFigure(
    "size_n_persons",
    "Số người, theo quy mô",
    "count",
    "Số người của các đơn vị có trong size_rate",
    ({ n_persons }) => n_persons,
  ),
  column(
    "size_share",
    "Phần quy mô",
    "share",
    12,
    "Phần của tổng quy mô mà các đơn vị có trong size_rate đại diện; trống: chưa biết hết quy mô.",
    ({ sized, standing }): CellValue => (sized && !sized.suppressed ? (standing?.share ?? null) : null),
  ),
];

function sizeFigure(
  key: string,
  title: string,
  kind: DataKind,
  meaning: string,
  value: (row: MeasureRow) => number | null | undefined,
): DataColumn<Line> {
  const where = `${meaning} (hậu phân tầng theo đơn vị); chỉ có ở nhánh và tất cả đơn vị, khi đã biết quy mô.`;
  return column(
    key,
    title,
    kind,
    12,
    where,
    ({ sized }): CellValue => (sized && !sized.suppressed ? (value(sized) ?? null) : null),
  );
}
