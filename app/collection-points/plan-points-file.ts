import { isWellFormedCode, normalizeCode } from "./code";
import { parseOpenHours } from "./open-hours";
import { readLabel, sameLabel } from "./point-label";

/** Columns of a file of collection points; `unit_code`, `unit_name` and `address` are for reading only. */
export const POINT_COLUMNS = [
  "unit_id",
  "unit_code",
  "unit_name",
  "point_code",
  "label",
  "open_hours",
  "address",
  "in_survey",
] as const;
export type PointColumn = (typeof POINT_COLUMNS)[number];

/** A line of a file as it was read; a column that the file does not have is undefined. */
export interface FileRow {
  line: number;
  cells: Partial<Record<PointColumn, string>>;
}

/** A point as it stands now, as far as a file can change it. */
export interface KnownPoint {
  id: number;
  code: string;
  label: string;
  openHours: string | null;
  unitId: number;
  unitKey: string;
  unitName: string;
  inSurvey: boolean;
  revoked: boolean;
}

export interface RowProblem {
  line: number;
  column: PointColumn;
  value: string;
  reason: string;
}

/** What a line would do. */
export interface PlannedRow {
  line: number;
  unitName: string;
  label: string;
  /** Null for a point to be made. */
  pointId: number | null;
  unitId: number;
  openHours: string | null;
  inSurvey: boolean;
  change: "new" | "changed" | "unchanged";
  /** What stands now, where it changes. */
  before?: Pick<KnownPoint, "label" | "openHours" | "inSurvey"> | undefined;
}

export interface PointsPlan {
  rows: PlannedRow[];
  problems: RowProblem[];
}

type Read<T> = { ok: true; value: T } | { ok: false; column: PointColumn; value: string; reason: string };

/**
 * What a file of points would change, line by line: points are found by their code, or by unit and name where the code is
 * blank, so that the same file taken twice changes nothing the second time. A cell that the file leaves out stays.
 * @param units units of the survey in scope, by their stable key.
 */
export function planPointsFile(
  rows: readonly FileRow[],
  points: readonly KnownPoint[],
  units: ReadonlyMap<string, { id: number; name: string }>,
): PointsPlan {
  const plan: PointsPlan = { rows: [], problems: [] };
  const taken = new Map<string, number>();
  for (const row of rows) {
    const read = readRow(row, points, units);
    if (!read.ok) {
      const { column, value, reason } = read;
      plan.problems.push({ line: row.line, column, value, reason });
      continue;
    }
    const planned = read.value;
    const name = `${planned.unitId}/${planned.label.toLowerCase()}`;
    const point = `#${planned.pointId ?? name}`;
    const earlier = taken.get(name) ?? taken.get(point);
    if (earlier !== undefined) {
      const reason = `Cùng điểm, hoặc trùng đơn vị và tên điểm, với dòng ${earlier}.`;
      plan.problems.push({ line: row.line, column: "label", value: planned.label, reason });
      continue;
    }
    taken.set(name, row.line).set(point, row.line);
    plan.rows.push(planned);
  }
  refuseTakenNames(plan, points);
  return plan;
}

function readRow(
  { line, cells }: FileRow,
  points: readonly KnownPoint[],
  units: ReadonlyMap<string, { id: number; name: string }>,
): Read<PlannedRow> {
  const cell = (column: PointColumn) => withoutGuard(cells[column] ?? "").trim();
  const bad = (column: PointColumn, reason: string) => ({ ok: false, column, value: cell(column), reason }) as const;
  const key = cell("unit_id");
  const code = normalizeCode(cell("point_code"));
  let known: KnownPoint | undefined;
  if (code !== "") {
    if (!isWellFormedCode(code)) return bad("point_code", "Mã điểm gõ sai.");
    known = points.find((point) => point.code === code);
    if (!known) return bad("point_code", "Không có điểm mang mã này trong đợt và phạm vi của tài khoản.");
    if (key !== "" && known.unitKey !== key) return bad("unit_id", "Điểm này thuộc đơn vị khác.");
  }
  const unit = known ? { id: known.unitId, name: known.unitName } : units.get(key);
  if (!unit) {
    const reason =
      key === "" ? "Thiếu mã đơn vị (unit_id)." : "Đợt này không có đơn vị ấy trong phạm vi của tài khoản.";
    return bad("unit_id", reason);
  }
  const label =
    cells.label === undefined && known ? { ok: true as const, label: known.label } : readLabel(cell("label"));
  if (!label.ok) return bad("label", label.reason);
  known ??= points.find((point) => point.unitId === unit.id && !point.revoked && sameLabel(point.label, label.label));
  const hours =
    cells.open_hours === undefined
      ? { ok: true as const, hours: known?.openHours ?? null }
      : parseOpenHours(cell("open_hours"));
  if (!hours.ok) return bad("open_hours", hours.reason);
  const inSurvey = cell("in_survey") === "" ? (known?.inSurvey ?? true) : readYesNo(cell("in_survey"));
  if (inSurvey === null) return bad("in_survey", "Ghi 1 (trong đợt) hoặc 0 (ngoài đợt).");
  const planned = { line, unitName: unit.name, unitId: unit.id, label: label.label, openHours: hours.hours, inSurvey };
  const change = changeOf(known, planned);
  const value = { ...planned, pointId: known?.id ?? null, change };
  if (!known || change !== "changed") return { ok: true, value };
  const before = { label: known.label, openHours: known.openHours, inSurvey: known.inSurvey };
  return { ok: true, value: { ...value, before } };
}

function changeOf(
  known: KnownPoint | undefined,
  { label, openHours, inSurvey }: Pick<PlannedRow, "label" | "openHours" | "inSurvey">,
): PlannedRow["change"] {
  if (!known) return "new";
  const same = known.label === label && known.openHours === openHours && known.inSurvey === inSurvey;
  return same ? "unchanged" : "changed";
}

/** A name that another point of the unit keeps. */
function refuseTakenNames(plan: PointsPlan, points: readonly KnownPoint[]): void {
  const renamed = new Set(plan.rows.map(({ pointId }) => pointId));
  plan.rows = plan.rows.filter(({ line, unitId, label, pointId, change }) => {
    const bearer = points.find(
      (point) => point.unitId === unitId && point.id !== pointId && !point.revoked && sameLabel(point.label, label),
    );
    if (!bearer || renamed.has(bearer.id) || change === "unchanged") return true;
    plan.problems.push({ line, column: "label", value: label, reason: "Đơn vị đã có điểm khác mang tên này." });
    return false;
  });
  plan.problems.sort((one, other) => one.line - other.line);
}

function readYesNo(text: string): boolean | null {
  const word = text.normalize("NFC").toLowerCase();
  if (["1", "x", "có", "co", "yes", "true"].includes(word)) return true;
  return ["0", "không", "khong", "no", "false"].includes(word) ? false : null;
}

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/u.test(text) ? text.slice(1) : text;
}
