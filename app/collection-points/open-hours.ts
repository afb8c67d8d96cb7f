import type { Language } from "~/i18n/numbers";

/**
 * When a collection point is open in a week, written as `T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30`: days by their
 * Vietnamese numbers (T2 Monday … T7 Saturday, CN Sunday), times in TIME_ZONE. What is stored is always the normal form
 * that `parseOpenHours` gives.
 */

/** Times of one day of the week, in minutes from midnight, in order and apart from each other. */
type Spans = readonly (readonly [start: number, end: number])[];

const DAYS = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"] as const;
const ENGLISH_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const MIDNIGHT = 24 * 60;

/** Characters of hours as typed; the longest a week can need is well below. */
const MOST_CHARACTERS = 400;

const EXAMPLE = "T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30";

export type ReadOpenHours = { ok: true; hours: string | null } | { ok: false; reason: string };

/** Reads hours as an officer types them, such as `Thứ 2 – Thứ 6: 7h30-11h30`; nothing at all is null, "not told". */
export function parseOpenHours(typed: string): ReadOpenHours {
  if (typed.trim() === "") return { ok: true, hours: null };
  if (typed.length > MOST_CHARACTERS) return { ok: false, reason: "Giờ mở cửa dài quá." };
  const week = new Map<number, [number, number][]>();
  for (const entry of plainText(typed).split(/[;\n]/)) {
    if (entry.trim() === "") continue;
    const [, days = "", times = ""] = /^\s*([a-z0-9,-]+?)\s*[:\s]\s*(\d[\d:,-]*)\s*$/.exec(entry) ?? [];
    const numbers = readDays(days);
    const spans = readSpans(times);
    if (!numbers || !spans) return { ok: false, reason: `Viết giờ mở cửa như mẫu: ${EXAMPLE}.` };
    if (spans.some(([start, end]) => start >= end)) {
      return { ok: false, reason: "Giờ đóng phải sau giờ mở; ca qua đêm viết thành hai ngày." };
    }
    for (const day of numbers) week.set(day, [...(week.get(day) ?? []), ...spans]);
  }
  if (week.size === 0) return { ok: false, reason: `Viết giờ mở cửa như mẫu: ${EXAMPLE}.` };
  return {
    ok: true,
    hours: printWeek(
      [...week].map(([day, spans]) => [day, joined(spans)]),
      DAYS,
      "-",
      "; ",
      ",",
    ),
  };
}

/** Hours in words for a reader: `T2–T6 07:30–11:30, 13:30–17:00` or `Mon–Fri …`; null where they are not told. */
export function formatOpenHours(hours: string | null, language: Language = "vi"): string | null {
  if (hours === null) return null;
  const names = language === "en" ? ENGLISH_DAYS : DAYS;
  return printWeek([...readNormal(hours)], names, "–", "; ", ", ");
}

/** Whether a point is open at an instant; null where its hours are not told. */
export function isOpenAt(hours: string | null, instant: Date, timeZone: string): boolean | null {
  return hours === null ? null : weekOf(hours)(minuteOfWeek(instant, timeZone));
}

/** Minutes from Monday's midnight to an instant, in a zone. */
export function minuteOfWeek(instant: Date, timeZone: string): number {
  const parts = weekClock(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = (ENGLISH_DAYS as readonly string[]).indexOf(part("weekday"));
  return day * MIDNIGHT + Number(part("hour")) * 60 + Number(part("minute"));
}

/** Tells of minutes of the week whether hours, in their normal form, are open. */
export function weekOf(hours: string): (minute: number) => boolean {
  const week = readNormal(hours);
  return (minute) => {
    const spans = week.get(Math.floor(minute / MIDNIGHT)) ?? [];
    return spans.some(([start, end]) => minute % MIDNIGHT >= start && minute % MIDNIGHT < end);
  };
}

const weekClocks = new Map<string, Intl.DateTimeFormat>();

/** Tells day and time of day in a zone; kept, since making one takes far longer than asking it. */
function weekClock(timeZone: string): Intl.DateTimeFormat {
  const known = weekClocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  weekClocks.set(timeZone, clock);
  return clock;
}

/** Without diacritics and spellings: `Thứ Hai – Thứ Sáu 7h30` becomes `t2-t6 7:30`. */
function plainText(typed: string): string {
  const words: [RegExp, string][] = [
    [/chu nhat/g, "cn"],
    [/thu\s*/g, "t"],
    [/thai\b/g, "t2"],
    [/tba\b/g, "t3"],
    [/ttu\b/g, "t4"],
    [/tnam\b/g, "t5"],
    [/tsau\b/g, "t6"],
    [/tbay\b/g, "t7"],
    [/(\d)\s*(?:gio|h|g)(?=\s*\d{2})\s*/g, "$1:"],
    [/(\d)\s*(?:gio|h|g)/g, "$1:00"],
    [/\s+den\s+/g, "-"],
    [/[‐-―−]/g, "-"],
    [/\s*(?:\+|\bva\b)\s*/g, ","],
    [/[ \t\u00a0]*([,-])[ \t\u00a0]*/g, "$1"],
  ];
  const bare = typed.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  return words.reduce((text, [pattern, by]) => text.replace(pattern, by), bare);
}

function readDays(text: string): number[] | null {
  const days: number[] = [];
  for (const range of text.split(",")) {
    const [from, to] = range.split("-").map((name) => DAYS.findIndex((day) => day.toLowerCase() === name));
    if (from === undefined || from < 0) return null;
    const last = to ?? from;
    if (last < from) return null;
    for (let day = from; day <= last; day++) days.push(day);
  }
  return days;
}

function readSpans(text: string): [number, number][] | null {
  const spans: [number, number][] = [];
  for (const span of text.split(",")) {
    const [, start = "", end = ""] = /^([\d:]+)-([\d:]+)$/.exec(span) ?? [];
    const [from, to] = [readMinute(start), readMinute(end)];
    if (from === null || to === null) return null;
    spans.push([from, to]);
  }
  return spans;
}

function readMinute(text: string): number | null {
  const [, hour = "", minute = ""] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hour === "") return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= MIDNIGHT ? minutes : null;
}

/** In order, those that touch or overlap made one. */
function joined(spans: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function readNormal(hours: string): Map<number, Spans> {
  const week = new Map<number, Spans>();
  for (const entry of hours.toLowerCase().split("; ")) {
    const [days = "", times = ""] = entry.split(" ");
    for (const day of readDays(days) ?? []) week.set(day, readSpans(times) ?? []);
  }
  return week;
}

/** Days with the same times together, runs of days as ranges. */
function printWeek(
  week: readonly (readonly [day: number, spans: Spans])[],
  names: readonly string[],
  dash: string,
  semicolon: string,
  comma: string,
): string {
  const entries: { from: number; to: number; times: string }[] = [];
  for (const [day, spans] of [...week].sort((one, other) => one[0] - other[0])) {
    const times = spans.map(([start, end]) => `${clock(start)}${dash}${clock(end)}`).join(comma);
    const last = entries.at(-1);
    if (last && last.times === times && last.to === day - 1) last.to = day;
    else entries.push({ from: day, to: day, times });
  }
  return entries
    .map(({ from, to, times }) => `${names[from]}${from === to ? "" : `${dash}${names[to]}`} ${times}`)
    .join(semicolon);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
