import { itemNumbers } from "./item-numbers";
import type { Item, Localized, Questionnaire } from "./questionnaire-schema";

/** Items that stand together under one heading of the form. */
export interface Section {
  /** From the questionnaire, or the kind of section where it names none. */
  title: Localized | "profile" | "general" | "comments";
  /** The domain above the factor, where the questionnaire has more than one and it is called otherwise. */
  domain: Localized | null;
  items: readonly Item[];
}

/** Runs of neighbouring items of one factor, of profile items and of the others, in the order of the questionnaire. */
export function sectionsOf(questionnaire: Questionnaire): Section[] {
  const runs: { key: string; items: Item[] }[] = [];
  for (const item of questionnaire.items) {
    const key = keyOf(item);
    const last = runs.at(-1);
    if (last?.key === key) last.items.push(item);
    else runs.push({ key, items: [item] });
  }
  return runs.map(({ key, items }, index) => headed(questionnaire, key, items, index === runs.length - 1));
}

/** Numbers by item code, through the whole form, so that a number alone names a question. */
export function numbersOf({ items }: Questionnaire): ReadonlyMap<string, string> {
  const numbers = itemNumbers(items);
  return new Map(items.map(({ code }, at): [string, string] => [code, numbers[at] ?? ""]));
}

function keyOf(item: Item): string {
  if (item.profile) return "profile";
  return item.type === "scale" && item.factor !== undefined ? `factor ${item.factor}` : "other";
}

function headed({ factors, domains }: Questionnaire, key: string, items: Item[], isLast: boolean): Section {
  const factor = factors.find(({ code }) => key === `factor ${code}`);
  if (factor) {
    const domain = domains.length > 1 ? domains.find(({ code }) => code === factor.domain) : undefined;
    const repeats = domain?.title.vi === factor.title.vi;
    return { title: factor.title, domain: repeats ? null : (domain?.title ?? null), items };
  }
  if (key === "profile") return { title: "profile", domain: null, items };
  return { title: isLast && items.some(({ type }) => type === "text") ? "comments" : "general", domain: null, items };
}
