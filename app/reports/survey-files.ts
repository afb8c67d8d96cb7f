import type { Phrase } from "~/i18n/words";
import type { SurveyResults } from "~/indices/survey-results";
import { scaleOf } from "~/questionnaires/questionnaire";

/** A file of a survey's published figures. */
export interface SurveyFile {
  file: string;
  label: Phrase;
  holds: Phrase;
}

/** Files of aggregates, for whoever may take files; each says the same masked figures in the form of one kind of reader. */
export const SURVEY_FILES: readonly SurveyFile[] = [
  {
    file: "results.xlsx",
    label: "Bảng số liệu (XLSX)",
    holds: "Chỉ số, yếu tố, tiêu chí, phân bố, mẫu, kênh, phương pháp, từ điển mã; mở bằng Excel",
  },
  {
    file: "results.csv",
    label: "Chỉ số (CSV)",
    holds:
      "Mọi chỉ số của mọi đơn vị, mỗi số một dòng, cho R, Stata, Python. Xem bằng Excel thì lấy tệp XLSX: Excel tiếng Việt mở CSV dồn vào một cột",
  },
  {
    file: "distribution.csv",
    label: "Số câu trả lời theo mức (CSV)",
    holds: "Số câu trả lời ở từng mức của từng câu hỏi",
  },
  { file: "codebook.csv", label: "Giải thích các cột (CSV)", holds: "Nghĩa của từng cột, từng mã trong các tệp CSV" },
  { file: "results.json", label: "Kết quả (JSON)", holds: "hailong.result/1, cho phần mềm khác" },
  {
    file: "results.schema.json",
    label: "Mô tả tệp JSON (JSON Schema)",
    holds: "Để kiểm tra tệp JSON bằng công cụ khác",
  },
];

/** Lines of the files in long form: what says best how large they are before they are made. */
export function linesOf(results: SurveyResults, file: string): number | null {
  if (file === "results.csv" || file === "results.json") return results.measures.length;
  return file === "distribution.csv" || file === "results.xlsx" ? answerLines(results) : null;
}

/** Lines of the distributions, by far the longest sheet of the workbook: a value or option each, and those not answered. */
function answerLines({ measures, questionnaire }: SurveyResults): number {
  const values = new Map(
    questionnaire.items.map((item) => {
      if (item.type === "scale") return [item.code, scaleOf(questionnaire, item).levels.length + 1] as const;
      return [item.code, item.type === "single" || item.type === "multiple" ? item.options.length + 1 : 0] as const;
    }),
  );
  return measures.reduce((sum, { level, code }) => (level === "item" ? sum + (values.get(code) ?? 0) : sum), 0);
}
