/**
 * What may be the matter with a form that staff filled in themselves, or nobody read.
 *
 * - `speeding`: filled in faster than a share of the survey's median time
 * - `straight-lining`: one level throughout
 * - `identical`: the same answers as another form at the same point a short time before or after
 * - `burst`: one of far more forms at a point in a short time than are usual there
 * - `closed-hours`: filled in at a point while it was closed
 * - `interviewer`: read out by an interviewer whose forms bear one of these marks far more often than those of the others
 */
export const QUALITY_RULES = [
  "speeding",
  "straight-lining",
  "identical",
  "burst",
  "closed-hours",
  "interviewer",
] as const;
export type QualityRule = (typeof QUALITY_RULES)[number];

/** Rules that judge a form by itself or by its neighbours; what they find is compared between groups. */
export const OWN_RULES = QUALITY_RULES.slice(0, 5);

/**
 * What a rule looks at. Two rules of one kind are not independent: who is quick to tick one column gives the same answers as
 * others who do, and a class that answers at home in the evening is both many at once and out of hours.
 */
export const KIND_OF_RULE = {
  speeding: "time",
  "straight-lining": "answers",
  identical: "answers",
  burst: "arrival",
  "closed-hours": "arrival",
  interviewer: "interviewer",
} as const satisfies Record<QualityRule, string>;

/**
 * Rules whose finding is a mark to look at and no more: 3 to 9 % of honest, satisfied people give one level throughout
 * (domain: Data quality), and where most answers are fives, equal forms are chance.
 */
export const MARKS_ONLY: readonly QualityRule[] = ["straight-lining", "identical"];

/** Kinds that must agree before a form may be excluded. */
export const KINDS_FOR_EXCLUSION = 2;

/** Rules that found something about one form, as bits: a million forms take two megabytes. */
export type RuleBits = number;

const BITS = Object.fromEntries(QUALITY_RULES.map((rule, at) => [rule, 1 << at])) as Record<QualityRule, RuleBits>;

/** By every combination of bits: there are few, and forms many. */
const RULES_OF: readonly (readonly QualityRule[])[] = Array.from({ length: 1 << QUALITY_RULES.length }, (_, bits) =>
  QUALITY_RULES.filter((rule) => (bits & BITS[rule]) !== 0),
);

export function bitOf(rule: QualityRule): RuleBits {
  return BITS[rule];
}

export function rulesOf(bits: RuleBits): readonly QualityRule[] {
  return RULES_OF[bits] ?? [];
}

const SIGNALS = QUALITY_RULES.filter((rule) => !MARKS_ONLY.includes(rule)).reduce(
  (bits, rule) => bits | bitOf(rule),
  0,
);

/** Whether a rule that is more than a mark found something. */
export function isFlagged(bits: RuleBits): boolean {
  return (bits & SIGNALS) !== 0;
}
