import { z } from "zod";
import { addDays } from "~/i18n/dates";
import { KIND_NAMES } from "~/i18n/names";
import { planUnitChange } from "./plan-unit-change";
import type { Standing, UnitChange } from "./unit-change";
import { unitChangeSchema } from "./unit-change";
import { UNIT_KINDS, type UnitKind } from "./unit-kinds";
import type { UnitTimeline } from "./unit-timeline";

/** Columns of a file of changes; one line is one change, or one of the new units of a reorganisation. */
export const CHANGE_COLUMNS = [
  "effective_on",
  "change",
  "codes",
  "new_code",
  "new_name",
  "kind",
  "parent_code",
  "basis",
] as const;
type ChangeColumn = (typeof CHANGE_COLUMNS)[number];

const REQUIRED: readonly ChangeColumn[] = ["effective_on", "change"];
const CHANGES = ["create", "rename", "reparent", "reorganise", "close", "correct"] as const;

export interface FileProblem {
  /** Line of the file, from 1. */
  line: number;
  column: string;
  value: string;
  message: string;
}

/** A change of the file with the line that it begins on. */
export interface FileChange {
  line: number;
  change: UnitChange;
  effectiveOn: string;
  basis: string;
}

type Row = Readonly<Record<ChangeColumn, string>> & { line: number };

/**
 * Reads a file of changes against the tree: codes are looked up among the units of the day before each change (of the day itself
 * for a unit above), on the tree that the lines before leave, so that a code re-used later means nobody else. Lines of
 * `reorganise` that follow each other with the same day are one reorganisation: an old code on several of them is split.
 * @param table the file's cells, header first.
 */
export function readChangesFile(
  table: readonly (readonly string[])[],
  timeline: UnitTimeline,
): { changes: FileChange[]; problems: FileProblem[] } {
  const [header = [], ...body] = table;
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = REQUIRED.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const message = `Thiếu cột ${missing.join(", ")}. Dòng đầu của tệp phải có các cột: ${CHANGE_COLUMNS.join(", ")}`;
    return { changes: [], problems: [{ line: 1, column: missing[0] ?? "", value: header.join(","), message }] };
  }
  const rows = body.map((cells, index) => rowOf(names, cells, index + 2)).filter((row) => !isBlank(row));
  const reader = new Reader(timeline);
  for (const group of groups(rows)) reader.read(group);
  if (rows.length === 0) {
    reader.problems.push({ line: 2, column: "change", value: "", message: "Tệp không có dòng thay đổi nào" });
  }
  return { changes: reader.changes, problems: reader.problems };
}

function rowOf(names: readonly string[], cells: readonly string[], line: number): Row {
  const cell = (column: ChangeColumn) => (cells[names.indexOf(column)] ?? "").trim();
  const entries = CHANGE_COLUMNS.map((column) => [column, cell(column)]);
  return { ...(Object.fromEntries(entries) as Record<ChangeColumn, string>), line };
}

function isBlank(row: Row): boolean {
  return CHANGE_COLUMNS.every((column) => row[column] === "");
}

/** Lines that are one change together. */
function groups(rows: readonly Row[]): Row[][] {
  const grouped: Row[][] = [];
  for (const row of rows) {
    const last = grouped.at(-1);
    const [first] = last ?? [];
    if (last && first && row.change === "reorganise" && first.change === "reorganise" && sameDay(first, row)) {
      last.push(row);
    } else grouped.push([row]);
  }
  return grouped;
}

function sameDay(one: Row, other: Row): boolean {
  return one.effective_on === other.effective_on;
}

class Reader {
  readonly changes: FileChange[] = [];
  readonly problems: FileProblem[] = [];

  constructor(private timeline: UnitTimeline) {}

