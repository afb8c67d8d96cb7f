import {
  figureCells,
  MASKED,
  markedRateText,
  markNotes,
  NO_DATA,
  NOT_APPLICABLE,
  personsText,
  rateIntervalText,
  stateOf,
} from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { measureIndexOf, type ResultUnit } from "~/indices/survey-results";
import { scoredItems } from "~/questionnaires/questionnaire";
import type { ConsolidatedSurvey } from "./consolidated-report";
import { listedUnits } from "./content/unit-tree";
import type { Block, ReportCell } from "./report-document";

/** Surveys side by side in one table at most: more do not fit the width of a page. */
const MOST_COLUMNS = 6;
/** Surveys whose figures have a column each; of more, a cell holds all three. */
const MOST_APART = 2;

/** Units down, surveys across: each unit's overall rate with its interval and persons. Null where no survey has an index. */
export function consolidatedUnits(surveys: readonly ConsolidatedSurvey[]): Block | null {
  const shown = surveys
    .map(({ snapshot }, index) => ({ results: snapshot.document.results, number: index + 1 }))
    .filter(({ results }) => scoredItems(results.questionnaire).length > 0)
    .slice(0, MOST_COLUMNS);
  const units = mergedUnits(shown.map(({ results }) => results.units));
  if (shown.length === 0 || units.length === 0) return null;
  const indices = shown.map(({ results }) => ({
    index: measureIndexOf(results),
    surveyed: new Set(results.units.filter(({ surveyed }) => surveyed).map(({ key }) => key)),
  }));
  const told: (MeasureRow | undefined)[] = [];
  const apart = shown.length <= MOST_APART;
  const rows = units.map(({ unit, name }) => {
    const cells: ReportCell[] = [{ text: name }];
    for (const { index, surveyed } of indices) {
      const row = index.find(unit.key, "overall");
      if (!surveyed.has(unit.key)) cells.push(apart ? { text: NOT_APPLICABLE, span: 3 } : { text: NOT_APPLICABLE });
      else {
        told.push(row);
        cells.push(...(apart ? figureCells(row, figuresOf(row)) : [{ text: figureText(row) }]));
      }
    }
    return { cells };
  });
  const titles = shown.map(({ number, results }) => `(${number}) ${results.survey.title}`);
  return {
    kind: "table",
    table: {
      caption: "Tỷ lệ hài lòng chung của các đơn vị, theo đợt khảo sát",
      columns: [{ kind: "text", width: 82 }, ...numberColumns(apart ? shown.length * 3 : shown.length)],
      header: apart
        ? [
            [{ text: "Đơn vị", rows: 2 }, ...titles.map((text) => ({ text, span: 3 }))],
            titles.flatMap(() => [{ text: "Số người (n)" }, { text: "Tỷ lệ hài lòng" }, { text: "Khoảng 95% (%)" }]),
          ]
        : [[{ text: "Đơn vị" }, ...titles.map((text) => ({ text }))]],
      rows,
      notes: [
        `Đơn vị xếp theo tên, không xếp hạng.${shown.length > 1 ? " Không cộng, không lấy bình quân các cột của những mẫu phiếu khác nhau." : ""}`,
        ...(apart ? [] : ["Mỗi ô: tỷ lệ hài lòng, khoảng 95% (%), số người trả lời (n)."]),
        ...(shown.length > 1 ? [`“${NOT_APPLICABLE}”: đơn vị không thuộc đợt.`] : []),
        ...(surveys.length > shown.length
          ? [`Bảng chỉ nêu ${shown.length} đợt đầu; các đợt khác xem báo cáo của từng đợt.`]
          : []),
        ...markNotes(told),
      ],
    },
  };
}

function numberColumns(count: number): { kind: "number"; width: number }[] {
  return Array.from({ length: count }, () => ({ kind: "number" as const, width: Math.floor(165 / count) }));
}

function figuresOf(row: MeasureRow | undefined): string[] {
  return [personsText(row), markedRateText(row), rateIntervalText(row)];
}

function figureText(row: MeasureRow | undefined): string {
  const state = stateOf(row);
  if (state === "masked") return MASKED;
  if (state === "empty") return NO_DATA;
  return `${markedRateText(row)}\n${rateIntervalText(row)}\nn = ${personsText(row)}`;
}

/** The surveyed units of all surveys, each once, in the order of the tree. */
function mergedUnits(lists: readonly (readonly ResultUnit[])[]): ReturnType<typeof listedUnits> {
  const merged = new Map<string, ResultUnit>();
  for (const units of lists) {
    for (const unit of units) {
      const known = merged.get(unit.key);
      merged.set(unit.key, known ? { ...known, surveyed: known.surveyed || unit.surveyed } : unit);
    }
  }
  return listedUnits([...merged.values()]).filter(({ unit }) => unit.surveyed);
}
