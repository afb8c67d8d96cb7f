import { nameOfItem } from "./item-numbers";

/** As much of a form, published or still being written, as a condition speaks of. */
interface AskedForm {
  items: readonly {
    code: string;
    text: { vi: string };
    show_if?: unknown;
    scale?: string | undefined;
    options?: readonly Choice[] | undefined;
  }[];
  scales: readonly { code: string; levels: readonly Choice[] }[];
}

interface Choice {
  value: number | null;
  label: { vi: string };
}

/** What a condition says, to be put into words: the question it looks at, and the answers after which one is asked. */
export interface ConditionParts {
  /** "3 (B2)" */
  name: string;
  text: string;
  answers: string;
}

/** The parts of an item's condition; null for what everybody is asked. A value without words stands as it is. */
export function conditionParts(
  { items, scales }: AskedForm,
  condition: { item: string; in: readonly number[] } | undefined,
): ConditionParts | null {
  if (!condition) return null;
  const source = items.find(({ code }) => code === condition.item);
  const levels = scales.find(({ code }) => code === source?.scale)?.levels;
  const choices = source?.options ?? levels ?? [];
  const wordsOf = (wanted: number) => choices.find(({ value }) => value === wanted)?.label.vi || String(wanted);
  return {
    name: nameOfItem(items, condition.item),
    text: shortened(source?.text.vi ?? ""),
    answers: condition.in.map(wordsOf).join("; "),
  };
}

/** The beginning of a long question, enough to know it by. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text || "…";
}
