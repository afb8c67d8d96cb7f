import { capitalized, intervalName, ROLL_UP_NAME } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { MASKED, markedRateText, markNotes, meanText, rateIntervalText, rateText, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { ResultUnit } from "~/indices/survey-results";
import { isScored } from "~/questionnaires/questionnaire";
import type { Factor } from "~/questionnaires/questionnaire-schema";
import { type Block, cells, paragraph, type ReportCell, type ReportColumn, type ReportRow } from "../report-document";
import type { ReportContext } from "./report-context";
import { MASKED_PERSONS_NOTE, showsMaskedPersons, unitFigureCells, unitPersons } from "./unit-persons";
import { listedUnits } from "./unit-tree";

/** Millimetres of the landscape page between its margins (297 − 30 − 20). */
const PAGE = 247;
/** From this many factors on, rate and interval share a column on two lines. */
const MANY_FACTORS = 7;
const LEADING = { number: 10, persons: 15, rate: 20, interval: 28, both: 25, mean: 14 } as const;
const FACTOR = { few: 19, many: 16.2 } as const;
const SMALLEST_NAME = 40;

/** Phụ lục I: every unit with its persons, its overall figures and the rate of each factor. */
export function unitAnnex(context: ReportContext): Block[] {
  const factors = usedFactors(context);
  const lines = unitLines(context, factors);
  const legend = factors.map(({ code, title }) => `${code} – ${title.vi}`).join("; ");
  return [
    paragraph(`Ký hiệu yếu tố: ${legend}.`),
    {
      kind: "table",
      table: {
        caption: "Chỉ số của từng đơn vị",
        columns: columns(factors.length),
        header: header(context, factors),
        rows: lines.map(({ row }) => row),
        notes: [
          `Dòng in đậm là toàn bộ mẫu hoặc nhóm đơn vị, tính theo cách “${ROLL_UP_NAME}”.`,
          ...(lines.some(({ unit, overall }) => showsMaskedPersons(unit, overall)) ? [MASKED_PERSONS_NOTE] : []),
          ...markNotes(lines.map(({ overall }) => overall)),
        ],
      },
    },
  ];
}

function usedFactors({ results }: ReportContext): Factor[] {
  const used = new Set(results.questionnaire.items.filter(isScored).map(({ factor }) => factor));
  return results.questionnaire.factors.filter(({ code }) => used.has(code));
}

function columns(factors: number): ReportColumn[] {
  const many = factors >= MANY_FACTORS;
  const rates = many ? [LEADING.both] : [LEADING.rate, LEADING.interval];
  const figures = [LEADING.persons, ...rates, LEADING.mean, ...Array(factors).fill(many ? FACTOR.many : FACTOR.few)];
  const taken = figures.reduce((sum, width) => sum + width, LEADING.number);
  return [
    { kind: "code", width: LEADING.number },
    // Below the smallest name the table would be wider than the page; the writer then scales it.
    { kind: "text", width: Math.max(SMALLEST_NAME, PAGE - taken) },
    ...figures.map((width): ReportColumn => ({ kind: "number", width })),
  ];
}

function header({ results }: ReportContext, factors: readonly Factor[]): ReportCell[][] {
  const interval = capitalized(intervalName(results.survey.basis));
  const rates =
    factors.length >= MANY_FACTORS
      ? [`Tỷ lệ hài lòng chung\n${interval} (%)`]
      : ["Tỷ lệ hài lòng chung", `${interval} (%)`];
  const leading = ["TT", "Đơn vị", "Số người (n)", ...rates, "Điểm trung bình"];
  return [
    [...leading.map((text) => ({ text, rows: 2 })), { text: "Tỷ lệ hài lòng theo yếu tố", span: factors.length }],
    cells(...factors.map(({ code }) => code)),
  ];
}

interface UnitLine {
  row: ReportRow;
  unit: Line["unit"];
  overall: MeasureRow | undefined;
}

function unitLines(context: ReportContext, factors: readonly Factor[]): UnitLine[] {
  let number = 0;
  const units = listedUnits(context.results.units).map(({ unit, name, group }) => {
    if (unit.surveyed) number += 1;
    return unitLine(
      context,
      { number: unit.surveyed ? String(number) : "", name, key: unit.key, unit, group },
      factors,
    );
  });
  const all = { number: "", name: "Toàn bộ mẫu", key: "*", unit: undefined, group: true };
  return [unitLine(context, all, factors), ...units];
}

interface Line {
  number: string;
  name: string;
  key: string;
  /** Undefined for all units together. */
  unit: ResultUnit | undefined;
  group: boolean;
}

function unitLine({ measures }: ReportContext, line: Line, factors: readonly Factor[]): UnitLine {
  const overall = measures.find(line.key, "overall");
  const rows = factors.map(({ code }) => measures.find(line.key, "factor", code));
  const rate = markedRateText(overall);
  const interval = rateIntervalText(overall);
  const rates = factors.length >= MANY_FACTORS ? [rate === interval ? rate : `${rate}\n${interval}`] : [rate, interval];
  const figures = [...rates, meanText(overall), ...rows.map((row) => rateText(row))];
  const alike = rows.every((row) => stateOf(row) === stateOf(overall));
  const persons = unitPersons(line.unit, overall);
  return {
    overall,
    unit: line.unit,
    row: {
      strong: line.group,
      cells: [
        ...cells(line.number, line.name),
        ...(alike
          ? unitFigureCells(line.unit, overall, figures)
          : cells(persons === null ? MASKED : formatCount(persons), ...figures)),
      ],
    },
  };
}
