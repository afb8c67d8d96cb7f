import { searchable } from "~/i18n/searchable";
import type { UnitKind } from "~/units/unit-kinds";

/** A unit that stands today. */
export interface ListedUnit {
  id: number;
  key: string;
  code: string;
  name: string;
  kind: UnitKind;
  /** Name of the unit above it. */
  place: string | null;
}

/** What a unit of before was called, and which units of today it went on in. */
export interface FormerUnit {
  code: string;
  name: string;
  now: string[];
}

/** A line of a list that stands for no one unit on offer. */
export interface UnitLineProblem {
  line: number;
  typed: string;
  /** Nothing of today, several, one that the form does not offer, or a code and a name of different units. */
  reason: "unknown" | "ambiguous" | "not-offered" | "disagreeing";
  /** Units on offer that may be meant. */
  candidates: Pick<ListedUnit, "id" | "code" | "name" | "place">[];
  former: FormerUnit[];
}

export interface FoundUnits {
  unitIds: number[];
  /** Lines that name a unit of an earlier line again. */
  repeated: number;
  /** Lines that the officer chose to leave out. */
  skipped: number;
  problems: UnitLineProblem[];
}

/** What came of choosing units by a list or a group, to be shown in the form. */
export interface ListAnswer {
  /** Which answer of this form it is, so that a field filled in anew takes the place of the old one. */
  turn: number;
  /** Units that are ticked now because of it, and those of them that were ticked before; null where nothing was taken. */
  taken: { units: number; before: number; from: string | null; repeated: number; skipped: number } | null;
  /** Why the list could not be read at all. */
  refusal: string | null;
  problems: UnitLineProblem[];
}

/** Lines read at most; more is no list of this province's units. */
export const MOST_LINES = 5000;
const MOST_CANDIDATES = 8;
const KEY_HEADINGS = ["unit_id", "mã định danh"];
const CODE_HEADINGS = ["unit_code", "mã đơn vị", "mã", "code"];
const NAME_HEADINGS = ["unit_name", "tên đơn vị", "tên", "đơn vị", "name"];

/**
 * Finds the units that the lines of a list stand for: each line is a code, a name or a stable key, or a code and a name,
 * which must then agree. Only units that stand today are looked among: a code of before may be another unit's by now, so
 * former units serve for hints alone.
 * @param answers what the officer said about lines of which the list alone does not tell, as `answerOf` writes it.
 */
export function findUnits(
  rows: readonly { line: number; cells: readonly string[] }[],
  {
    offered,
    elsewhere = [],
    former = [],
    answers = [],
  }: {
    offered: readonly ListedUnit[];
    /** Units of today that the form does not offer. */
    elsewhere?: readonly ListedUnit[];
    former?: readonly FormerUnit[];
    answers?: readonly string[];
  },
): FoundUnits {
  const inForm = indexOf(offered);
  const outside = indexOf(elsewhere);
  const [first] = rows;
  const columns = first ? columnsOf(partsOf(first.cells)) : null;
  const found = new Set<number>();
  const result: FoundUnits = { unitIds: [], repeated: 0, skipped: 0, problems: [] };
  for (const { line, cells } of columns ? rows.slice(1) : rows) {
    const parts = partsOf(cells);
    const words = (columns ? columns.map((at) => parts[at] ?? "") : parts.slice(0, 2)).filter((word) => word !== "");
    if (words.length === 0) continue;
    const typed = words.join(", ");
    const take = (id: number) => {
      if (found.has(id)) result.repeated += 1;
      found.add(id);
    };
    if (answers.includes(answerOf(line, "skip", typed))) {
      result.skipped += 1;
      continue;
    }
    const { units, disagreeing } = lookUp(inForm, words);
    const said = offered.find(({ id }) => answers.includes(answerOf(line, id, typed)));
    const [only] = units;
    if (said) take(said.id);
    else if (only && units.length === 1 && !disagreeing) take(only.id);
    else {
      const reason = disagreeing
        ? "disagreeing"
        : units.length > 1
          ? "ambiguous"
          : lookUp(outside, words).units.length > 0
            ? "not-offered"
            : "unknown";
      const near = units.length > 0 ? units : alike(offered, words);
      result.problems.push({
        line,
        typed,
        reason,
        candidates: near.slice(0, MOST_CANDIDATES).map(({ id, code, name, place }) => ({ id, code, name, place })),
        former: reason === "ambiguous" ? [] : formerOf(former, words),
      });
    }
  }
  return { ...result, unitIds: result.problems.length > 0 ? [] : [...found] };
}

