import { importancePerformance, type Quadrant } from "~/statistics/importance-performance";
import { relativeWeights } from "~/statistics/relative-weights";
import type { AnalysisGroup } from "./analysis-group";
import type { MeasurePlan, PlannedItem } from "./measure-plan";
import { measurePlan } from "./measure-plan";
import type { OutcomeItem } from "./outcome-items";
import type { ResponseFrame } from "./response-frame";
import { scaleCoding } from "./scale-coding";

/** A factor with its part in explaining overall satisfaction and how it does now. */
export interface Driver {
  code: string;
  title: string;
  /** Johnson's relative weight as a share of what all factors explain. */
  importance: number;
  /** Mean score of the factor among the persons of the group, and how many they are. */
  performance: number;
  persons: number;
  quadrant: Quadrant;
}

export type Drivers =
  | { state: "found"; drivers: Driver[]; rSquared: number; size: number; importance: number; performance: number }
  | { state: "masked" | "too-few" | "constant" };

/**
 * Which factors overall satisfaction goes with: relative weights (Johnson 2000) of persons' factor means on the outcome, over
 * persons with the outcome and at least one valid answer in every factor that anybody of the group answered; and the
 * importance–performance map of them. Withheld below the unit minimum of such persons.
 */
export function satisfactionDrivers(
  frame: ResponseFrame,
  { rows, measures, told }: Pick<AnalysisGroup, "rows" | "measures" | "told">,
  outcome: OutcomeItem,
  minimum: number,
): Drivers {
  const rowOf = (code: string) => measures.find((row) => row.level === "factor" && row.code === code);
  const plan = measurePlan(frame);
  const factors = plan.factors.filter(({ code }) => rowOf(code)?.suppressed || (rowOf(code)?.n_persons ?? 0) > 0);
  if (!told || factors.some(({ code }) => rowOf(code)?.suppressed)) return { state: "masked" };
  const { predictors, outcomes } = completeCases(frame, rows, factors, plan, outcome);
  if (outcomes.length > 0 && outcomes.length < minimum) return { state: "masked" };
  if (outcomes.length < Math.max(minimum, factors.length + 2)) return { state: "too-few" };
  const found = relativeWeights(predictors, outcomes);
  if (found === null || found.rSquared <= 0) return { state: "constant" };
  const places = factors.map(({ code }, at) => ({
    code,
    title: frame.questionnaire.factors.find((factor) => factor.code === code)?.title.vi ?? code,
    importance: (found.weights[at] ?? 0) / found.rSquared,
    performance: rowOf(code)?.mean ?? Number.NaN,
    persons: rowOf(code)?.n_persons ?? 0,
  }));
  const map = importancePerformance(places);
  const drivers = places.map((place, at) => ({ ...place, quadrant: map.quadrants[at] ?? "low-priority" }));
  return {
    ...{ state: "found", rSquared: found.rSquared, size: found.size },
    drivers: drivers.sort((one, other) => other.importance - one.importance),
    ...{ importance: map.importance, performance: map.performance },
  };
}

/** Per factor the means of the persons who have all of them and the outcome, in one order of persons. */
function completeCases(
  frame: ResponseFrame,
  rows: Int32Array,
  factors: MeasurePlan["factors"],
  plan: MeasurePlan,
  outcome: OutcomeItem,
): { predictors: number[][]; outcomes: number[] } {
  const items = factors.map((factor) => factor.items.flatMap((position) => plan.scored[position] ?? []));
  const outcomeOf = numberOf(frame, outcome);
  const predictors: number[][] = factors.map(() => []);
  const outcomes: number[] = [];
  for (const row of rows) {
    const own = outcomeOf(row);
    if (own === null) continue;
    const means = items.map((some) => meanAnswer(some, row));
    if (means.some((mean) => mean === null)) continue;
    outcomes.push(own);
    for (const [at, mean] of means.entries()) predictors[at]?.push(mean ?? 0);
  }
  return { predictors, outcomes };
}

/** A person's mean level over the valid answers to some items; null without any. */
function meanAnswer(items: readonly PlannedItem[], row: number): number | null {
  let [sum, count] = [0, 0];
  for (const { column, coding } of items) {
    const code = column.codes[row] ?? -1;
    if (code < 0 || !coding.valid[code]) continue;
    sum += coding.values[code] ?? 0;
    count++;
  }
  return count === 0 ? null : sum / count;
}

function numberOf(frame: ResponseFrame, outcome: OutcomeItem): (row: number) => number | null {
  const column = frame.columns.find(({ item }) => item.code === outcome.code);
  if (column?.kind === "number") return (row) => (column.isAnswered(row) ? (column.numbers[row] ?? null) : null);
  if (column?.kind !== "coded" || outcome.type !== "scale") return () => null;
  const { values, valid } = scaleCoding(frame.questionnaire, outcome);
  return (row) => {
    const code = column.codes[row] ?? -1;
    return code >= 0 && valid[code] ? (values[code] ?? null) : null;
  };
}
