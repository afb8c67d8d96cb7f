import { alphaWithoutEach, cronbachAlpha, standardisedAlpha } from "~/statistics/cronbach-alpha";
import type { AnalysisGroup } from "./analysis-group";
import { measurePlan } from "./measure-plan";
import type { ResponseFrame } from "./response-frame";

/** How well the items of a factor go together in a group; α null: "không xác định", or masked. */
export interface FactorReliability {
  code: string;
  title: string;
  /** Persons who answered all items validly; null where masked. */
  size: number | null;
  alpha: number | null;
  standardised: number | null;
  items: { code: string; text: string; without: number | null }[];
}

/** Cronbach's α of every factor, raw and standardised, and without each item in turn, over complete cases. */
export function factorReliability(
  frame: ResponseFrame,
  { rows, measures, told }: Pick<AnalysisGroup, "rows" | "measures" | "told">,
  minimum: number,
): FactorReliability[] {
  const plan = measurePlan(frame);
  return plan.factors.map(({ code, items: positions }) => {
    const items = positions.flatMap((position) => plan.scored[position] ?? []);
    const complete = rows.filter((row) =>
      items.every(({ column, coding }) => coding.valid[column.codes[row] ?? -1] ?? false),
    );
    const row = measures.find((one) => one.level === "factor" && one.code === code);
    const masked = !told || row?.suppressed || (complete.length > 0 && complete.length < minimum);
    const answers = masked
      ? []
      : items.map(({ column, coding }) =>
          Float64Array.from(complete, (one) => coding.values[column.codes[one] ?? -1] ?? 0),
        );
    const without = items.length > 2 ? alphaWithoutEach(answers) : [];
    return {
      code,
      title: frame.questionnaire.factors.find((factor) => factor.code === code)?.title.vi ?? code,
      size: masked ? null : complete.length,
      alpha: cronbachAlpha(answers),
      standardised: answers.length > 1 ? standardisedAlpha(answers) : null,
      items: items.map(({ item }, at) => ({ code: item.code, text: item.text.vi, without: without[at] ?? null })),
    };
  });
}
