import { searchable } from "~/i18n/searchable";
import { readCount } from "./read-number";
import type { UnitSizeValues } from "./units-form";

interface SizesTable {
  line: number;
  cells: readonly string[];
}

interface KnownUnit {
  unitId: number;
  key: string;
  code: string;
  name: string;
}

/** What a table of sizes says about the units of a survey. */
export type MatchedSizes =
  | { ok: true; changes: UnitSizeValues[]; unchanged: number; outside: number }
  | { ok: false; problems: string[] };

/** Headings that a column may bear: ours, and the words of officers. */
const HEADINGS = {
  unitId: ["unit_id", "mã định danh"],
  unitCode: ["unit_code", "mã đơn vị", "mã", "code", "tên đơn vị", "đơn vị", "tên", "name"],
  population: ["population", "n", "số giao dịch", "số lượt", "số học sinh", "tổng thể"],
  target: ["target", "cỡ mẫu", "chỉ tiêu"],
} as const;

/**
 * Finds the units of a table of populations and targets by `unit_id`, `unit_code` or name, and what would change. Every bad line
 * is told; with one of them nothing changes. Units of the province that the survey is not about are passed over and
 * counted; an empty cell leaves what stands. Cells pasted without a heading are code, population and target.
 */
export function matchSizes(
  table: readonly SizesTable[],
  units: readonly KnownUnit[],
  present: readonly UnitSizeValues[],
  elsewhere: ReadonlySet<string>,
): MatchedSizes {
  const [first] = table;
  if (!first) return { ok: false, problems: ["Bảng trống: không có dòng nào"] };
  const headed = columnsOf(first.cells);
  const columns = headed ?? { unitId: -1, unitCode: 0, population: 1, target: 2 };
  if (headed && headed.unitId < 0 && headed.unitCode < 0) {
    return { ok: false, problems: ["Dòng đầu thiếu cột unit_code (mã đơn vị) hoặc unit_id"] };
  }
  if (headed && headed.population < 0 && headed.target < 0) {
    return { ok: false, problems: ["Dòng đầu thiếu cột population (N) hoặc target (cỡ mẫu)"] };
  }
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const byCode = new Map(units.map((unit) => [unit.code.toLocaleLowerCase("vi"), unit]));
  const before = new Map(present.map((row) => [row.unitId, row]));
  const problems: string[] = [];
  const seen = new Map<number, number>();
  const changes: UnitSizeValues[] = [];
  let [unchanged, outside] = [0, 0];
  for (const { line, cells } of headed ? table.slice(1) : table) {
    const cell = (column: number) => (column < 0 ? "" : (cells[column] ?? "").trim());
    const [key, code] = [cell(columns.unitId), cell(columns.unitCode)];
    const named = key === "" && code !== "" ? unitsNamed(units, code) : [];
    const coded = key === "" ? byCode.get(code.toLocaleLowerCase("vi")) : byKey.get(key);
    const unit = coded ?? (named.length === 1 ? named[0] : undefined);
    if (!unit) {
      if (named.length > 1) {
        const candidates = named.map(({ name, code }) => `${name} (${code})`).join(", ");
        problems.push(`Dòng ${line}: nhiều đơn vị tên “${code}”, hãy ghi mã: ${candidates}`);
      } else if (elsewhere.has(key === "" ? code : key)) outside += 1;
      else if (key === "" && code === "") problems.push(`Dòng ${line}: thiếu mã đơn vị`);
      else problems.push(`Dòng ${line}: đợt này không có đơn vị mã hoặc tên “${key || code}”`);
      continue;
    }
    const earlier = seen.get(unit.unitId);
    if (earlier !== undefined) problems.push(`Dòng ${line}: đơn vị “${key || code}” đã có ở dòng ${earlier}`);
    seen.set(unit.unitId, line);
    const [population, target] = [readCount(cell(columns.population)), readCount(cell(columns.target))];
    if (population === undefined) problems.push(`Dòng ${line}: N “${cell(columns.population)}” không phải số nguyên`);
    if (target === undefined) problems.push(`Dòng ${line}: cỡ mẫu “${cell(columns.target)}” không phải số nguyên`);
    const old = before.get(unit.unitId) ?? { unitId: unit.unitId, population: "", target: "" };
    const change = {
      unitId: unit.unitId,
      population: typeof population === "number" ? String(population) : old.population,
      target: typeof target === "number" ? String(target) : old.target,
    };
    if (change.population === old.population && change.target === old.target) unchanged += 1;
    else changes.push(change);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes, unchanged, outside };
}

/** Units of a name as it is written; only where there is none, as it is typed without diacritics. */
function unitsNamed(units: readonly KnownUnit[], typed: string): readonly KnownUnit[] {
  const written = (text: string) => text.normalize("NFC").trim().toLocaleLowerCase("vi");
  const exact = units.filter(({ name }) => written(name) === written(typed));
  return exact.length > 0 ? exact : units.filter(({ name }) => searchable(name) === searchable(typed));
}

/** Where the columns stand, -1 for one that is missing; null where the first row is no heading. */
function columnsOf(cells: readonly string[]): Record<keyof typeof HEADINGS, number> | null {
  const names = cells.map((cell) => cell.trim().toLocaleLowerCase("vi"));
  const position = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
  const columns = {
    unitId: position(HEADINGS.unitId),
    unitCode: position(HEADINGS.unitCode),
    population: position(HEADINGS.population),
    target: position(HEADINGS.target),
  };
  const headed = Object.values(columns).some((column) => column >= 0);
  // A row of words is a heading too, only a wrong one.
  const wordy = names.every((name) => name !== "" && !/^\d/u.test(name)) && names.length > 1;
  return headed || wordy ? columns : null;
}
