import { parseOpenHours } from "./open-hours";
import { MOST_COUNTERS, readLabel, sameLabel } from "./point-label";

/** Points asked for: each of the names at each of the units. */
export interface NewPointsOrder {
  /** Null: every unit of the survey in scope. */
  unitIds: readonly number[] | null;
  labels: readonly string[];
  openHours: string | null;
}

export type ReadNewPoints =
  | { ok: true; order: NewPointsOrder }
  | { ok: false; problems: { field: string; message: string }[] };

/** Reads the form that adds points: names one a line, or a number of counters to be named "Quầy 1", "Quầy 2"… */
export function readNewPoints(form: FormData): ReadNewPoints {
  const text = (name: string) => String(form.get(name) ?? "");
  const problems: { field: string; message: string }[] = [];
  const refuse = (field: string, message: string) => void problems.push({ field, message });
  const unitIds = form.getAll("unit").map(Number).filter(Number.isSafeInteger);
  const all = text("units") === "all";
  if (!all && unitIds.length === 0) refuse("units", "Chọn ít nhất một đơn vị.");
  const labels: string[] = [];
  for (const line of text("labels").split("\n")) {
    if (line.trim() === "") continue;
    const read = readLabel(line);
    if (!read.ok) refuse("labels", read.reason);
    else if (!labels.some((label) => sameLabel(label, read.label))) labels.push(read.label);
  }
  const count = text("count").trim();
  if (labels.length === 0 && count === "") refuse("labels", "Nhập tên quầy, hoặc số quầy.");
  if (labels.length > 0 && count !== "") refuse("count", "Chỉ nhập tên quầy hoặc số quầy, không nhập cả hai.");
  if (count !== "" && !isCounterNumber(count)) refuse("count", `Số quầy từ 1 đến ${MOST_COUNTERS}.`);
  if (labels.length > MOST_COUNTERS) refuse("labels", `Nhiều nhất ${MOST_COUNTERS} quầy mỗi lần.`);
  const hours = parseOpenHours(text("openHours"));
  if (!hours.ok) refuse("openHours", hours.reason);
  if (problems.length > 0 || !hours.ok) return { ok: false, problems };
  if (count !== "") for (let number = 1; number <= Number(count); number++) labels.push(`Quầy ${number}`);
  return { ok: true, order: { unitIds: all ? null : unitIds, labels, openHours: hours.hours } };
}

function isCounterNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_COUNTERS;
}
