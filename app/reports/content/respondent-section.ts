import { capitalized, intervalName } from "~/i18n/names";
import { figureCells, markedRateText, markNotes, meanText, personsText, rateIntervalText } from "~/indices/figures";
import type { RespondentIndices } from "~/indices/respondent-indices";
import type { SurveyResults } from "~/indices/survey-results";
import { type Block, heading, paragraph, type ReportRow, table } from "../report-document";
import type { ReportContext } from "./report-context";

export const NOT_RECKONED =
  "Bản số liệu này được lập trước khi hệ thống tính chỉ số theo đặc điểm người trả lời nên không có phần này.";

/** The overall index by what respondents say of themselves (methodology, A.9). */
export function respondentSection({ results, hasIndex }: ReportContext): Block[] {
  if (!hasIndex) return [];
  const title = heading(2, "Kết quả theo đặc điểm người trả lời");
  const { respondents } = results;
  if (respondents === undefined) return [title, paragraph(NOT_RECKONED)];
  if (respondents.length === 0)
    return [title, paragraph("Không có kết quả theo đặc điểm: phiếu không hỏi về người trả lời hoặc chưa có phiếu.")];
  return [
    title,
    paragraph(
      "Các nhóm đặt cạnh nhau theo thứ tự trong phiếu, không xếp hạng. Nhóm này có thể khác nhóm kia vì đến những đơn vị, làm những việc khác nhau, nên chênh lệch chưa cho biết do đặc điểm của người trả lời.",
    ),
    respondentTable(results, respondents, "Tỷ lệ hài lòng chung theo đặc điểm người trả lời"),
  ];
}

/** Groups with persons, rate, interval and mean; a group without answers is left out where everybody answered. */
export function respondentTable(
  results: Pick<SurveyResults, "questionnaire" | "survey">,
  respondents: readonly RespondentIndices[],
  caption: string,
): Block {
  const asked = new Map(results.questionnaire.items.map(({ code, text }) => [code, text.vi]));
  const groups = respondents.map(({ item, groups: all }) => ({
    title: asked.get(item) ?? item,
    shown: all.filter(({ option, row }) => option !== null || (row !== null && row.n_persons !== 0)),
  }));
  const rows = groups.flatMap(({ title, shown }): ReportRow[] => [
    { cells: [{ text: title, span: 5 }], strong: true },
    ...shown.map(({ label, row: found }): ReportRow => {
      const row = found ?? undefined;
      const figures = [personsText(row), markedRateText(row), rateIntervalText(row), meanText(row)];
      return { cells: [{ text: label ?? "Không trả lời câu này" }, ...figureCells(row, figures)] };
    }),
  ]);
  return table({
    caption,
    columns: [
      { title: "Đặc điểm", kind: "text", width: 72 },
      { title: "Số người (n)", kind: "number", width: 20 },
      { title: "Tỷ lệ hài lòng", kind: "number", width: 22 },
      { title: `${capitalized(intervalName(results.survey.basis))} (%)`, kind: "number", width: 28 },
      { title: "Điểm trung bình", kind: "number", width: 18 },
    ],
    rows,
    notes: markNotes(groups.flatMap(({ shown }) => shown.map(({ row }) => row ?? undefined))),
  });
}
