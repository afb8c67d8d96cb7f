import type { MeasureRow } from "~/indices/result";
import { isScored } from "~/questionnaires/questionnaire-schema";
import {
  MASKED,
  markedRateText,
  markNotes,
  meanText,
  NO_DATA,
  personsText,
  rateIntervalText,
  rateText,
  stateOf,
} from "../figures";
import { intervalName, ROLL_UP_NAME } from "../names";
import type { Block, ReportCell, ReportColumn, ReportRow } from "../report-document";
import type { ReportContext } from "./report-context";
import { listedUnits } from "./unit-tree";

/** Millimetres of the landscape page between its margins (297 − 30 − 20), and of the columns whose width is fixed. */
const PAGE = 247;
const LEADING = { number: 9, persons: 15, rate: 20, interval: 28, mean: 14 };
const FACTOR = { narrow: 15.5, wide: 19 };

/** Phụ lục I: every unit with its persons, its overall figures and the rate of each factor. */
export function unitAnnex(context: ReportContext): Block[] {
  const { questionnaire } = context.results;
  const used = new Set(questionnaire.items.filter(isScored).map(({ factor }) => factor));
  const factors = questionnaire.factors.filter(({ code }) => used.has(code));
  const lines = unitLines(
    context,
    factors.map(({ code }) => code),
  );
  const legend = factors.map(({ code, title }) => `${code}: ${title.vi}`).join("; ");
  return [
    {
      kind: "table",
      table: {
        caption: "Chỉ số của từng đơn vị",
        columns: columns(factors.length),
        header: header(
          context,
          factors.map(({ code }) => code),
        ),
        rows: lines.map(({ row }) => row),
        notes: [
          `Yếu tố: ${legend}.`,
          `Dòng in đậm là toàn bộ mẫu hoặc nhóm đơn vị, tính theo cách “${ROLL_UP_NAME}”.`,
          ...markNotes(lines.flatMap(({ marked }) => marked)),
        ],
      },
    },
  ];
}

function columns(factors: number): ReportColumn[] {
  const width = factors > 6 ? FACTOR.narrow : FACTOR.wide;
  const fixed = LEADING.number + LEADING.persons + LEADING.rate + LEADING.interval + LEADING.mean;
  return [
    { kind: "code", width: LEADING.number },
    // The floor is passed only by more factors than any form has; the writer then scales the whole table to the page.
    { kind: "text", width: Math.max(40, PAGE - fixed - factors * width) },
    { kind: "number", width: LEADING.persons },
    { kind: "number", width: LEADING.rate },
    { kind: "number", width: LEADING.interval },
    { kind: "number", width: LEADING.mean },
    ...Array.from({ length: factors }, () => ({ kind: "number" as const, width })),
  ];
}

function header({ results }: ReportContext, factors: readonly string[]): ReportCell[][] {
  const both = (text: string): ReportCell => ({ text, rows: 2 });
  const interval = intervalName(results.survey.basis).replace(/^khoảng/u, "Khoảng");
  return [
    [
      ...["TT", "Đơn vị", "Số người (n)", "Tỷ lệ hài lòng chung", `${interval} (%)`, "Điểm trung bình"].map(both),
      { text: "Tỷ lệ hài lòng theo yếu tố", span: factors.length },
    ],
    factors.map((text) => ({ text })),
  ];
}

interface UnitLine {
  row: ReportRow;
  marked: (MeasureRow | undefined)[];
}

function unitLines(context: ReportContext, factors: readonly string[]): UnitLine[] {
  const total = unitLine(context, "", "Toàn bộ mẫu", "*", factors, true);
  let number = 0;
  const units = listedUnits(context.results.units).map(({ unit, name, group }) => {
    if (unit.surveyed) number += 1;
    return unitLine(context, unit.surveyed ? String(number) : "", name, unit.key, factors, group);
  });
  return [total, ...units];
}

function unitLine(
  { measures }: ReportContext,
  number: string,
  name: string,
  key: string,
  factors: readonly string[],
  strong: boolean,
): UnitLine {
  const overall = measures.find(key, "overall");
  const rows = factors.map((code) => measures.find(key, "factor", code));
  const state = stateOf(overall);
  if (state !== "published" && rows.every((row) => stateOf(row) === state)) {
    const text = state === "masked" ? MASKED : NO_DATA;
    return {
      row: { strong, cells: [{ text: number }, { text: name }, { text, span: 4 + factors.length }] },
      marked: [],
    };
  }
  const figures = [
    personsText(overall),
    markedRateText(overall),
    rateIntervalText(overall),
    meanText(overall),
    ...rows.map(rateText),
  ];
  return { row: { strong, cells: [number, name, ...figures].map((text) => ({ text })) }, marked: [overall] };
}
