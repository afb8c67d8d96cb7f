import { readFileSync } from "node:fs";
import type { MeasureRow } from "~/indices/result";
import type { ResultUnit, SurveyResults } from "~/indices/survey-results";
import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type ReformTask, reformPlanSchema } from "~/reports/reform-plan";
import { type Counts, generator, mergeCounts, unitCounts } from "./sample-counts";
import { maskedRow, measureRows, sum } from "./sample-measures";

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
  targetRate?: number | null;
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
      mergeCounts(counted.map(({ counts }) => counts)),
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
      targetRate: options.targetRate ?? null,
      simulated: options.simulated ?? false,
      owner: options.owner ?? { key: "th-syt", code: "SYT", name: "Sở Y tế" },
    },
    version: {
      number: 3,
      checksum: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
      verification: null,
    },
    questionnaire,
    minimums: { cell: 10, unit: 30, same: 30 },
    units,
    measures: rows,
    bySize: { rows: [], standings: [], narrowed: [] },
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
      { channel: "paper", responses: null },
      { channel: "phone", responses: null },
    ],
    asOf: "2026-11-20",
    scope: "whole",
  };
}

function toResultUnit(unit: SampleUnit, all: readonly SampleUnit[]): ResultUnit {
  const depth = (candidate: SampleUnit | undefined): number => {
    const parent = all.find(({ key }) => key === candidate?.parentKey);
    return parent ? depth(parent) + 1 : 0;
  };
  const { surveyed = true, kind = "hospital", parentKey = null, place = null } = unit;
  const { key, code, name, persons } = unit;
  const responses = persons > 0 && persons < 10 ? null : persons;
  return { key, code, name, kind, parentKey, depth: depth(unit), surveyed, place, responses, sample: true };
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
  return measureRows(questionnaire, group.key, mergeCounts(below.map(({ counts }) => counts)), persons);
}

function unitRows(questionnaire: Questionnaire, unit: SampleUnit, counts: Counts): MeasureRow[] {
  const rows = measureRows(questionnaire, unit.key, counts, unit.persons);
  return unit.persons > 0 && unit.persons < 30 ? rows.map(maskedRow) : rows;
}

/** The results with one row changed: where a test sets a figure itself. */
export function withRow(
  results: SurveyResults,
  level: MeasureRow["level"],
  code: string,
  changed: Partial<MeasureRow>,
  unit = "*",
): SurveyResults {
  return {
    ...results,
    measures: results.measures.map((row) =>
      row.unit === unit && row.level === level && row.code === code ? { ...row, ...changed } : row,
    ),
  };
}

/** The reform plan's task of a number, from the seeds. */
export function reformTask(number: number, year = 2026): ReformTask {
  const file = new URL(`../../seeds/plans/phu-luc-03-${year}.json`, import.meta.url);
  const task = reformPlanSchema
    .parse(JSON.parse(readFileSync(file, "utf8")))
    .tasks.find((one) => one.number === number);
  if (!task) throw new Error(`no task ${number}`);
  return task;
}
