import { ROLL_UP_NAME, SIZE_NAME } from "~/i18n/names";
import { markedRateText, markNotes, personsText, rateIntervalText, stateOf } from "~/indices/figures";
import { itemText, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureLevel } from "~/indices/result";
import { scoredItems } from "~/questionnaires/questionnaire";
import { type Block, heading, paragraph, type ReportRow } from "../report-document";
import { factorChart } from "./factor-section";
import { inBothWays, type ReportContext } from "./report-context";

/** Why nothing is concluded from a unit and the whole that it is part of. */
const NOT_COMPARED =
  "Kết quả của toàn bộ mẫu đặt bên cạnh để tham khảo. Đơn vị là một phần của toàn bộ mẫu, hai bên không phải hai nhóm độc lập, nên báo cáo không kết luận cao hơn hay thấp hơn.";

/** A unit's rates beside those of the whole: factors, then criteria. */
export function besideSection(context: ReportContext, whole: ReportContext): Block[] {
  if (!context.hasIndex) return [];
  const { questionnaire } = context.results;
  const items = scoredItems(questionnaire);
  const used = new Set(items.map(({ factor }) => factor));
  const factors = questionnaire.factors.filter(({ code }) => used.has(code));
  return [
    heading(2, "Kết quả theo yếu tố, bên cạnh toàn bộ mẫu"),
    ...factorChart(context),
    paragraph(NOT_COMPARED),
    besideTable(context, whole, "Tỷ lệ hài lòng theo yếu tố của đơn vị và của toàn bộ mẫu", [
      ...factors.map(({ code, title }) => ({ level: "factor" as const, code, title: title.vi })),
      { level: "overall" as const, code: "*", title: OVERALL_RATE_NAME },
    ]),
    heading(2, "Kết quả theo tiêu chí, bên cạnh toàn bộ mẫu"),
    besideTable(
      context,
      whole,
      "Tỷ lệ hài lòng theo tiêu chí của đơn vị và của toàn bộ mẫu",
      items.map((item) => ({ level: "item" as const, code: item.code, title: itemText(item) })),
    ),
  ];
}

interface Line {
  level: MeasureLevel;
  code: string;
  title: string;
}

function besideTable(context: ReportContext, whole: ReportContext, caption: string, lines: readonly Line[]): Block {
  const isItems = lines.every(({ level }) => level === "item");
  const ways = inBothWays(whole);
  // Criteria of the whole are pooled only: estimates theo quy mô exist for indices.
  const all = (!isItems && ways[0]?.measures) || whole.measures;
  const calledAll = ways.length > 1 ? ` (${!isItems ? SIZE_NAME : ROLL_UP_NAME})` : "";
  const drawn = lines.map((line) => ({
    line,
    own: context.measures.find(context.unit, line.level, line.code),
    whole: all.find(whole.unit, line.level, line.code),
  }));
  const rows = drawn.map(({ line, own, whole: of }): ReportRow => {
    const spread = (row: typeof own, texts: string[]) =>
      stateOf(row) === "published"
        ? texts.map((text) => ({ text }))
        : [{ text: markedRateText(row), span: texts.length }];
    return {
      strong: line.level === "overall",
      cells: [
        { text: line.level === "overall" ? "" : line.code },
        { text: line.title },
        ...spread(own, [personsText(own), markedRateText(own), rateIntervalText(own)]),
        ...spread(of, [markedRateText(of), rateIntervalText(of)]),
      ],
    };
  });
  return {
    kind: "table",
    table: {
      caption,
      columns: [
        { kind: "code", width: 14 },
        { kind: "text", width: 52 },
        { kind: "number", width: 14 },
        { kind: "number", width: 18 },
        { kind: "number", width: 22 },
        { kind: "number", width: 18 },
        { kind: "number", width: 22 },
      ],
      header: [
        [
          { text: "Mã", rows: 2 },
          { text: "Tên", rows: 2 },
          { text: "Đơn vị", span: 3 },
          { text: `Toàn bộ mẫu${calledAll}`, span: 2 },
        ],
        [{ text: "n" }, { text: "Tỷ lệ" }, { text: "Khoảng 95% (%)" }, { text: "Tỷ lệ" }, { text: "Khoảng 95% (%)" }],
      ],
      rows,
      notes: markNotes(drawn.flatMap(({ own, whole: of }) => [own, of])),
    },
  };
}
