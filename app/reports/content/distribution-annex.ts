import { formatCount } from "~/i18n/numbers";
import { MASKED, NO_DATA } from "~/indices/figures";
import { itemText } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import type { Scale, ScaleItem } from "~/questionnaires/questionnaire-schema";
import type { Block, ReportColumn, ReportRow } from "../report-document";
import { countsAsGiven, countWithShare } from "./distribution-rows";
import type { ReportContext } from "./report-context";
import { excludedLevels, type ItemsOnScale, validLevels } from "./scales";

/** Millimetres of a landscape page's text, and of the columns of the table of distributions. */
const PAGE = 247;
const WIDTHS = { code: 15, asked: 16, level: 18.5 };

/**
 * Distribution of every question on a scale: each level, those who did not use the service and those who left it
 * blank, of all who were asked (statistics, "Phân bố").
 */
export function distributionTable(context: ReportContext, { scale, items }: ItemsOnScale<ScaleItem>): Block {
  const levels = [...validLevels(scale), ...excludedLevels(scale)];
  return {
    kind: "table",
    table: {
      caption: captionOf(scale),
      columns: columns(levels.length + 1),
      header: [
        [
          { text: "Mã" },
          { text: "Câu hỏi" },
          { text: "Số người được hỏi" },
          ...levels.map(({ label }) => ({ text: label.vi })),
          { text: "Không trả lời" },
        ],
      ],
      rows: items.map((item) => distributionRow(item, scale, context.measures.find(context.unit, "item", item.code))),
      notes: [
        "Mỗi ô ghi số câu trả lời và tỷ lệ trên số người được hỏi. Câu trả lời ngoài thang đo và câu để trống không tính vào mẫu số của tỷ lệ hài lòng.",
        ...(items.some(({ reverse }) => reverse)
          ? ["Câu hỏi (đảo chiều) ghi câu trả lời như người trả lời đã chọn, trước khi đổi ngược mức."]
          : []),
      ],
    },
  };
}

/** Names the scale by its ends, since a form may have several. */
function captionOf(scale: Scale): string {
  const levels = validLevels(scale);
  return `Phân bố câu trả lời, thang “${levels[0]?.label.vi}” đến “${levels.at(-1)?.label.vi}”`;
}

function columns(figures: number): ReportColumn[] {
  const text = PAGE - WIDTHS.code - WIDTHS.asked - figures * WIDTHS.level;
  return [
    { kind: "code", width: WIDTHS.code },
    // A scale may have eleven levels; the writer scales a table that is too wide to the page.
    { kind: "text", width: Math.max(45, text) },
    { kind: "number", width: WIDTHS.asked },
    ...Array.from({ length: figures }, () => ({ kind: "number" as const, width: WIDTHS.level })),
  ];
}

function distributionRow(item: ScaleItem, scale: Scale, row: MeasureRow | undefined): ReportRow {
  const counts = row ? countsAsGiven(row, scale.levels) : {};
  const levels = [...validLevels(scale), ...excludedLevels(scale)];
  const named = [{ text: item.code }, { text: itemText(item) }];
  // One cell says why there are no counts.
  if (row?.suppressed || !row?.n_asked) return { cells: [...named, { text: askedText(row), span: levels.length + 2 }] };
  return {
    cells: [
      ...named,
      { text: askedText(row) },
      ...levels.map(({ value }) => ({ text: countWithShare(counts[String(value)], row) })),
      { text: countWithShare(row?.n_missing, row) },
    ],
  };
}

function askedText(row: MeasureRow | undefined): string {
  if (row?.suppressed) return MASKED;
  return row?.n_asked ? formatCount(row.n_asked) : NO_DATA;
}
