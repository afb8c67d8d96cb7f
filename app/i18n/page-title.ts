import type { Language } from "./numbers";
import { type Phrase, type PhraseValues, say } from "./words";

/**
 * Title of an officers' page in its reader's language, for `meta`:
 *
 *     export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
 *       pageTitle(matches, "Kết quả: {title}", { title: data?.survey.title ?? "" });
 *
 * @param matches as `meta` gets them; the innermost loader that says a language decides, the office's as a rule.
 */
export function pageTitle(
  matches: readonly { data?: unknown }[],
  phrase: Phrase,
  values: PhraseValues = {},
): { title: string }[] {
  return [{ title: `${say(languageOfPage(matches), phrase, values)} – Hài Lòng` }];
}

function languageOfPage(matches: readonly { data?: unknown }[]): Language {
  for (const { data } of [...matches].reverse()) {
    if (typeof data === "object" && data !== null && "language" in data) return data.language === "en" ? "en" : "vi";
  }
  return "vi";
}

/** Title of a page that searching machines shall not list, for `meta`. */
export function unlistedPage(title: string) {
  return [{ title }, { name: "robots", content: "noindex" }];
}
