/** First stage of a sample, row by row. Equal labels are the same stratum, or the same cluster of one stratum. */
export interface DesignRows {
  size: number;
  /** One stratum when absent. */
  stratum?: readonly string[] | undefined;
  /** Clusters stand within their stratum; each row is a primary unit of its own when absent. */
  cluster?: readonly string[] | undefined;
  /** Primary units of the row's stratum in the population; drawn with replacement, or from many, when absent. */
  population?: ArrayLike<number> | undefined;
}

/** Why rows make no design, with the positions of the rows that show it. */
export interface DesignProblem {
  kind: "population-varies" | "population-too-small" | "lonely-primary-unit";
  stratum: string;
  rows: number[];
}

/** Strata and primary units of a sample, by position. */
export interface SampleDesign {
  /** Of each row its primary unit. */
  primaryUnit: Int32Array;
  /** Of each primary unit its stratum. */
  stratum: Int32Array;
  /** Of each stratum its sampled primary units. */
  sampled: Float64Array;
  /** Of each stratum 1 − n/N, the finite population correction; 1 without a population. */
  correction: Float64Array;
  /** Of each stratum N/n, what one primary unit stands for; 1 without a population. */
  expansion: Float64Array;
  /** Primary units − strata. */
  degreesOfFreedom: number;
}

/**
 * The design of a sample, or everything that stands against it: a population that varies within a stratum or is below
 * its sample, and a stratum with a single primary unit, whose variance cannot be estimated unless it is all there is.
 */
export function sampleDesign(
  rows: DesignRows,
): { ok: true; design: SampleDesign } | { ok: false; problems: DesignProblem[] } {
  const strata = new Positions();
  const units = new Positions();
  const primaryUnit = new Int32Array(rows.size);
  const stratumOfUnit: number[] = [];
  const sampled: number[] = [];
  const population: number[] = [];
  const rowsOf: number[][] = [];
  const varies = new Set<number>();
  for (let row = 0; row < rows.size; row++) {
    const stratum = strata.of(rows.stratum?.[row] ?? "");
    const unit = rows.cluster ? units.of(`${stratum} ${rows.cluster[row]}`) : row;
    if (stratumOfUnit[unit] === undefined) {
      stratumOfUnit[unit] = stratum;
      sampled[stratum] = (sampled[stratum] ?? 0) + 1;
    }
    primaryUnit[row] = unit;
    rowsOf[stratum] ??= [];
    rowsOf[stratum]?.push(row);
    const known = rows.population?.[row] ?? Number.POSITIVE_INFINITY;
    population[stratum] ??= known;
    if (population[stratum] !== known) varies.add(stratum);
  }
  const problems = strata.labels.flatMap((label, stratum): DesignProblem[] => {
    const size = sampled[stratum] ?? 0;
    const whole = population[stratum] ?? Number.POSITIVE_INFINITY;
    const at = (kind: DesignProblem["kind"]) => [{ kind, stratum: label, rows: rowsOf[stratum] ?? [] }];
    if (varies.has(stratum)) return at("population-varies");
    if (whole < size) return at("population-too-small");
    return size === 1 && whole > 1 ? at("lonely-primary-unit") : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const perStratum = (value: (size: number, whole: number) => number) =>
    Float64Array.from(sampled, (size, stratum) => value(size, population[stratum] ?? Number.POSITIVE_INFINITY));
  return {
    ok: true,
    design: {
      primaryUnit,
      stratum: Int32Array.from(stratumOfUnit),
      sampled: perStratum((size) => size),
      correction: perStratum((size, whole) => 1 - size / whole),
      expansion: perStratum((size, whole) => (Number.isFinite(whole) ? whole / size : 1)),
      degreesOfFreedom: stratumOfUnit.length - strata.labels.length,
    },
  };
}

/** Gives each label a position, in order of appearance. */
class Positions {
  readonly labels: string[] = [];
  readonly #known = new Map<string, number>();

  of(label: string): number {
    const known = this.#known.get(label);
    if (known !== undefined) return known;
    this.#known.set(label, this.labels.length);
    return this.labels.push(label) - 1;
  }
}
