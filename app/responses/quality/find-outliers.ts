import { holm } from "~/statistics/adjust-p-values";
import { binomialTest } from "~/statistics/binomial-test";
import type { FilledForm } from "./filled-form";
import { medianOf } from "./median-of";
import { bitOf, OWN_RULES, type QualityRule, type RuleBits } from "./quality-rules";
import { ALPHA } from "./quality-settings";

/** How many times the others' share a group's must be, besides standing above chance. */
const TIMES = 2;

/** A group of forms in which a rule found far more than among the other groups. */
export interface Outlier {
  group: string;
  by: QualityRule;
  forms: number;
  marked: number;
  /** Usual share of the other groups. */
  others: number;
  /** After Holm. */
  p: number;
}

interface Suspect extends Omit<Outlier, "p"> {
  p: number;
}

/**
 * Interviewers, or channels, with an excess of forms that a rule marks: the exact binomial test against the usual share of the
 * others, Holm over all groups and rules, and at least twice that share and `points` percentage points above it, since among
 * many forms any honest difference is above chance. Usual is the median over the other groups, so that two who do the same do
 * not hide each other.
 * @param groupOf the group of a form; null: of none.
 */
export function findOutliers(
  forms: readonly FilledForm[],
  bits: ArrayLike<RuleBits>,
  groupOf: (form: FilledForm) => string | null,
  { atLeast, points }: { atLeast: number; points: number },
): Outlier[] {
  const counts = new Map<string, { forms: number; marked: number[] }>();
  for (let position = 0; position < forms.length; position++) {
    const group = groupOf(forms[position] as FilledForm);
    if (group === null) continue;
    const count = counts.get(group) ?? { forms: 0, marked: OWN_RULES.map(() => 0) };
    counts.set(group, count);
    count.forms++;
    if (bits[position] === 0) continue;
    for (const [at, rule] of OWN_RULES.entries()) {
      if (((bits[position] ?? 0) & bitOf(rule)) !== 0) count.marked[at] = (count.marked[at] ?? 0) + 1;
    }
  }
  const large = [...counts].filter(([, { forms: some }]) => some >= atLeast);
  const suspects: Suspect[] = [];
  for (const [at, by] of OWN_RULES.entries()) {
    for (const [group, count] of large) {
      const marked = count.marked[at] ?? 0;
      const shares = large.flatMap(([other, their]) =>
        other === group ? [] : [shareOf(their.marked[at] ?? 0, their.forms)],
      );
      if (shares.length === 0) continue;
      const others = medianOf(shares);
      const excess = marked / count.forms >= Math.max(TIMES * others, others + points / 100);
      const p = excess ? binomialTest(marked, count.forms, others) : 1;
      suspects.push({ group, by, forms: count.forms, marked, others, p });
    }
  }
  const adjusted = holm(suspects.map(({ p }) => p));
  return suspects
    .map((suspect, at) => ({ ...suspect, p: adjusted[at] ?? 1 }))
    .filter(({ p }) => p < ALPHA)
    .sort((one, other) => one.p - other.p || (one.group < other.group ? -1 : 1));
}

/** Half a form more than there were, so that a share of nothing is not taken for certain. */
function shareOf(marked: number, forms: number): number {
  return (marked + 0.5) / (forms + 1);
}