/** An officer's word on a line: the unit that is meant, or to leave the line out. It holds for that wording only. */
export function answerOf(line: number, unit: number | "skip", typed: string): string {
  return `${line}:${unit}:${typed}`;
}

/** The cells of a line; a line of a list in which few lines have several cells may still hold them unparted. */
function partsOf(cells: readonly string[]): string[] {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const [only] = filled;
  const parts = filled.length === 1 && only !== undefined ? only.split(/[\t;]/u) : cells;
  return parts.map((part) => part.trim().replace(/\s+/gu, " "));
}

/** Where key or code and name stand if the first line says so. */
function columnsOf(cells: readonly string[]): number[] | null {
  const names = cells.map((cell) => cell.toLocaleLowerCase("vi"));
  const position = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
  const key = position(KEY_HEADINGS);
  const columns = [key >= 0 ? key : position(CODE_HEADINGS), position(NAME_HEADINGS)].filter((at) => at >= 0);
  return columns.length > 0 ? columns : null;
}

interface UnitIndex {
  /** By key or code, which are no names. */
  signs: Map<string, ListedUnit[]>;
  /** By name as it is written, then without the kind before it, then each without diacritics. */
  names: Map<string, ListedUnit[]>[];
}

function indexOf(units: readonly ListedUnit[]): UnitIndex {
  const names = NAME_FORMS.map((form) => grouped(units, ({ name }) => [form(name)]));
  return { signs: grouped(units, ({ key, code }) => [...new Set([lower(key), lower(code)])]), names };
}

function lookUp(index: UnitIndex, words: readonly string[]): { units: ListedUnit[]; disagreeing: boolean } {
  const whole = words.length > 1 ? (index.names[0]?.get(lower(words.join(", "))) ?? []) : [];
  if (whole.length > 0) return { units: whole, disagreeing: false };
  const found = words.map((word) => unitsOfWord(index, word));
  const [first = [], second] = found;
  if (!second) return { units: first, disagreeing: false };
  const both = first.filter((unit) => second.includes(unit));
  if (both.length > 0) return { units: both, disagreeing: false };
  const units = [...new Set([...first, ...second])];
  return { units, disagreeing: units.length > 0 };
}

function unitsOfWord({ signs, names }: UnitIndex, word: string): ListedUnit[] {
  const bySign = signs.get(lower(word));
  if (bySign) return bySign;
  for (const [at, form] of NAME_FORMS.entries()) {
    const units = names[at]?.get(form(word));
    if (units) return units;
  }
  return [];
}

function alike(units: readonly ListedUnit[], words: readonly string[]): ListedUnit[] {
  const wanted = words.map(bareName).filter((word) => word.length >= 3 && !/^\d+$/u.test(word));
  return units.filter(({ name }) => wanted.some((word) => searchable(name).includes(word)));
}

function formerOf(former: readonly FormerUnit[], words: readonly string[]): FormerUnit[] {
  const [sign = "", ...rest] = words.map(lower);
  const named = (unit: FormerUnit) => words.some((word) => lower(unit.name) === lower(word));
  const coded = former.filter((unit) => lower(unit.code) === sign);
  // The code of before is told first where both say so; a name alone serves too.
  const fits = rest.length > 0 && coded.some(named) ? coded.filter(named) : coded;
  return (fits.length > 0 ? fits : former.filter(named)).slice(0, MOST_CANDIDATES);
}

const lower = (text: string) => text.normalize("NFC").toLocaleLowerCase("vi");
const KIND_BEFORE = /^(phường|xã|thị trấn|phuong|xa|thi tran)\s+/u;
const bareName = (name: string) => searchable(name).replace(KIND_BEFORE, "");
const NAME_FORMS: readonly ((name: string) => string)[] = [
  lower,
  (name) => lower(name).replace(KIND_BEFORE, ""),
  searchable,
  bareName,
];

function grouped(units: readonly ListedUnit[], signs: (unit: ListedUnit) => string[]): Map<string, ListedUnit[]> {
  const groups = new Map<string, ListedUnit[]>();
  for (const unit of units) {
    for (const sign of signs(unit)) {
      const group = groups.get(sign);
      if (group) group.push(unit);
      else groups.set(sign, [unit]);
    }
  }
  return groups;
}
