import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";

/** Invented counts of answers, the same for the same seed on every machine. */
export type Counts = Map<string, Record<string, number>>;

export function unitCounts(questionnaire: Questionnaire, persons: number, random: () => number): Counts {
  const level = 0.55 + random() * 0.35;
  return new Map(
    questionnaire.items.map((item) => [item.code, itemCounts(questionnaire, item, persons, level, random)]),
  );
}

/** Counts per level or option, and `missing`; they add up to the persons. */
function itemCounts(questionnaire: Questionnaire, item: Item, persons: number, level: number, random: () => number) {
  if (item.type === "text" || item.type === "number") return { missing: Math.floor(persons * 0.1) };
  const values = item.type === "scale" ? scaleOf(questionnaire, item).levels : item.options;
  const valid = values.filter(({ excluded }) => !excluded).map(({ value }) => value);
  const counts: Record<string, number> = Object.fromEntries(values.map(({ value }) => [String(value), 0]));
  const shift = item.code.length === 2 ? Number.parseInt(item.code.slice(1), 10) / 60 || 0 : 0;
  const missing = Math.floor(persons * 0.02 * random());
  const excluded = values.length > valid.length ? Math.floor(persons * 0.03) : 0;
  const outside = values.find((value) => value.excluded);
  if (outside) counts[String(outside.value)] = excluded;
  let left = persons - missing - excluded;
  for (const [index, value] of [...valid].reverse().entries()) {
    const share = index === valid.length - 1 ? 1 : Math.max(0.05, (level - shift) * (0.5 + random() * 0.1));
    const count = Math.min(left, Math.round(left * share));
    counts[String(value)] = count;
    left -= count;
  }
  return { ...counts, missing };
}

export function mergeCounts(all: readonly Counts[]): Counts {
  const total: Counts = new Map();
  for (const counts of all) {
    for (const [code, values] of counts) {
      const into = total.get(code) ?? {};
      for (const [value, count] of Object.entries(values)) into[value] = (into[value] ?? 0) + count;
      total.set(code, into);
    }
  }
  return total;
}

/** Park and Miller's generator: the same seed gives the same sample on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
