import { isScored } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { MeasureLevel, MeasureRow, ReliabilityRow } from "./result";

/** A row that every group has, as masks see it: what it tells of, and what it is the sum of within a group. */
export interface RowShape {
  level: MeasureLevel | "reliability";
  code: string;
  /** A question about the respondent: every answer to it is a group of persons. */
  profile: boolean;
  /** Rows (positions) of the same group whose answers add up to those of this one; none where it is no such sum. */
  parts: readonly number[];
  /** Rows of the items on a scale whose answers it tells of: all at one level, it tells everybody's. */
  items: readonly number[];
  /** Row whose persons hold those of this one: of an item that of its factor, of a factor that of the overall index. */
  within: number | null;
  /** Rows without any of which this one is not told: those who answered every item of a factor are at most those of each. */
  besides: readonly number[];
}

interface KnownShapes {
  rows: readonly string[];
  shapes: RowShape[];
}

/** Shapes of the last rows of a questionnaire: group after group has the same. */
const known = new WeakMap<Questionnaire, KnownShapes>();

/**
 * The rows of every group in the order of its measures and then of its reliability rows. A factor is the sum of its
 * items' answers, a domain and the overall index that of their factors, as far as those rows are there.
 */
export function rowShapes(
  questionnaire: Questionnaire,
  measures: readonly Pick<MeasureRow, "level" | "code">[],
  reliability: readonly Pick<ReliabilityRow, "factor">[],
): RowShape[] {
  const rows = [...measures.map(({ level, code }) => `${level}/${code}`), ...reliability.map(({ factor }) => factor)];
  const last = known.get(questionnaire);
  if (last && last.rows.length === rows.length && last.rows.every((row, at) => row === rows[at])) return last.shapes;
  const shapes = makeShapes(questionnaire, measures, reliability);
  known.set(questionnaire, { rows, shapes });
  return shapes;
}

function makeShapes(
  questionnaire: Questionnaire,
  measures: readonly Pick<MeasureRow, "level" | "code">[],
  reliability: readonly Pick<ReliabilityRow, "factor">[],
): RowShape[] {
  const itemOf = new Map(questionnaire.items.map((item) => [item.code, item]));
  const factorOf = (code: string) => {
    const item = itemOf.get(code);
    return item && isScored(item) ? item.factor : null;
  };
  const domainOf = new Map(questionnaire.factors.map(({ code, domain }) => [code, domain]));
  const positionsOf = (level: MeasureLevel, belongs: (code: string) => boolean) =>
    measures.flatMap((row, position) => (row.level === level && belongs(row.code) ? position : []));
  const scoredOf = (belongs: (factor: string) => boolean) =>
    positionsOf("item", (code) => {
      const factor = factorOf(code);
      return factor !== null && belongs(factor);
    });
  const ownItems = ({ level, code }: Pick<MeasureRow, "level" | "code">, position: number) => {
    if (level === "item") return itemOf.get(code)?.type === "scale" ? [position] : [];
    if (level === "factor") return scoredOf((factor) => factor === code);
    return scoredOf((factor) => level !== "domain" || domainOf.get(factor) === code);
  };
  const partsOf = ({ level, code }: Pick<MeasureRow, "level" | "code">) => {
    if (level === "factor") return scoredOf((factor) => factor === code);
    if (level === "domain") return positionsOf("factor", (factor) => domainOf.get(factor) === code);
    return level === "overall" ? positionsOf("factor", () => true) : [];
  };
  const withinOf = ({ level, code }: Pick<MeasureRow, "level" | "code">) => {
    const factor = level === "item" ? factorOf(code) : null;
    if (factor !== null) return positionsOf("factor", (one) => one === factor)[0] ?? null;
    return level === "factor" || level === "domain" ? (positionsOf("overall", () => true)[0] ?? null) : null;
  };
  return [
    ...measures.map(({ level, code }, position) => ({
      ...{ level, code, parts: partsOf({ level, code }), items: ownItems({ level, code }, position) },
      ...{ within: withinOf({ level, code }), besides: [] },
      profile: level === "item" && itemOf.get(code)?.profile === true,
    })),
    ...reliability.map(({ factor }) => ({
      ...{ level: "reliability" as const, code: factor, profile: false, parts: [], items: [], within: null },
      besides: [...positionsOf("factor", (code) => code === factor), ...scoredOf((own) => own === factor)],
    })),
  ];
}
