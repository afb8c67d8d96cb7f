import { INTERVIEW_DAYS } from "./interview-cookie.server";
import { isSigned, signContent } from "./sign-content.server";

/** What an interviewer's form belongs to, from its opening on. */
export interface Interview {
  surveyId: number;
  pointId: number;
  pseudonym: string;
}

/**
 * The hidden field with which a form says under which pseudonym it was opened, so that it is stored under that one whoever
 * uses the device when it is sent. Signed, since only an assigned interviewer's device is given one.
 */
export function interviewPass(interview: Interview, { secret, now }: { secret: string; now: Date }): string {
  const until = Math.floor(now.getTime() / 1000) + INTERVIEW_DAYS * 24 * 3600;
  const { pseudonym } = interview;
  return `${pseudonym}.${until}.${signContent("interview form", contentOf(interview, until), secret)}`;
}

/** The pseudonym of a form for a survey at a point and whether its days are over; null where the pass was made up. */
export function readInterviewPass(
  pass: string | undefined,
  place: Omit<Interview, "pseudonym">,
  { secret, now }: { secret: string; now: Date },
): { pseudonym: string; expired: boolean } | null {
  const [, pseudonym = "", digits = "", signature = ""] =
    /^([^.\s]{1,20})\.(\d{1,12})\.([\w-]{43})$/u.exec(pass ?? "") ?? [];
  const until = Number(digits);
  if (!isSigned(signature, "interview form", contentOf({ ...place, pseudonym }, until), secret)) return null;
  return { pseudonym, expired: until * 1000 < now.getTime() };
}

function contentOf({ surveyId, pointId, pseudonym }: Interview, until: number): string {
  return `${surveyId}.${pointId}.${pseudonym}.${until}`;
}
