import type { Language } from "~/i18n/numbers";
import { normalizeCode, pointAddress } from "./code";

interface PathOptions {
  surveyId?: number | null;
  language?: Language;
  /** The page after sending, or after keeping the form on the device; else the form itself. */
  page?: "thanks" | "saved";
}

/** Path of a point's page, with the survey where several meet and the language where it is not Vietnamese. */
export function pointPath(code: string, { surveyId, language, page }: PathOptions = {}): string {
  const query = new URLSearchParams();
  if (surveyId) query.set("survey", String(surveyId));
  if (language === "en") query.set("lang", language);
  const path = pointAddress("", encodeURIComponent(normalizeCode(code))) + (page ? `/${page}` : "");
  return query.size > 0 ? `${path}?${query}` : path;
}
