import { MASKED } from "~/indices/figures";
import type { RespondentIndices } from "~/indices/respondent-indices";
import type { MeasureRow } from "~/indices/result";
import type { SurveyResults } from "~/indices/survey-results";
import { type CellValue, column, type DataColumn, type DataKind, type DataTable, dataTable } from "./data-table";

/** A group of respondents by one answer about themselves. */
interface RespondentLine {
  item: string;
  question: string;
  group: RespondentIndices["groups"][number];
}

/** Sheet "Người trả lời": the overall index by what respondents say of themselves, masked as on screen. */
export function respondentTable({ questionnaire, respondents = [] }: SurveyResults): DataTable {
  const texts = new Map(questionnaire.items.map(({ code, text }) => [code, text.vi]));
  const lines = respondents.flatMap(({ item, groups }) =>
    groups.map((group) => ({ item, question: texts.get(item) ?? item, group })),
  );
  return dataTable("Người trả lời", COLUMNS, lines);
}

const COLUMNS: readonly DataColumn<RespondentLine>[] = [
  column("item", "Mã câu hỏi", "text", 12, "Mã câu hỏi về người trả lời.", ({ item }) => item),
  column("question", "Câu hỏi", "text", 44, "Lời câu hỏi.", ({ question }) => question),
  column("option", "Giá trị", "text", 10, "Giá trị của phương án; trống: không trả lời.", ({ group }) =>
    group.option === null ? null : String(group.option),
  ),
  column("answer", "Phương án", "text", 34, "Phương án đã chọn.", ({ group }) => group.label ?? "Không trả lời"),
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
    "masked: không công bố chỉ số của nhóm.",
    ({ group }) => group.row?.suppressed ?? null,
    { masked: MASKED },
  ),
];

function figure(
  key: string,
  title: string,
  kind: DataKind,
  meaning: string,
  value: (row: MeasureRow) => number | null | undefined,
): DataColumn<RespondentLine> {
  return column(key, title, kind, 14, meaning, ({ group: { row } }): CellValue => {
    return row && !row.suppressed ? (value(row) ?? null) : null;
  });
}
