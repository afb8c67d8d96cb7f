import { capitalized, intervalName } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { figureCells, markedRateText, markNotes, personsText, rateIntervalText } from "~/indices/figures";
import { isReturn, itemText } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import type { ScaleItem } from "~/questionnaires/questionnaire-schema";
import { commentsFileName } from "../comments-file-name";
import { authorRemark, type Block, cells, heading, paragraph, table } from "../report-document";
import { optionRows } from "./distribution-rows";
import type { ReportContext } from "./report-context";
import { choiceItems, type ItemsOnScale, quotedLabels, satisfiedLevels, wishes } from "./scales";

/**
 * Wishes and expectations: the share at the level the scale names, questions from the most to the least chosen. Nothing
 * where the form asks none; how far expectations were met stands with the overall figures.
 */
export function wishesSection(context: ReportContext): Block[] {
  const groups = wishes(context.results.questionnaire);
  if (groups.length === 0) return [];
  return [
    heading(2, "Nhu cầu, mong đợi"),
    paragraph(
      `Câu hỏi xếp theo tỷ lệ giảm dần trong mẫu; hai câu kề nhau có ${intervalName(context.results.survey.basis)} chồng lên nhau thì chưa đủ căn cứ để kết luận có chênh lệch.`,
    ),
    ...groups.map((group) => wishTable(context, group)),
  ];
}

function wishTable(context: ReportContext, { scale, items }: ItemsOnScale<ScaleItem>): Block {
  const labels = quotedLabels(satisfiedLevels(scale));
  const ranked = items
    .map((item) => ({ item, row: context.measures.find(context.unit, "item", item.code) }))
    .sort((a, b) => rank(b.row) - rank(a.row));
  return table({
    caption: `Tỷ lệ chọn ${labels}`,
    columns: [
      { title: "Mã", kind: "code", width: 16 },
      { title: "Câu hỏi", kind: "text", width: 79 },
      { title: "Số người (n)", kind: "number", width: 18 },
      { title: `Tỷ lệ ${labels}`, kind: "number", width: 20 },
      { title: `${capitalized(intervalName(context.results.survey.basis))} (%)`, kind: "number", width: 27 },
    ],
    rows: ranked.map(({ item, row }) => ({
      cells: [
        ...cells(item.code, itemText(item)),
        ...figureCells(row, [personsText(row), markedRateText(row), rateIntervalText(row)]),
      ],
    })),
    notes: markNotes(ranked.map(({ row }) => row)),
  });
}

/** Masked and empty questions come last, whatever their figure would have been. */
function rank(row: MeasureRow | undefined): number {
  return row?.suppressed || row?.rate == null ? -1 : row.rate;
}

/** Choice questions outside the index: perceptions, experience, whether one would come back. */
export function otherQuestionsSection(context: ReportContext): Block[] {
  const choices = choiceItems(context.results.questionnaire, false);
  if (choices.length === 0) return [];
  const rows = choices.flatMap((item) => [
    {
      cells: [{ text: `${item.text.vi}${isReturn(item) ? " (tỷ lệ quay lại: xem mục Kết quả chung)" : ""}`, span: 3 }],
      strong: true,
    },
    ...optionRows(item, context.measures.find(context.unit, "item", item.code)),
  ]);
  const multiple = choices.some(({ type }) => type === "multiple");
  return [
    heading(2, "Câu hỏi khác"),
    table({
      caption: "Phân bố câu trả lời của các câu hỏi lựa chọn",
      columns: [
        { title: "Câu hỏi, phương án", kind: "text", width: 100 },
        { title: "Số người", kind: "number", width: 30 },
        { title: "Tỷ lệ", kind: "number", width: 30 },
      ],
      rows,
      notes: [
        "Tỷ lệ tính trên số người có câu trả lời hợp lệ ở từng câu hỏi.",
        ...(multiple ? ["Câu hỏi được chọn nhiều phương án có tổng tỷ lệ vượt 100%."] : []),
      ],
    }),
  ];
}

/** Written comments are never quoted: their authors may have named themselves or others. The issuing body reads them. */
export function commentsSection({ results }: ReportContext): Block[] {
  const questions = results.questionnaire.items.filter(({ type }) => type === "text");
  if (questions.length === 0) return [];
  const quoted = questions.map(({ text }) => `“${text.vi}”`).join("; ");
  return [
    heading(2, "Ý kiến viết"),
    paragraph(
      `Phiếu có ${formatCount(questions.length)} câu hỏi để người trả lời tự viết: ${quoted}. Báo cáo không trích nguyên văn ý kiến để giữ ẩn danh; ý kiến đã che thông tin cá nhân nằm trong tệp ${commentsFileName(results.survey.id)}.`,
    ),
    authorRemark(
      "[Cơ quan soạn thảo đọc các ý kiến trong hệ thống và nêu những vấn đề chính tại đây, không ghi tên, số điện thoại, số giấy tờ của ai]",
      "comments",
    ),
  ];
}
