import { addDays, dayOf, formatDay, startOfDay } from "~/i18n/dates";
import type { SurveyStatus } from "~/surveys/survey";
import { GRACE_DAYS, standingAfterClose } from "./filling-times";

interface PaperSurvey {
  status: SurveyStatus;
  opensOn: string;
  closesOn: string;
  closedAt: string | null;
}

const NOON_MS = 12 * 60 * 60 * 1000;

/** Why forms of a day of fieldwork cannot be keyed into a survey; null where they can. */
export function whyNoPaper(survey: PaperSurvey, fieldworkOn: string, now: Date, timeZone: string): string | null {
  if (survey.status === "finalised") return "Đợt khảo sát đã chốt số liệu, không nhập thêm phiếu được nữa.";
  if (survey.status === "draft") return "Đợt khảo sát còn là bản nháp. Mở đợt khảo sát trước khi nhập phiếu giấy.";
  if (fieldworkOn > dayOf(now, timeZone)) return "Ngày khảo sát chưa tới.";
  const lastDay = lastDayOf(survey, timeZone);
  if (fieldworkOn < survey.opensOn || fieldworkOn > lastDay) {
    return `Ngày khảo sát phải trong thời gian của đợt: từ ${formatDay(survey.opensOn)} đến ${formatDay(lastDay)}.`;
  }
  return null;
}

function lastDayOf({ closesOn, closedAt }: PaperSurvey, timeZone: string): string {
  const closedOn = closedAt === null ? closesOn : dayOf(new Date(closedAt), timeZone);
  return closedOn < closesOn ? closedOn : closesOn;
}

/**
 * When a form of a day of fieldwork counts as finished: at noon of that day, since paper does not tell, or before that
 * where noon has not come yet or the survey was closed by hand in the morning. `late` where it arrives after the days of grace.
 */
export function paperTimes(
  survey: PaperSurvey,
  fieldworkOn: string,
  now: Date,
  timeZone: string,
): { finishedAt: string; late: boolean } {
  const noon = startOfDay(fieldworkOn, timeZone).getTime() + NOON_MS;
  const closed = survey.closedAt === null ? Number.POSITIVE_INFINITY : Date.parse(survey.closedAt) - 1;
  const finishedAt = new Date(Math.min(noon, now.getTime(), closed)).toISOString();
  const isClosed = survey.status === "closed" || dayOf(now, timeZone) > survey.closesOn;
  return { finishedAt, late: isClosed && standingAfterClose(survey, { finishedAt }, now, timeZone) === "late" };
}

/** Last day on which keyed forms are counted at once; later ones wait for review. */
export function lastDayOfKeying(survey: PaperSurvey, timeZone: string): string {
  return addDays(lastDayOf(survey, timeZone), GRACE_DAYS);
}
