import type { RespondentIndices } from "~/indices/respondent-indices";
import type { SurveyResults } from "~/indices/survey-results";
import { column, type DataColumn, type DataTable, dataTable } from "./data-table";
import { overallColumns } from "./overall-columns";

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
  ...overallColumns<RespondentLine>(({ group }) => group.row, "nhóm"),
];
