import { type CalibrationProblem, calibrateWeights, type Margin } from "~/statistics/calibrate-weights";
import { calibrationResiduals } from "~/statistics/calibration-residuals";
import type { WeightedSample } from "~/statistics/ratio-estimate";
import { type DesignProblem, sampleDesign } from "~/statistics/sample-design";
import { type DesignFile, UNIT_MARGIN } from "./design-file";
import { type CellProblem, cellProblem } from "./read-responses-file-problem";
import type { ResponseRecord } from "./read-responses-file-row";

const MOST_LINES_NAMED = 10;

/**
 * Gathers the design of a sample row by row as its file is read: weight, stratum, cluster, population and the margins'
 * categories. Rows that lack one are refused by name; what only the whole sample shows comes at the end.
 */
export class DesignCollector {
  readonly #lines: number[] = [];
  readonly #weights: number[] = [];
  readonly #strata: string[] = [];
  readonly #clusters: string[] = [];
  readonly #populations: number[] = [];
  readonly #margins: { name: string; labels: string[]; totals: number[]; category: number[] }[];

  constructor(private readonly file: DesignFile) {
    this.#margins = Object.entries(file.margins ?? {}).map(([name, totals]) => ({
      ...{ name, labels: Object.keys(totals), totals: Object.values(totals), category: [] },
    }));
  }

  /** Takes a row, or says what it lacks and takes nothing of it. */
  add(record: ResponseRecord): CellProblem[] {
    const { file } = this;
    const problems: CellProblem[] = [];
    const cell = (name: string | undefined) => (name === undefined ? "" : (record.design[name] ?? ""));
    const refuse = (name: string, value: string, reason: string) =>
      problems.push(cellProblem(record.line, name, value, reason));
    const positive = (name: string | undefined, what: string) => {
      if (name === undefined) return Number.NaN;
      const value = /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell(name)) ? Number(cell(name)) : Number.NaN;
      if (!(value > 0))
        refuse(name, cell(name), cell(name) === "" ? `${what} bị để trống` : `${what} phải là số dương`);
      return value;
    };
    const label = (name: string | undefined, what: string) => {
      if (name !== undefined && cell(name) === "") refuse(name, "", `${what} bị để trống`);
      return cell(name);
    };
    const weight = positive(file.weight, "trọng số");
    const stratum = label(file.stratum, "tầng");
    const cluster = label(file.cluster, "cụm");
    const population = positive(file.population, "tổng thể");
    const categories = this.#margins.map(({ name, labels }) => {
      const given = name === UNIT_MARGIN ? record.unitCode : record.answers[name];
      const value = given === undefined ? "" : String(given);
      const category = labels.indexOf(value);
      if (category < 0)
        refuse(
          name,
          value,
          value === "" ? "câu dùng để hiệu chỉnh bị để trống" : "không có trong tổng thể của tệp thiết kế",
        );
      return category;
    });
    if (problems.length > 0) return problems;
    this.#lines.push(record.line);
    if (file.weight !== undefined) this.#weights.push(weight);
    if (file.stratum !== undefined) this.#strata.push(stratum);
    if (file.cluster !== undefined) this.#clusters.push(cluster);
    if (file.population !== undefined) this.#populations.push(population);
    for (const [at, margin] of this.#margins.entries()) margin.category.push(categories[at] ?? 0);
    return [];
  }

  /**
   * The sample of the rows taken, in their order. Without a weight column a row weighs population ÷ sample of its
   * stratum where the population is given, else 1.
   */
  finish(): { ok: true; sample: WeightedSample } | { ok: false; problems: string[] } {
    const { file } = this;
    const size = this.#lines.length;
    const made = sampleDesign({
      size,
      stratum: file.stratum === undefined ? undefined : this.#strata,
      cluster: file.cluster === undefined ? undefined : this.#clusters,
      population: file.population === undefined ? undefined : this.#populations,
    });
    if (!made.ok) return { ok: false, problems: made.problems.map((problem) => this.#describe(problem)) };
    const { design } = made;
    const base =
      file.weight === undefined
        ? Float64Array.from(design.primaryUnit, (unit) => design.expansion[design.stratum[unit] as number] as number)
        : Float64Array.from(this.#weights);
    if (this.#margins.length === 0 || size === 0) return { ok: true, sample: { design, weights: base } };
    const margins: Margin[] = this.#margins.map((margin) => ({
      ...margin,
      category: Int32Array.from(margin.category),
    }));
    const calibrated = calibrateWeights(base, margins);
    if (!calibrated.ok) return { ok: false, problems: calibrated.problems.map(describeCalibration) };
    const residuals = calibrationResiduals(base, margins);
    return { ok: true, sample: { design, weights: calibrated.weights, residuals } };
  }

  #describe({ kind, stratum, rows }: DesignProblem): string {
    const lines = rows.slice(0, MOST_LINES_NAMED).map((row) => this.#lines[row]);
    const more = rows.length > MOST_LINES_NAMED ? ` và ${rows.length - MOST_LINES_NAMED} dòng khác` : "";
    const place = stratum === "" ? "mẫu" : `tầng «${stratum}»`;
    const reasons = {
      "population-varies": "tổng thể ghi không giống nhau giữa các dòng",
      "population-too-small": "tổng thể nhỏ hơn số đơn vị đã lấy vào mẫu",
      "lonely-primary-unit": "chỉ có một đơn vị mẫu bậc một, không ước lượng được sai số",
    };
    return `${place}: ${reasons[kind]} (dòng ${lines.join(", ")}${more})`;
  }
}

function describeCalibration(problem: CalibrationProblem): string {
  if (problem.kind === "empty-category")
    return `margins.${problem.margin}.${problem.label}: tổng thể có ${problem.total} nhưng mẫu không có ai`;
  if (problem.kind === "totals-differ")
    return `margins: tổng của ${problem.margins.join(" và ")} khác nhau (${problem.totals.join(" và ")})`;
  return `margins: hiệu chỉnh không hội tụ sau ${problem.rounds} vòng`;
}
