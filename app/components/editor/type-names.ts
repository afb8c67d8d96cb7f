import type { Phrase } from "~/i18n/words";
import type { DraftItem } from "~/questionnaires/draft-document";

/** The types of items in plain words, in the order in which they are offered. */
export const TYPE_NAMES: readonly [DraftItem["type"], Phrase][] = [
  ["scale", "Tiêu chí chấm mức"],
  ["single", "Chọn một"],
  ["multiple", "Chọn nhiều"],
  ["number", "Số"],
  ["text", "Viết tự do"],
];
