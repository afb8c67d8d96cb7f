import { addDays } from "~/i18n/dates";
import type { AlertKind } from "./alert-kinds";
import { SILENT_DAYS } from "./fieldwork-monitor";
import { isWorkingDay, workingDaysAfter } from "./working-days";

/** Days whose answers are looked at, and days before them with which they are compared. */
const RECENT_DAYS = 3;
const BEFORE_DAYS = 14;
/** Fewest answers in the days before from which a fall is one. */
const LEAST_BEFORE = 20;
/** A unit hears of a kind once in so many days. */
export const ALERT_PAUSE_DAYS = 7;

/** How far back the answers of a unit must be known to judge it: weekends and the day itself are passed over. */
export const ALERT_WINDOW_DAYS = 28;

/** Answers of a unit by ISO day; days without any may be left out. */
export type DayCounts = ReadonlyMap<string, number>;

/**
 * What the pace of a unit's answers gives rise to on a day, judged by whole working days before it: `silent` when none came
 * for three of them, else `rate-falls` when the mean of the last three is below half the mean of those in the fourteen
 * days before, which had at least twenty answers. Weekends would look like a fall at every counter.
 */
export function paceAlert(counts: DayCounts, { opensOn, today }: { opensOn: string; today: string }): AlertKind | null {
  const last = [...counts]
    .flatMap(([day, count]) => (count > 0 ? [day] : []))
    .sort()
    .at(-1);
  const since = last ?? addDays(opensOn, -1);
  if (workingDaysAfter(since, addDays(today, -1)) >= SILENT_DAYS) return "silent";
  const recent = workingDaysBefore(today, RECENT_DAYS);
  const first = recent.at(-1) ?? today;
  const before = Array.from({ length: BEFORE_DAYS }, (_, back) => addDays(first, -1 - back)).filter(isWorkingDay);
  const total = (days: readonly string[]) => days.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0);
  if (total(before) < LEAST_BEFORE || first < opensOn) return null;
  return total(recent) / recent.length < total(before) / before.length / 2 ? "rate-falls" : null;
}

/** So many working days before a day, the nearest first. */
function workingDaysBefore(day: string, many: number): string[] {
  const days: string[] = [];
  for (let at = addDays(day, -1); days.length < many; at = addDays(at, -1)) if (isWorkingDay(at)) days.push(at);
  return days;
}

const WORDS: Readonly<Record<"money" | "harassment", readonly string[]>> = {
  money: [
    ...["phong bì", "đưa tiền", "bồi dưỡng", "vòi vĩnh", "vòi tiền", "lót tay", "hối lộ", "đút lót", "chung chi"],
    ...["chạy tiền", "tiền cà phê", "làm luật", "ăn tiền", "đòi tiền", "gợi ý tiền", "quà cáp"],
  ],
  harassment: [
    ...["nhũng nhiễu", "sách nhiễu", "quấy rối", "gạ gẫm", "hạch sách", "sàm sỡ", "đụng chạm", "xúc phạm", "chửi"],
    ...["lăng mạ", "đe dọa", "đe doạ", "dọa nạt", "hành dân"],
  ],
};

/** What a comment names, told without a word of it. A word is met with its marks or without any, never with others. */
export function namedIn(comment: string): Set<"money" | "harassment"> {
  const text = comment.normalize("NFC").toLocaleLowerCase("vi");
  const plain = withoutMarks(text);
  const kinds = Object.entries(WORDS) as ["money" | "harassment", readonly string[]][];
  return new Set(kinds.flatMap(([kind, words]) => (words.some((word) => names(text, plain, word)) ? [kind] : [])));
}

function names(text: string, plain: string, word: string): boolean {
  const bare = withoutMarks(word);
  for (let at = plain.indexOf(bare); at >= 0; at = plain.indexOf(bare, at + 1)) {
    const whole = !isLetter(plain[at - 1]) && !isLetter(plain[at + bare.length]);
    // "phòng bị" is no "phong bì": each letter stands as in the word, or without its marks.
    if (whole && [...bare].every((letter, step) => [word[step], letter].includes(text[at + step]))) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

/** Letters without their marks, one for one, so that places stay the same. */
function withoutMarks(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const bare = (text[at] ?? "").normalize("NFD")[0] ?? "";
    return bare === "đ" ? "d" : bare;
  }).join("");
}