  read(rows: readonly Row[]): void {
    const [row] = rows;
    if (!row) return;
    const before = this.problems.length;
    const effectiveOn = z.iso.date().safeParse(row.effective_on);
    if (!effectiveOn.success) this.tell(row, "effective_on", "Ngày phải viết dạng năm-tháng-ngày, ví dụ 2025-07-01");
    const change = effectiveOn.success ? this.changeOf(rows, effectiveOn.data) : null;
    if (this.problems.length > before || !change || !effectiveOn.success) return;
    const parsed = unitChangeSchema.safeParse(change);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) this.tell(row, columnOf(path.map(String)), message);
      return;
    }
    const planned = planUnitChange(this.timeline, parsed.data, effectiveOn.data);
    if (!planned.ok) {
      for (const { field, message } of planned.problems) this.tell(row, columnOf([field]), message);
      return;
    }
    this.timeline = this.timeline.after(planned.plan);
    this.changes.push({ line: row.line, change: parsed.data, effectiveOn: effectiveOn.data, basis: row.basis });
  }

  private changeOf(rows: readonly Row[], day: string): unknown {
    const [row] = rows;
    if (!row) return null;
    const kind = CHANGES.find((one) => one === row.change.toLowerCase());
    switch (kind) {
      case "create":
        return { kind, into: this.standing(row, day, null) };
      case "reorganise":
        return {
          kind,
          into: rows.map((one) => {
            const from = this.old(one, day);
            return { ...this.standing(one, day, from[0] ?? null), from };
          }),
        };
      case "close":
        return { kind, unitId: this.oneOld(row, day) };
      case "rename": {
        const unitId = this.oneOld(row, day);
        return { kind, unitId, ...this.names(row, unitId, day) };
      }
      case "reparent":
        return { kind, unitId: this.oneOld(row, day), parentId: this.parent(row, day, null) };
      case "correct": {
        const unitId = this.oneOld(row, addDays(day, 1));
        return { kind, unitId, ...this.names(row, unitId, addDays(day, 1)), unitKind: this.kind(row, unitId, day) };
      }
      default:
        this.tell(row, "change", `Phải là một trong: ${CHANGES.join(", ")}`);
        return null;
    }
  }

  private standing(row: Row, day: string, like: number | null): Standing {
    return {
      code: row.new_code,
      name: row.new_name,
      kind: this.kind(row, like, addDays(day, -1)),
      parentId: this.parent(row, day, like),
    };
  }

  /** Name and code after the change: as they were where the cell is blank. */
  private names(row: Row, unitId: number, day: string): { code: string; name: string } {
    const present = this.timeline.on(unitId, addDays(day, -1));
    return { code: row.new_code || (present?.code ?? ""), name: row.new_name || (present?.name ?? "") };
  }

  /** The kind written, by its word in the file or its Vietnamese name; blank: that of the old unit. */
  private kind(row: Row, like: number | null, day: string): UnitKind {
    const written = row.kind.toLowerCase();
    const found = UNIT_KINDS.find((kind) => kind === written || KIND_NAMES[kind].toLowerCase() === written);
    const inherited = written === "" && like !== null ? this.timeline.on(like, day)?.kind : undefined;
    const kind = found ?? inherited;
    if (!kind) this.tell(row, "kind", `Loại đơn vị phải là một trong: ${UNIT_KINDS.join(", ")}`);
    return kind ?? "commune";
  }

  private parent(row: Row, day: string, like: number | null): number | null {
    if (row.parent_code === "" && like !== null) return this.timeline.on(like, addDays(day, -1))?.parentId ?? null;
    const parent = this.timeline.bearerOf(row.parent_code, day);
    if (!parent) this.tell(row, "parent_code", `Không có đơn vị mang mã này vào ngày ${day}`);
    return parent?.unitId ?? null;
  }

  private oneOld(row: Row, day: string): number {
    const found = this.old(row, day);
    if (found.length > 1) this.tell(row, "codes", "Thay đổi này chỉ nói về một đơn vị");
    return found[0] ?? 0;
  }

  /** The units named by their codes of the day before. */
  private old(row: Row, day: string): number[] {
    const codes = row.codes.split(/[;,\s]+/).filter((code) => code !== "");
    if (codes.length === 0) this.tell(row, "codes", "Ghi mã của đơn vị, nhiều mã cách nhau bằng dấu chấm phẩy");
    const dayBefore = addDays(day, -1);
    return codes.flatMap((code) => {
      const bearer = this.timeline.bearerOf(code, dayBefore);
      if (!bearer) this.tell(row, "codes", `Mã ${code} không có vào ngày ${dayBefore}`);
      return bearer ? [bearer.unitId] : [];
    });
  }

  private tell({ line, ...row }: Row, column: string, message: string): void {
    this.problems.push({ line, column, value: row[column as ChangeColumn] ?? "", message });
  }
}

/** The column that a field of a change comes from. */
function columnOf(path: readonly string[]): string {
  const field = path.findLast((step) => !/^\d+$/.test(step)) ?? "";
  const columns: Record<string, ChangeColumn> = {
    code: "new_code",
    name: "new_name",
    parentId: "parent_code",
    unitId: "codes",
    from: "codes",
    effectiveOn: "effective_on",
    kind: "kind",
    unitKind: "kind",
  };
  return columns[field] ?? "change";
}
