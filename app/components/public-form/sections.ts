import type { Item, Localized, Questionnaire } from "~/questionnaires/questionnaire-schema";

/** Items that stand together under one heading of the form, numbered from 1 in it. */
export interface Section {
  /** From the questionnaire, or the kind of section where it names none. */
  title: Localized | "profile" | "general" | "comments";
  /** The domain above the factor, where the questionnaire has more than one. */
  domain: Localized | null;
  items: readonly Item[];
}

/** Where an item stands on the form, both counted from 1. */
export interface Place {
  section: number;
  item: number;
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

/** Places by item code. */
export function placesOf(sections: readonly Section[]): ReadonlyMap<string, Place> {
  return new Map(
    sections.flatMap(({ items }, section) =>
      items.map(({ code }, item): [string, Place] => [code, { section: section + 1, item: item + 1 }]),
    ),
  );
}

function keyOf(item: Item): string {
  if (item.profile) return "profile";
  return item.type === "scale" && item.factor !== undefined ? `factor ${item.factor}` : "other";
}

function headed({ factors, domains }: Questionnaire, key: string, items: Item[], isLast: boolean): Section {
  const factor = factors.find(({ code }) => key === `factor ${code}`);
  if (factor) {
    const domain = domains.length > 1 ? domains.find(({ code }) => code === factor.domain) : undefined;
    return { title: factor.title, domain: domain?.title ?? null, items };
  }
  if (key === "profile") return { title: "profile", domain: null, items };
  return { title: isLast && items.some(({ type }) => type === "text") ? "comments" : "general", domain: null, items };
}
