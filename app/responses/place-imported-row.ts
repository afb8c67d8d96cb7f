import { dayOf, endOfDay, formatDay, startOfDay } from "~/i18n/dates";
import { type CellProblem, cellProblem } from "./read-responses-file-problem";
import type { ResponseRecord } from "./read-responses-file-row";

/** A unit of the survey as it was called on some days; open ends are null. */
export interface SurveyUnitVersion {
  unitId: number;
  key: string;
  code: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
}

/** The survey that a file is taken into, and when. Days are ISO days in `timeZone`. */
export interface ImportTarget {
  opensOn: string;
  closesOn: string;
  units: readonly SurveyUnitVersion[];
  now: Date;
  timeZone: string;
}

/** Where and when a row's response belongs. */
export interface PlacedRow {
  unitId: number;
  unitName: string;
  startedAt: string | null;
  finishedAt: string;
  /** The day that the file gave; null where it gave none. */
  day: string | null;
}

export type Placing = { ok: true; placed: PlacedRow } | { ok: false; problems: CellProblem[] };

/** Longest id of a response that is taken. */
const LONGEST_ID = 100;

/**
 * Finds the unit and the time of rows of one file (contracts, section 2): `unit_code` is the code valid on the day of
 * `submitted_at`, or today, among the survey's units; `unit_id` overrides it. A row without `submitted_at` counts as
 * finished at the end of the survey's last day, or now while that day is not over.
 */
export function rowPlacer({ opensOn, closesOn, units, now, timeZone }: ImportTarget): (row: ResponseRecord) => Placing {
  const today = dayOf(now, timeZone);
  const begins = startOfDay(opensOn, timeZone).toISOString();
  const ends = endOfDay(closesOn, timeZone).toISOString();
  const window = `${formatDay(opensOn)} – ${formatDay(closesOn)}`;
  const nowInstant = now.toISOString();
  const unstated = nowInstant < ends ? nowInstant : new Date(Date.parse(ends) - 1000).toISOString();
  const byCode = grouped(units, ({ code }) => code.normalize("NFC"));
  const byKey = grouped(units, ({ key }) => key);

  const timeProblem = (instant: string): string | null => {
    if (instant > nowInstant) return "thời điểm còn ở tương lai";
    return instant < begins || instant >= ends ? `nằm ngoài thời gian của đợt (${window})` : null;
  };

  return (row) => {
    const problems: CellProblem[] = [];
    const refuse = (column: string, value: string, reason: string) =>
      problems.push(cellProblem(row.line, column, value, reason));
    if (row.responseId.length > LONGEST_ID) refuse("response_id", row.responseId, `dài quá ${LONGEST_ID} ký tự`);
    else if (/\p{Cc}/u.test(row.responseId)) refuse("response_id", row.responseId, "có ký tự điều khiển");
    for (const [column, instant, typed] of [
      ["submitted_at", row.submittedAt, row.typed.submittedAt],
      ["started_at", row.startedAt, row.typed.startedAt],
    ] as const) {
      const reason = instant === null ? null : timeProblem(instant);
      if (reason !== null) refuse(column, typed, reason);
    }
    if (row.startedAt !== null && row.submittedAt !== null && row.startedAt > row.submittedAt)
      refuse("started_at", row.typed.startedAt, "bắt đầu sau khi nộp");
    const given = row.submittedAt === null ? null : dayOf(new Date(row.submittedAt), timeZone);
    const unit = row.unitId === null ? unitByCode(row.unitCode, given ?? today) : unitByKey(row.unitId, given ?? today);
    if ("reason" in unit) refuse(unit.column, unit.value, unit.reason);
    if (problems.length > 0 || "reason" in unit) return { ok: false, problems };
    return {
      ok: true,
      placed: {
        unitId: unit.unitId,
        unitName: unit.name,
        startedAt: row.startedAt,
        finishedAt: row.submittedAt ?? unstated,
        day: given,
      },
    };
  };

  function unitByCode(code: string, day: string) {
    const bearers = byCode.get(code) ?? [];
    const valid = new Map(bearers.filter((version) => holds(version, day)).map((version) => [version.unitId, version]));
    const [found] = valid.values();
    const refused = (reason: string) => ({ column: "unit_code", value: code, reason });
    if (valid.size > 1) return refused(`mã này chỉ ${valid.size} đơn vị của đợt; thêm cột unit_id để nói rõ`);
    if (found) return found;
    if (bearers.length > 0) return refused(`ngày ${formatDay(day)} không đơn vị nào của đợt mang mã này`);
    return refused("không có đơn vị nào của đợt mang mã này");
  }

  function unitByKey(key: string, day: string) {
    const versions = byKey.get(key) ?? [];
    const found = versions.find((version) => holds(version, day)) ?? versions.at(-1);
    return found ?? { column: "unit_id", value: key, reason: "không phải đơn vị của đợt" };
  }
}

function holds({ validFrom, validTo }: SurveyUnitVersion, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
