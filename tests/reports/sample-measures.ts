import type { Interval, MeasureLevel, MeasureRow } from "~/indices/result";
import { scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Counts } from "./sample-counts";

/** Result rows from counts, with plain intervals: a document prints what it is given and computes nothing. */
export function maskedRow({ unit, level, code, rule, k }: MeasureRow): MeasureRow {
  return {
    unit,
    level,
    code,
    n_asked: null,
    n_valid: null,
    n_excluded: null,
    n_missing: null,
    n_persons: null,
    levels: null,
    ...(rule ? { rule } : {}),
    ...(k === undefined ? {} : { k, k_used: null }),
    rate: null,
    rate_se: null,
    rate_ci: null,
    mean: null,
    mean_se: null,
    mean_ci: null,
    suppressed: "masked",
  };
}

export function measureRows(questionnaire: Questionnaire, unit: string, counts: Counts, persons: number): MeasureRow[] {
  const items = questionnaire.items.filter(({ type }) => type !== "text");
  const itemRows = items.map((item) => itemRow(questionnaire, unit, item, counts.get(item.code) ?? {}, persons));
  const scored = scoredItems(questionnaire);
  const of = (codes: readonly string[]) => itemRows.filter(({ code }) => codes.includes(code));
  const index = (level: MeasureLevel, code: string, rows: MeasureRow[]) =>
    indexRow(questionnaire, unit, level, code, rows, persons);
  if (scored.length === 0) return itemRows;
  const overall = index("overall", "*", of(scored.map(({ code }) => code)));
  const factorsOf = (domain: string) =>
    questionnaire.factors.filter((factor) => factor.domain === domain).map(({ code }) => code);
  return [
    ...itemRows,
    ...questionnaire.factors.map(({ code }) =>
      index("factor", code, of(scored.filter(({ factor }) => factor === code).map((item) => item.code))),
    ),
    ...questionnaire.domains.map(({ code }) =>
      index(
        "domain",
        code,
        of(scored.filter(({ factor }) => factorsOf(code).includes(factor)).map((item) => item.code)),
      ),
    ),
    overall,
    {
      ...proportion((overall.rate ?? 0) * 0.6, persons),
      ...base(unit, "all-satisfied", "*"),
      n_asked: persons,
      n_valid: persons,
      n_excluded: 0,
      n_missing: 0,
      n_persons: persons,
    },
  ];
}

function base(unit: string, level: MeasureLevel, code: string) {
  return { unit, level, code, suppressed: null };
}

function itemRow(
  questionnaire: Questionnaire,
  unit: string,
  item: Item,
  values: Record<string, number>,
  persons: number,
): MeasureRow {
  const { missing = 0, ...levels } = values;
  const common = { ...base(unit, "item", item.code), n_asked: persons, n_missing: missing };
  if (item.type === "number") {
    const valid = persons - missing;
    const mean = valid > 0 ? 84.375 : null;
    return {
      ...common,
      n_valid: valid,
      n_excluded: 0,
      n_persons: valid,
      mean,
      mean_se: mean && 0.5,
      mean_ci: mean ? [83.4, 85.35] : null,
    };
  }
  const options =
    item.type === "scale" ? scaleOf(questionnaire, item).levels : item.type === "text" ? [] : item.options;
  const excluded = sum(options.filter((option) => option.excluded).map(({ value }) => levels[String(value)] ?? 0));
  const valid = sum(Object.values(levels)) - excluded;
  const counts = { ...common, n_valid: valid, n_excluded: excluded, n_persons: valid, levels };
  if (item.type === "scale")
    return {
      ...counts,
      ...(item.reverse ? { reversed: true as const } : {}),
      ...scaleFigures(questionnaire, item, levels, valid),
    };
  const back = options.filter((option) => "counts_as_return" in option && option.counts_as_return);
  const shares =
    valid > 0
      ? Object.fromEntries(
          options.filter((o) => !o.excluded).map(({ value }) => [String(value), (levels[String(value)] ?? 0) / valid]),
        )
      : null;
  return {
    ...counts,
    shares,
    ...(back.length > 0 ? proportion(sum(back.map(({ value }) => levels[String(value)] ?? 0)) / valid, valid) : {}),
  };
}

function scaleFigures(
  questionnaire: Questionnaire,
  item: Extract<Item, { type: "scale" }>,
  levels: Record<string, number>,
  valid: number,
) {
  const scale = scaleOf(questionnaire, item).levels.filter((level) => !level.excluded);
  const satisfied = scale.filter((level) => level.satisfied);
  const total = sum(scale.map(({ value }) => value * (levels[String(value)] ?? 0)));
  const hit = sum(satisfied.map(({ value }) => levels[String(value)] ?? 0));
  return {
    ...(satisfied.length > 0 ? proportion(hit / valid, valid) : { rate: null }),
    ...average(total / valid, valid),
  };
}

function indexRow(
  questionnaire: Questionnaire,
  unit: string,
  level: MeasureLevel,
  code: string,
  items: MeasureRow[],
  persons: number,
): MeasureRow {
  const { rule } = questionnaire.index;
  const used = items.filter(({ n_valid }) => (n_valid ?? 0) > 0);
  const total = (key: "n_asked" | "n_valid" | "n_excluded" | "n_missing") => sum(items.map((row) => row[key] ?? 0));
  const weight = (row: MeasureRow) => (rule === "pooled" ? (row.n_valid ?? 0) : 1);
  const mean = (key: "rate" | "mean") => sum(used.map((row) => weight(row) * (row[key] ?? 0))) / sum(used.map(weight));
  const n = persons;
  return {
    ...base(unit, level, code),
    rule,
    k: items.length,
    k_used: used.length,
    n_asked: total("n_asked"),
    n_valid: total("n_valid"),
    n_excluded: total("n_excluded"),
    n_missing: total("n_missing"),
    n_persons: n,
    ...proportion(mean("rate"), n),
    ...average(mean("mean"), n),
  };
}

function proportion(rate: number, n: number) {
  if (n === 0 || Number.isNaN(rate)) return { rate: null, rate_se: null, rate_ci: null };
  const z = 1.96;
  const centre = (rate + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  const interval: Interval = [centre - half, centre + half];
  return { rate, rate_se: Math.sqrt((rate * (1 - rate)) / n), rate_ci: interval };
}

function average(mean: number, n: number) {
  if (n === 0 || Number.isNaN(mean)) return { mean: null, mean_se: null, mean_ci: null };
  const interval: Interval = [mean - 1.96 / Math.sqrt(n), mean + 1.96 / Math.sqrt(n)];
  return { mean, mean_se: 1 / Math.sqrt(n), mean_ci: interval };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
