import type { Language } from "~/i18n/numbers";

/**
 * Where a form goes: the point's page under another query. Sending to the very address of the page would make browsers
 * forget their copy of it, and Back would fetch a page with a new id, from which the same answers count as new ones.
 */
export function sendingAddress(language: Language): string {
  return language === "en" ? "?send=1&lang=en" : "?send=1";
}
