import { formatCount } from "~/i18n/numbers";
import { MASKED, NO_DATA, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { ResultUnit } from "~/indices/survey-results";
import type { ReportCell } from "../report-document";

/** A unit as its line shows it: `responses` is null where masked. */
type Counted = Pick<ResultUnit, "responses">;

/** Stands under every table in which a masked unit's persons are shown. */
export const MASKED_PERSONS_NOTE = `Ở dòng “${MASKED}”, cột Số người (n) ghi số phiếu được tính của đơn vị.`;

/**
 * Persons in a unit's line: of its published index, or, where the index is withheld, its responses, which may be known
 * from the cell minimum on (the screen's column "Phiếu"). Null: not to be published either.
 */
export function unitPersons(unit: Counted | undefined, overall: MeasureRow | undefined): number | null {
  if (stateOf(overall) === "masked") return unit?.responses ?? null;
  return overall?.n_persons ?? 0;
}

/** True where the line says how many answered although its figures are withheld. */
export function showsMaskedPersons(unit: Counted | undefined, overall: MeasureRow | undefined): boolean {
  return stateOf(overall) === "masked" && unitPersons(unit, overall) !== null;
}

/** A unit's persons and its figures, or in place of the figures one cell that says why there are none. */
export function unitFigureCells(
  unit: Counted | undefined,
  overall: MeasureRow | undefined,
  figures: readonly string[],
): ReportCell[] {
  const state = stateOf(overall);
  const persons = unitPersons(unit, overall);
  if (state === "empty") return [{ text: NO_DATA, span: figures.length + 1 }];
  if (persons === null) return [{ text: MASKED, span: figures.length + 1 }];
  if (state === "masked") return [{ text: formatCount(persons) }, { text: MASKED, span: figures.length }];
  return [{ text: formatCount(persons) }, ...figures.map((text) => ({ text }))];
}
