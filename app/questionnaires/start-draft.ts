import type { DraftDocument } from "./draft-document";
import type { Sector } from "./questionnaire-schema";

/** What stands in the source of a form that was made from an official one. */
const VARIANT_MARK = "biến thể địa phương";
const CODE_LENGTH = 60;

/** A code from Vietnamese words: lower case, without accents, joined by hyphens. */
export function codeFromText(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const code = plain.replace(/[^a-z0-9]+/g, "-").slice(0, CODE_LENGTH);
  return code.replace(/^-+|-+$/g, "") || "phieu";
}

/** The code of a local variant: that of the official form and what the variant is called. */
export function variantCode(officialCode: string, variantName: string): string {
  const name = codeFromText(variantName).replace(/^bien-the-(?=.)/, "");
  return `${officialCode.slice(0, CODE_LENGTH)}-${name}`;
}

/** The code, or with a number behind it where it is taken. */
export function freeCode(code: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? code : `${code}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The source of the form that a variant came from; any other source as it is. */
export function originalSource(source: string): string {
  return source.normalize("NFC").split(`; ${VARIANT_MARK}`)[0] ?? source;
}

/** The source of a variant: that of the form it came from, said to be varied. */
export function variantSource(source: string, variantName: string): string {
  return `${originalSource(source)}; ${VARIANT_MARK} (${variantName})`;
}

/** A form to begin with: a five-level scale of satisfaction in both languages with a level outside the index, one domain, one factor. */
export function blankDocument({
  title,
  sector,
  code,
  source,
}: {
  title: string;
  sector: Sector;
  code: string;
  source: string;
}): DraftDocument {
  const level = (value: number, vi: string, en: string) => ({ value, label: { vi, en } });
  return {
    format: "hailong.questionnaire/1",
    code,
    sector,
    title: { vi: title },
    source,
    scales: [
      {
        code: "satisfaction5",
        levels: [
          level(1, "Rất không hài lòng", "Very dissatisfied"),
          level(2, "Không hài lòng", "Dissatisfied"),
          level(3, "Bình thường", "Neutral"),
          { ...level(4, "Hài lòng", "Satisfied"), satisfied: true },
          { ...level(5, "Rất hài lòng", "Very satisfied"), satisfied: true },
          { ...level(0, "Không sử dụng, không có ý kiến", "Not used, no opinion"), excluded: true },
        ],
      },
    ],
    domains: [{ code: "I", title: { vi: "Chất lượng phục vụ" } }],
    factors: [{ code: "A", domain: "I", title: { vi: "Sự phục vụ" } }],
    items: [{ code: "A1", type: "scale", scale: "satisfaction5", factor: "A", text: { vi: "" } }],
    index: { rule: "mean-of-items", weights: null },
  };
}
