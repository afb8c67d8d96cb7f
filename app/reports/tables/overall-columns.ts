import { MASKED } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { type CellValue, column, type DataColumn, type DataKind } from "./data-table";

/**
 * Columns of the overall index of a group of persons, empty where it is masked or absent.
 * @param overallOf the group's row, null where it has none.
 * @param group what is masked, in the words of the codebook.
 */
export function overallColumns<Line>(
  overallOf: (line: Line) => MeasureRow | null | undefined,
  group: string,
): DataColumn<Line>[] {
  const figure = (
    key: string,
    title: string,
    kind: DataKind,
    meaning: string,
    value: (row: MeasureRow) => number | null | undefined,
  ): DataColumn<Line> =>
    column(key, title, kind, 14, meaning, (line): CellValue => {
      const row = overallOf(line);
      return row && !row.suppressed ? (value(row) ?? null) : null;
    });
  return [
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
      `masked: không công bố chỉ số của ${group}.`,
      (line) => overallOf(line)?.suppressed ?? null,
      { masked: MASKED },
    ),
  ];
}
