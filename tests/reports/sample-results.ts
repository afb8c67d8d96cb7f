import { readFileSync } from "node:fs";
import type { Interval, MeasureLevel, MeasureRow } from "~/indices/result";
import type { ResultUnit, SurveyResults } from "~/indices/survey-results";
import {
  type Item,
  parseQuestionnaire,
  type Questionnaire,
  scaleOf,
  scoredItems,
} from "~/questionnaires/questionnaire-schema";

/**
 * Invented results for tests of documents: level counts follow from a seeded generator, figures from the counts. The
 * intervals are plain Wilson and normal ones, since a document prints what it is given and computes nothing.
 */
export interface SampleUnit {
  key: string;
  code: string;
  name: string;
  persons: number;
  parentKey?: string | null;
  surveyed?: boolean;
  kind?: ResultUnit["kind"];
  place?: string | null;
}

export interface SampleOptions {
  questionnaire: Questionnaire;
  units: SampleUnit[];
  simulated?: boolean;
  basis?: SurveyResults["survey"]["basis"];
  seed?: number;
  closesOn?: string;
  status?: SurveyResults["survey"]["status"];
  owner?: SurveyResults["survey"]["owner"];
  title?: string;
}

export function seedQuestionnaire(name: string): Questionnaire {
  const file = new URL(`../../seeds/questionnaires/${name}.json`, import.meta.url);
  const parsed = parseQuestionnaire(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problems[0]?.message}`);
  return parsed.questionnaire;
}

/** The 37 hospitals of the sample list, with sample sizes from none to a thousand. */
export function hospitals(): SampleUnit[] {
  const file = new URL("../../seeds/units/health-facilities.csv", import.meta.url);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes(",hospital,"));
  return lines.map((line, index) => {
    const [key = "", code = "", , name = ""] = line.split(",");
    return {
      key,
      code,
      name,
      kind: "hospital",
      parentKey: "th-syt",
      place: null,
      persons: PERSONS[index % PERSONS.length] ?? 0,
    };
  });
}

const PERSONS = [384, 412, 1024, 298, 45, 152, 386, 18, 0, 267, 391];

export function sampleResults(options: SampleOptions): SurveyResults {
  const { questionnaire } = options;
  const random = generator(options.seed ?? 1);
  const units = options.units.map((unit): ResultUnit => toResultUnit(unit, options.units));
  const surveyed = options.units.filter(({ surveyed = true }) => surveyed);
  const counted = surveyed.map((unit) => ({ unit, counts: unitCounts(questionnaire, unit.persons, random) }));
  const rows = [
    ...measureRows(
      questionnaire,
      "*",
      merge(counted.map(({ counts }) => counts)),
      sum(surveyed.map(({ persons }) => persons)),
    ),
    ...counted.flatMap(({ unit, counts }) => unitRows(questionnaire, unit, counts)),
    ...options.units
      .filter(({ surveyed: isSurveyed = true }) => !isSurveyed)
      .flatMap((group) => groupRows(questionnaire, group, counted, options.units)),
  ];
  const responses = sum(surveyed.map(({ persons }) => persons));
  return {
    province: "Tỉnh Thanh Hóa",
    survey: {
      id: 1,
      title: options.title ?? "Khảo sát hài lòng người bệnh ngoại trú năm 2026",
      opensOn: "2026-09-01",
      closesOn: options.closesOn ?? "2026-11-30",
      status: options.status ?? "open",
      basis: options.basis ?? "voluntary",
      simulated: options.simulated ?? false,
      owner: options.owner ?? { key: "th-syt", code: "SYT", name: "Sở Y tế" },
    },
    version: {
      number: 3,
      checksum: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
      verification: null,
    },
    questionnaire,
    minimums: { cell: 10, unit: 30 },
    units,
    measures: rows,
    reliability: questionnaire.factors.map(({ code }) => ({
      unit: "*",
      factor: code,
      k: 5,
      n: responses,
      alpha: 0.8125,
    })),
    responses,
    channels: [
      { channel: "qr", responses: Math.floor(responses * 0.8) },
      { channel: "paper", responses: responses - Math.floor(responses * 0.8) - 7 },
      { channel: "phone", responses: null },
    ],
    asOf: "2026-11-20",
  };
}

function toResultUnit(unit: SampleUnit, all: readonly SampleUnit[]): ResultUnit {
  const depth = (candidate: SampleUnit | undefined): number => {
    const parent = all.find(({ key }) => key === candidate?.parentKey);
    return parent ? depth(parent) + 1 : 0;
  };
  const { surveyed = true, kind = "hospital", parentKey = null, place = null } = unit;
  const { key, code, name, persons } = unit;
  const responses = persons > 0 && persons < 30 ? null : persons;
  return { key, code, name, kind, parentKey, depth: depth(unit), surveyed, place, responses, sample: true };
}

type Counts = Map<string, Record<string, number>>;

function unitCounts(questionnaire: Questionnaire, persons: number, random: () => number): Counts {
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

function merge(all: readonly Counts[]): Counts {
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

function groupRows(
  questionnaire: Questionnaire,
  group: SampleUnit,
  counted: { unit: SampleUnit; counts: Counts }[],
  all: readonly SampleUnit[],
) {
  const isBelow = (unit: SampleUnit | undefined): boolean =>
    unit !== undefined && (unit.parentKey === group.key || isBelow(all.find(({ key }) => key === unit.parentKey)));
  const below = counted.filter(({ unit }) => isBelow(unit));
  const persons = sum(below.map(({ unit }) => unit.persons));
  return measureRows(questionnaire, group.key, merge(below.map(({ counts }) => counts)), persons);
}

function unitRows(questionnaire: Questionnaire, unit: SampleUnit, counts: Counts): MeasureRow[] {
  const rows = measureRows(questionnaire, unit.key, counts, unit.persons);
  return unit.persons > 0 && unit.persons < 30 ? rows.map(maskedRow) : rows;
}

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

function measureRows(questionnaire: Questionnaire, unit: string, counts: Counts, persons: number): MeasureRow[] {
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Park and Miller's generator: the same seed gives the same sample on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
