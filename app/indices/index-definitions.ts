import { scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";

/**
 * An index of a questionnaire as its rule defines it. `items` are positions among the scored items in file order;
 * `parts` is what the rule averages: items, factors or domains, each a set of those positions. `k` of a result row is
 * the number of parts.
 */
export interface IndexDefinition {
  level: "factor" | "domain" | "overall";
  code: string;
  items: readonly number[];
  parts: readonly IndexPart[];
  /** Fixed weights cannot be shared out again: one empty part makes the index null. */
  needsEveryPart: boolean;
}

export interface IndexPart {
  /** Weight fixed by the questionnaire; `null` where every part that has answers weighs the same. */
  weight: number | null;
  items: readonly number[];
}

/**
 * Factors, domains and overall in file order, by the table of contracts, section 1. A factor or domain no scored item
 * belongs to has no index; a questionnaire without scored items has none at all.
 */
export function indexDefinitions(questionnaire: Questionnaire): IndexDefinition[] {
  const scored = scoredItems(questionnaire);
  if (scored.length === 0) return [];
  const { rule, weights } = questionnaire.index;
  const itemsOfFactor = (factor: string) => positions(scored, (item) => item.factor === factor);
  const factors = questionnaire.factors.map(({ code, domain }) => ({ code, domain, items: itemsOfFactor(code) }));
  const domains = questionnaire.domains.map(({ code }) => {
    const ownFactors = factors.filter(({ domain }) => domain === code);
    const items = ownFactors.flatMap(({ items }) => items).sort((a, b) => a - b);
    return { code, factors: ownFactors, items };
  });
  const everyItem = scored.map((_, position) => position);
  const ofItems = (items: readonly number[]) => items.map((item) => ({ weight: null, items: [item] }));
  const ofFactors = (group: readonly { items: number[] }[]) => equalParts(group.map(({ items }) => items));
  const byFactor = rule === "mean-of-factors";
  const definitions: IndexDefinition[] = [
    ...factors.map(({ code, items }) => define("factor", code, items, ofItems(items))),
    ...domains.map((domain) =>
      define("domain", domain.code, domain.items, byFactor ? ofFactors(domain.factors) : ofItems(domain.items)),
    ),
  ].filter(({ items }) => items.length > 0);
  if (rule !== "fixed-weights")
    return [...definitions, define("overall", "*", everyItem, byFactor ? ofFactors(factors) : ofItems(everyItem))];
  const weighted = domains.map(({ code, items }) => ({
    weight: new Map(Object.entries(weights ?? {})).get(code) ?? 0,
    items,
  }));
  return [...definitions, { ...define("overall", "*", everyItem, weighted), needsEveryPart: true }];
}

function define(
  level: IndexDefinition["level"],
  code: string,
  items: readonly number[],
  parts: readonly IndexPart[],
): IndexDefinition {
  return { level, code, items, parts, needsEveryPart: false };
}

function equalParts(groups: readonly number[][]): IndexPart[] {
  return groups.filter((items) => items.length > 0).map((items) => ({ weight: null, items }));
}

function positions<T>(entries: readonly T[], matches: (entry: T) => boolean): number[] {
  return entries.flatMap((entry, position) => (matches(entry) ? [position] : []));
}
