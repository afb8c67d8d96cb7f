import { nameOfItem } from "./item-numbers";
import { scaleOf } from "./questionnaire";
import type { Item, Option, Questionnaire, Scale, ScaleItem } from "./questionnaire-schema";
import { numbersOf, type Section, sectionsOf } from "./sections";

/** What a form on paper puts together: neighbouring questions on one scale as a table, every other question by itself. */
export type PaperBlock = { kind: "matrix"; scale: Scale; items: readonly ScaleItem[] } | { kind: "single"; item: Item };

export interface PaperSection {
  title: Section["title"];
  domain: Section["domain"];
  blocks: readonly PaperBlock[];
}

/** A questionnaire as it stands on paper, with the number of every question. */
export function paperForm(questionnaire: Questionnaire): {
  sections: readonly PaperSection[];
  numbers: ReadonlyMap<string, string>;
} {
  const sections = sectionsOf(questionnaire).map(({ title, domain, items }) => ({
    title,
    domain,
    blocks: blocksOf(questionnaire, items),
  }));
  return { sections, numbers: numbersOf(questionnaire) };
}

function blocksOf(questionnaire: Questionnaire, items: readonly Item[]): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  for (const item of items) {
    const last = blocks.at(-1);
    if (item.type !== "scale") blocks.push({ kind: "single", item });
    else if (last?.kind === "matrix" && last.scale.code === item.scale)
      blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
    else blocks.push({ kind: "matrix", scale: scaleOf(questionnaire, item), items: [item] });
  }
  return blocks;
}

/** "Chỉ trả lời nếu câu 9 (E7) = 4 hoặc 5": routing for somebody with a pen; null for what everybody is asked. */
export function conditionOnPaper({ items }: Questionnaire, { show_if }: Item): string | null {
  if (!show_if) return null;
  const [last, ...before] = show_if.in.map(String).reverse();
  const values = before.length > 0 ? `${before.reverse().join(", ")} hoặc ${last}` : last;
  return `Chỉ trả lời nếu câu ${nameOfItem(items, show_if.item)} = ${values}`;
}

/** How a question is to be answered, where that is not plain from it; null for one choice of a list or scale. */
export function wayToAnswer(item: Item): string | null {
  if (item.type === "multiple") return "có thể chọn nhiều ô";
  if (item.type !== "number") return null;
  const { min, max } = item;
  if (min !== undefined && max !== undefined) return `ghi số từ ${min} đến ${max}`;
  if (min !== undefined) return `ghi số từ ${min} trở lên`;
  return max === undefined ? "ghi số" : `ghi số không quá ${max}`;
}

/** The box of an option and the number that is keyed for it. */
export type PaperOption = Pick<Option, "value" | "other"> & { label: string };

export function optionsOnPaper(item: Item): readonly PaperOption[] {
  if (item.type !== "single" && item.type !== "multiple") return [];
  return item.options.map(({ value, label, other }) => ({ value, other, label: label.vi }));
}
