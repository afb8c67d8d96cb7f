import { type Answers, isAsked } from "~/questionnaires/answers";
import { type ScoredItem, scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { studentQuantile } from "~/statistics/student-quantile";

/**
 * The measures of contracts section 3 a second time, slowly, straight from the formulas and on plain answers: what the
 * columnar code must agree with. Shares nothing with `app/indices`.
 */
export interface ReferenceRow {
  level: string;
  code: string;
  n_asked: number;
  n_valid: number;
  n_excluded: number;
  n_missing: number;
  n_persons: number;
  [figure: string]: unknown;
}

const Z = 1.959963984540054;

export function referenceMeasures(questionnaire: Questionnaire, persons: readonly Answers[]): ReferenceRow[] {
  const scored = scoredItems(questionnaire);
  const items = questionnaire.items.filter((item) => item.type !== "text");
  const rows = items.map((item) => itemRow(questionnaire, item, persons));
  if (scored.length === 0) return rows;
  const inFactor = (code: string) => scored.filter((item) => item.factor === code);
  const inDomain = (code: string) =>
    scored.filter((item) => questionnaire.factors.find((factor) => factor.code === item.factor)?.domain === code);
  const index = (level: string, code: string, members: readonly ScoredItem[]) =>
    members.length === 0 ? [] : [indexRow(questionnaire, level, code, members, persons)];
  return [
    ...rows,
    ...questionnaire.factors.flatMap(({ code }) => index("factor", code, inFactor(code))),
    ...questionnaire.domains.flatMap(({ code }) => index("domain", code, inDomain(code))),
    ...index("overall", "*", scored),
    allSatisfied(questionnaire, scored, persons),
  ];
}

/** State of one answer: not asked, missing, excluded, or a valid level with whether it is satisfied. */
type Cell = "unasked" | "missing" | "excluded" | { level: number; satisfied: boolean };

function cell(questionnaire: Questionnaire, item: Item, person: Answers): Cell {
  if (!isAsked(questionnaire, item, person)) return "unasked";
  const answer = person[item.code];
  if (answer === undefined) return "missing";
  if (item.type === "number") return { level: Number(answer), satisfied: false };
  if (item.type === "single") {
    const option = item.options.find(({ value }) => value === answer);
    return option?.excluded ? "excluded" : { level: Number(answer), satisfied: option?.counts_as_return ?? false };
  }
  if (item.type !== "scale") throw new Error("only single-valued items have cells");
  const { levels } = scaleOf(questionnaire, item);
  const inside = levels.filter(({ excluded }) => !excluded);
  if (!inside.some(({ value }) => value === answer)) return "excluded";
  const values = inside.map(({ value }) => value);
  const level = item.reverse ? Math.min(...values) + Math.max(...values) - Number(answer) : Number(answer);
  return { level, satisfied: inside.some(({ value, satisfied }) => value === level && satisfied) };
}

function bases(cells: readonly Cell[]) {
  const n_excluded = cells.filter((entry) => entry === "excluded").length;
  const n_missing = cells.filter((entry) => entry === "missing").length;
  const n_valid = cells.filter((entry) => typeof entry === "object").length;
  return { n_asked: n_valid + n_excluded + n_missing, n_valid, n_excluded, n_missing };
}

function itemRow(questionnaire: Questionnaire, item: Item, persons: readonly Answers[]): ReferenceRow {
  if (item.type === "multiple") return multipleRow(questionnaire, item, persons);
  const cells = persons.map((person) => cell(questionnaire, item, person));
  const valid = cells.filter((entry) => typeof entry === "object");
  const row = { level: "item", code: item.code, ...bases(cells), n_persons: valid.length };
  const means = meanOf(valid.map(({ level }) => level));
  const rate = shareOf(valid.map(({ satisfied }) => satisfied));
  if (item.type === "number") return { ...row, ...means };
  const values =
    item.type === "scale" ? scaleOf(questionnaire, item).levels : item.type === "single" ? item.options : [];
  if (item.type === "single") {
    const shares = values
      .filter(({ excluded }) => !excluded)
      .map(({ value }) => ({
        value,
        ...shareOf(valid.map(({ level }) => level === value)),
      }));
    const returns = item.options.some(({ counts_as_return }) => counts_as_return);
    return { ...row, ...levelsOf(item, cells, persons, values), ...(returns ? rate : {}), ...sharesOf(shares) };
  }
  const flagged = scaleOf(questionnaire, item as ScoredItem).levels.some(({ satisfied }) => satisfied);
  const noRate = { rate: null, rate_se: null, rate_ci: null };
  return { ...row, ...levelsOf(item, cells, persons, values), ...(flagged ? rate : noRate), ...means };
}

function levelsOf(
  item: Item,
  cells: readonly Cell[],
  persons: readonly Answers[],
  values: readonly { value: number }[],
) {
  const count = (value: number) =>
    cells.filter((entry, index) =>
      typeof entry === "object" ? entry.level === value : entry === "excluded" && persons[index]?.[item.code] === value,
    ).length;
  return { levels: Object.fromEntries(values.map(({ value }) => [value, count(value)])) };
}

function multipleRow(
  questionnaire: Questionnaire,
  item: Extract<Item, { type: "multiple" }>,
  persons: readonly Answers[],
): ReferenceRow {
  const asked = persons.filter((person) => isAsked(questionnaire, item, person)).map((person) => person[item.code]);
  const answered = asked.filter((ticks): ticks is readonly number[] => Array.isArray(ticks));
  const isExcluded = (value: number) => item.options.find((option) => option.value === value)?.excluded === true;
  const valid = answered.filter((ticks) => ticks.length === 0 || ticks.some((value) => !isExcluded(value)));
  const shares = item.options
    .filter(({ excluded }) => !excluded)
    .map(({ value }) => ({ value, ...shareOf(valid.map((ticks) => ticks.includes(value))) }));
  return {
    ...{ level: "item", code: item.code, n_asked: asked.length, n_valid: valid.length },
    n_excluded: answered.length - valid.length,
    n_missing: asked.length - answered.length,
    n_persons: valid.length,
    levels: Object.fromEntries(
      item.options.map(({ value }) => [value, answered.filter((ticks) => ticks.includes(value)).length]),
    ),
    ...sharesOf(shares),
  };
}

function sharesOf(shares: readonly { value: number; rate: number | null; rate_se: number | null }[]) {
  const empty = shares.some(({ rate }) => rate === null);
  const noError = shares.some(({ rate_se }) => rate_se === null);
  return {
    shares: empty ? null : Object.fromEntries(shares.map(({ value, rate }) => [value, rate])),
    share_ses: noError ? null : Object.fromEntries(shares.map(({ value, rate_se }) => [value, rate_se])),
  };
}

function shareOf(hits: readonly boolean[]) {
  const n = hits.length;
  if (n === 0) return { rate: null, rate_se: null, rate_ci: null };
  const p = hits.filter(Boolean).length / n;
  return { rate: p, rate_se: n < 2 ? null : Math.sqrt((p * (1 - p)) / (n - 1)), rate_ci: wilson(p, n) };
}

function meanOf(values: readonly number[]) {
  const n = values.length;
  if (n === 0) return { mean: null, mean_se: null, mean_ci: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return withInterval(mean, n < 2 ? null : Math.sqrt(squares / (n - 1) / n), n);
}

function withInterval(mean: number, se: number | null, n: number) {
  const half = se === null ? 0 : studentQuantile(0.975, n - 1) * se;
  return { mean, mean_se: se, mean_ci: se === null ? null : [mean - half, mean + half] };
}

function wilson(p: number, n: number) {
  const half = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return [p + (Z * Z) / (2 * n) - half, p + (Z * Z) / (2 * n) + half].map((end) => end / (1 + (Z * Z) / n));
}

function indexRow(
  questionnaire: Questionnaire,
  level: string,
  code: string,
  members: readonly ScoredItem[],
  persons: readonly Answers[],
): ReferenceRow {
  const table = members.map((item) => persons.map((person) => cell(questionnaire, item, person)));
  const scores = (measure: "rate" | "mean") =>
    table.map((cells) =>
      cells.map((entry) =>
        typeof entry !== "object" ? null : measure === "mean" ? entry.level : entry.satisfied ? 1 : 0,
      ),
    );
  const n = persons.filter((_, person) => table.some((cells) => typeof cells[person] === "object")).length;
  const structure = structureOf(questionnaire, level, members);
  const rate = estimate(questionnaire, structure, scores("rate"), n);
  const mean = estimate(questionnaire, structure, scores("mean"), n);
  const size = rate.se && rate.value !== null ? (rate.value * (1 - rate.value)) / (rate.se ** 2 * ((n - 1) / n)) : n;
  return {
    ...{ level, code, ...bases(table.flat()), n_persons: n, rule: questionnaire.index.rule },
    k: structure.groups.length,
    k_used: structure.groups.filter((group) => group.some((item) => scores("rate")[item]?.some((x) => x !== null)))
      .length,
    ...(rate.value === null
      ? { rate: null, rate_se: null, rate_ci: null }
      : { rate: rate.value, rate_se: rate.se, rate_ci: wilson(rate.value, size) }),
    ...(mean.value === null ? { mean: null, mean_se: null, mean_ci: null } : withInterval(mean.value, mean.se, n)),
  };
}

interface Structure {
  groups: number[][];
  weights: number[] | null;
}

/** What the rule averages at this level, by the table of contracts section 1. */
function structureOf(questionnaire: Questionnaire, level: string, members: readonly ScoredItem[]): Structure {
  const { rule, weights } = questionnaire.index;
  const where = (matches: (item: ScoredItem) => boolean) =>
    members.flatMap((item, position) => (matches(item) ? [position] : []));
  if (rule === "fixed-weights" && level === "overall") {
    const domainOf = (item: ScoredItem) => questionnaire.factors.find(({ code }) => code === item.factor)?.domain;
    const groups = questionnaire.domains.map(({ code }) => where((item) => domainOf(item) === code));
    return { groups, weights: questionnaire.domains.map(({ code }) => weights?.[code] ?? Number.NaN) };
  }
  if (rule === "mean-of-factors" && level !== "factor") {
    const groups = questionnaire.factors.map(({ code }) => where((item) => item.factor === code));
    return { groups: groups.filter((group) => group.length > 0), weights: null };
  }
  return { groups: members.map((_, position) => [position]), weights: null };
}

function average(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length;
}

function combine({ groups, weights }: Structure, items: readonly (number | null)[]): number | null {
  const parts = groups.map((group) => average(group.map((item) => items[item] ?? null)));
  if (!weights) return average(parts);
  if (parts.includes(null)) return null;
  return parts.reduce<number>((sum, part, index) => sum + (weights[index] ?? 0) * (part ?? 0), 0);
}

function estimate(
  questionnaire: Questionnaire,
  structure: Structure,
  scores: (number | null)[][],
  n: number,
): { value: number | null; se: number | null } {
  const everyAnswer = scores.flat().filter((score) => score !== null);
  const people = scores[0]?.map((_, person) => scores.map((item) => item[person] ?? null)) ?? [];
  const itemMeans = scores.map((answers) => average(answers));
  const sizes = scores.map((answers) => answers.filter((score) => score !== null).length);
  const pooled = questionnaire.index.rule === "pooled";
  const value = pooled ? average(everyAnswer) : combine(structure, itemMeans);
  if (value === null) return { value, se: null };
  // The estimate is linear in the item means, so a unit step in one of them is its coefficient.
  const coefficients = itemMeans.map((mean, item) =>
    mean === null
      ? 0
      : (combine(structure, itemMeans.with(item, mean + 1)) ?? 0) - (combine(structure, itemMeans) ?? 0),
  );
  const influences = people.map((answers) => {
    const given = answers.filter((score) => score !== null);
    if (pooled) return (given.reduce((a, b) => a + b, 0) - value * given.length) / everyAnswer.length;
    return answers.reduce<number>((sum, score, item) => {
      if (score === null) return sum;
      return sum + ((coefficients[item] ?? 0) * (score - (itemMeans[item] ?? 0))) / (sizes[item] ?? 1);
    }, 0);
  });
  const se = Math.sqrt((n / (n - 1)) * influences.reduce((sum, u) => sum + u * u, 0));
  return { value, se: n < 2 ? null : se < 1e-9 ? 0 : se };
}

function allSatisfied(questionnaire: Questionnaire, scored: readonly ScoredItem[], persons: readonly Answers[]) {
  const cells = persons.map((person) => scored.map((item) => cell(questionnaire, item, person)));
  const asked = cells.filter((row) => row.some((entry) => entry !== "unasked"));
  const valid = asked.map((row) => row.filter((entry) => typeof entry === "object")).filter((row) => row.length > 0);
  const none = asked.filter((row) => !row.some((entry) => typeof entry === "object"));
  const n_excluded = none.filter((row) => row.includes("excluded")).length;
  return {
    ...{ level: "all-satisfied", code: "*", n_asked: asked.length, n_valid: valid.length, n_excluded },
    n_missing: none.length - n_excluded,
    n_persons: valid.length,
    ...shareOf(valid.map((row) => row.every(({ satisfied }) => satisfied))),
  };
}
