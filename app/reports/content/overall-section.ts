import { capitalized, intervalName } from "~/i18n/names";
import { formatCount, formatDecimal, formatShare } from "~/i18n/numbers";
import {
  markedRateText,
  markNotes,
  meanIntervalText,
  meanText,
  NO_DATA,
  personsText,
  rateIntervalText,
  stateOf,
} from "~/indices/figures";
import { ALL_UNITS } from "~/indices/measure-groups";
import {
  allSatisfiedName,
  isExpectation,
  isReturn,
  itemText,
  OVERALL_MEAN_NAME,
  OVERALL_RATE_NAME,
} from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import { aimedRow, targetSentence } from "~/indices/target-verdict";
import { type Block, cells, heading, paragraph, type ReportRow, table } from "../report-document";
import { inBothWays, type ReportContext, standingParagraphs } from "./report-context";
import { generalJudgements } from "./scales";

/** The headline in a sentence, then every named measure in a table: a figure that stands there is not told twice. */
export function overallSection(context: ReportContext): Block[] {
  const measures = overallMeasures(context);
  return [
    heading(2, "Kết quả chung"),
    ...measures.filter(({ headline }) => headline || !context.hasIndex).map((measure) => paragraph(measure.sentence)),
    ...standingParagraphs(context, context.unit),
    ...targetParagraph(context),
    ...(measures.length > 0
      ? [overallTable(context, measures)]
      : [paragraph("Phiếu khảo sát không có tiêu chí tính chỉ số.")]),
  ];
}

/** The plan's target with the verdict that the headline's interval allows, never its rate alone. */
function targetParagraph({ results, measures, sized, hasIndex, unit }: ReportContext): Block[] {
  const sentence = hasIndex ? targetSentence(aimedRow(measures, sized, unit), results.survey.targetRate) : null;
  return sentence === null ? [] : [paragraph(sentence)];
}

interface OverallMeasure {
  sentence: string;
  headline?: true;
  row: MeasureRow | undefined;
  cells: ReportRow;
}

function overallMeasures(context: ReportContext): OverallMeasure[] {
  const { questionnaire } = context.results;
  const found: OverallMeasure[] = [];
  if (context.hasIndex) {
    const allSatisfied = allSatisfiedName(questionnaire.sector);
    for (const { measures, called } of inBothWays(context)) {
      const overall = measures.find(context.unit, "overall");
      found.push({ ...rateMeasure(context, called(OVERALL_RATE_NAME), overall), headline: true });
      found.push(meanMeasure(context, called(OVERALL_MEAN_NAME), overall));
      found.push(rateMeasure(context, called(allSatisfied), measures.find(context.unit, "all-satisfied")));
    }
  }
  for (const item of questionnaire.items.filter(isExpectation)) {
    found.push(
      meanMeasure(
        context,
        "Tỷ lệ đáp ứng so với mong đợi",
        context.measures.find(context.unit, "item", item.code),
        "%",
      ),
    );
  }
  for (const item of questionnaire.items.filter(isReturn)) {
    found.push(rateMeasure(context, "Tỷ lệ quay lại", context.measures.find(context.unit, "item", item.code)));
  }
  for (const item of generalJudgements(questionnaire)) {
    const name = `Câu hỏi riêng “${itemText(item)}” (ngoài chỉ số), tỷ lệ hài lòng`;
    found.push(rateMeasure(context, name, context.measures.find(context.unit, "item", item.code)));
  }
  return found;
}

function rateMeasure(context: ReportContext, name: string, row: MeasureRow | undefined): OverallMeasure {
  return {
    row,
    sentence: sentence(context, name, row, (published) =>
      published.rate == null
        ? null
        : { value: formatShare(published.rate), interval: published.rate_ci, format: formatShare },
    ),
    cells: { cells: cells(name, personsText(row), markedRateText(row), percentInterval(rateIntervalText(row))) },
  };
}

function meanMeasure(context: ReportContext, name: string, row: MeasureRow | undefined, unit = ""): OverallMeasure {
  const format = (value: number) => formatDecimal(value, 2) + unit;
  return {
    row,
    sentence: sentence(context, name, row, (published) =>
      published.mean == null ? null : { value: format(published.mean), interval: published.mean_ci, format },
    ),
    cells: {
      cells: cells(name, personsText(row), withUnit(meanText(row), unit), withUnit(meanIntervalText(row), unit)),
    },
  };
}

function withUnit(text: string, unit: string): string {
  return /\d$/u.test(text) ? text + unit : text;
}

function percentInterval(text: string): string {
  return withUnit(text, "%");
}

interface Figure {
  value: string;
  interval: readonly [number, number] | null | undefined;
  format: (value: number) => string;
}

/** "Tỷ lệ hài lòng chung đạt 83,94% (khoảng tin cậy 95%: từ 83,10% đến 84,75%; n = 36.525 người)." */
function sentence(
  { results }: ReportContext,
  name: string,
  row: MeasureRow | undefined,
  figureOf: (published: MeasureRow) => Figure | null,
): string {
  const state = stateOf(row);
  if (state === "masked") return `${name}: không công bố.`;
  const figure = state === "published" && row ? figureOf(row) : null;
  if (figure === null || !row) return `${name}: ${NO_DATA}.`;
  const interval = figure.interval
    ? `${intervalName(results.survey.basis)}: từ ${figure.format(figure.interval[0])} đến ${figure.format(figure.interval[1])}; `
    : "";
  return `${name} đạt ${figure.value} (${interval}n = ${formatCount(row.n_persons ?? 0)} người).`;
}

function overallTable({ results, unit }: ReportContext, measures: readonly OverallMeasure[]): Block {
  return table({
    caption: unit === ALL_UNITS ? "Kết quả chung của toàn bộ mẫu" : "Kết quả chung của đơn vị",
    columns: [
      { title: "Chỉ số", kind: "text", width: 74 },
      { title: "Số người (n)", kind: "number", width: 22 },
      { title: "Giá trị", kind: "number", width: 24 },
      { title: capitalized(intervalName(results.survey.basis)), kind: "number", width: 40 },
    ],
    rows: measures.map((measure) => measure.cells),
    notes: markNotes(measures.map(({ row }) => row)),
  });
}
