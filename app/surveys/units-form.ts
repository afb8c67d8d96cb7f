import { clusterDesignEffect } from "~/statistics/sample-size";
import { readCount, readDecimal, readPercent, typedDecimal, typedPercent } from "./read-number";
import type { FormProblem } from "./read-survey-form";
import { reckonTarget } from "./reckon-target";
import { SAMPLE_FORMULAS, type SampleFormula, type SamplingPlan } from "./sampling-plan";

/** The calculator's fields as typed. */
export interface CalculatorValues {
  formula: string;
  margin: string;
  proportion: string;
  designEffect: string;
  /** Persons a cluster and the likeness within it: both together give the design effect. */
  perCluster: string;
  correlation: string;
  responseRate: string;
  fixed: string;
}

export interface UnitSizeValues {
  unitId: number;
  population: string;
  target: string;
}

export interface UnitsFormValues {
  calculator: CalculatorValues;
  rows: UnitSizeValues[];
}

/** Population and target of a unit of a survey. */
export interface UnitSizes {
  unitId: number;
  population: number | null;
  target: number | null;
}

/** The fields of what is saved; at first those of the 2013 guideline. */
export function unitsFormValues(plan: SamplingPlan | null, units: readonly UnitSizes[]): UnitsFormValues {
  return {
    calculator: {
      formula: plan?.formula ?? "slovin",
      margin: typedPercent(plan?.margin ?? 0.05),
      proportion: typedPercent(plan?.proportion ?? 0.5),
      designEffect: typedDecimal(plan?.designEffect ?? 1),
      perCluster: "",
      correlation: "",
      responseRate: typedPercent(plan?.responseRate ?? 1),
      fixed: plan?.fixed ? String(plan.fixed) : "384",
    },
    rows: units.map(({ unitId, population, target }) => ({
      unitId,
      population: population === null ? "" : String(population),
      target: target === null ? "" : String(target),
    })),
  };
}

/** Reads the fields of the units that the survey has now; a field that is not there is empty. */
export function readUnitsForm(form: FormData, unitIds: readonly number[]): UnitsFormValues {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    calculator: {
      formula: text("formula"),
      margin: text("margin"),
      proportion: text("proportion"),
      designEffect: text("designEffect"),
      perCluster: text("perCluster"),
      correlation: text("correlation"),
      responseRate: text("responseRate"),
      fixed: text("fixed"),
    },
    rows: unitIds.map((unitId) => ({
      unitId,
      population: text(`population-${unitId}`),
      target: text(`target-${unitId}`),
    })),
  };
}

type Parsed<T> = { ok: true; value: T } | { ok: false; problems: FormProblem[] };

/** The plan that the calculator's fields say. */
export function parseCalculator(values: CalculatorValues): Parsed<SamplingPlan> {
  const problems: FormProblem[] = [];
  const refuse = (field: string, message: string) => void problems.push({ field, message });
  const number = (
    field: keyof CalculatorValues,
    read: typeof readDecimal,
    fits: (value: number) => boolean,
    message: string,
  ) => {
    const value = read(values[field]);
    if (typeof value === "number" && fits(value)) return value;
    refuse(field, message);
    return Number.NaN;
  };
  const formula = SAMPLE_FORMULAS.find((one) => one === values.formula);
  if (!formula) refuse("formula", "Chọn một công thức");
  const margin = number(
    "margin",
    readPercent,
    (value) => value >= 0.001 && value <= 0.5,
    "Sai số là một số từ 0,1 đến 50 (%)",
  );
  const proportion = number(
    "proportion",
    readPercent,
    (value) => value > 0 && value < 1,
    "Tỷ lệ dự kiến lớn hơn 0 và nhỏ hơn 100 (%)",
  );
  const responseRate = number(
    "responseRate",
    readPercent,
    (value) => value >= 0.01 && value <= 1,
    "Tỷ lệ trả lời là một số từ 1 đến 100 (%)",
  );
  const designEffect = parseDesignEffect(values, refuse);
  const fixed = values.fixed === "" && formula !== "fixed" ? null : readCount(values.fixed);
  if (fixed === undefined || fixed === 0 || (formula === "fixed" && fixed === null)) {
    refuse("fixed", "Số phiếu mỗi đơn vị là một số nguyên từ 1");
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: { formula: formula as SampleFormula, margin, proportion, designEffect, responseRate, fixed: fixed ?? null },
  };
}

function parseDesignEffect(
  { designEffect, perCluster, correlation }: CalculatorValues,
  refuse: (field: string, message: string) => void,
): number {
  if (perCluster === "" && correlation === "") {
    const value = readDecimal(designEffect);
    if (typeof value === "number" && value >= 1 && value <= 20) return value;
    refuse("designEffect", "Hệ số thiết kế là một số từ 1 đến 20");
    return Number.NaN;
  }
  const persons = readDecimal(perCluster);
  const likeness = readDecimal(correlation);
  if (typeof persons !== "number" || persons < 1) refuse("perCluster", "Số người mỗi cụm là một số từ 1");
  if (typeof likeness !== "number" || likeness > 1) refuse("correlation", "Hệ số ρ là một số từ 0 đến 1");
  if (typeof persons !== "number" || typeof likeness !== "number") return Number.NaN;
  const effect = clusterDesignEffect({ perCluster: persons, correlation: likeness });
  if (effect > 20) refuse("perCluster", "Hệ số thiết kế tính ra lớn hơn 20: xem lại số người mỗi cụm và ρ");
  // What is saved is also what a person reads: four digits, as the field shows it.
  return Number(effect.toFixed(4));
}

/** Populations and targets as typed; `nameOf` a unit stands in the messages. */
export function parseSizes(rows: readonly UnitSizeValues[], nameOf: (unitId: number) => string): Parsed<UnitSizes[]> {
  const problems: FormProblem[] = [];
  const sizes = rows.map(({ unitId, population: typedPopulation, target: typedTarget }) => {
    const population = readCount(typedPopulation);
    const target = readCount(typedTarget);
    if (population === undefined) {
      problems.push({
        field: `population-${unitId}`,
        message: `${nameOf(unitId)}: N “${typedPopulation}” không phải số nguyên`,
      });
    }
    if (target === undefined) {
      problems.push({
        field: `target-${unitId}`,
        message: `${nameOf(unitId)}: cỡ mẫu “${typedTarget}” không phải số nguyên`,
      });
    } else if (typeof population === "number" && typeof target === "number" && target > population) {
      problems.push({
        field: `target-${unitId}`,
        message: `${nameOf(unitId)}: cỡ mẫu ${target} lớn hơn N = ${population}`,
      });
    }
    return { unitId, population: population ?? null, target: target ?? null };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: sizes };
}

/** The rows with one population, in those still without one or in all; nothing of what was typed there is lost on refusal. */
export function fillPopulation(
  rows: readonly UnitSizeValues[],
  typed: string,
  all: boolean,
): Parsed<{ rows: UnitSizeValues[]; filled: number }> {
  const population = readCount(typed);
  if (!population) return { ok: false, problems: [{ field: "common", message: "N chung là một số nguyên từ 1" }] };
  const filled = rows.filter((row) => all || row.population.trim() === "").length;
  const next = rows.map((row) =>
    all || row.population.trim() === "" ? { ...row, population: String(population) } : row,
  );
  return { ok: true, value: { rows: next, filled } };
}

/**
 * The rows with the targets that the calculator gives; a unit without the population that the formula needs keeps its
 * target and is counted.
 */
export function reckonRows(
  plan: SamplingPlan,
  rows: readonly UnitSizeValues[],
): { rows: UnitSizeValues[]; reckoned: number; withoutPopulation: number } {
  let withoutPopulation = 0;
  const reckoned = rows.map((row) => {
    const population = readCount(row.population);
    const target = population === undefined ? null : reckonTarget(plan, population);
    if (target === null) withoutPopulation += 1;
    return target === null ? row : { ...row, target: String(target) };
  });
  return { rows: reckoned, reckoned: rows.length - withoutPopulation, withoutPopulation };
}
