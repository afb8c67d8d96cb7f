import { isFlagged, QUALITY_RULES, type QualityRule, type RuleBits, rulesOf } from "./quality-rules";

/** How many forms there are of some, and what the rules found among them. Those excluded are among all of these. */
export interface QualityCounts {
  forms: number;
  /** With at least one finding that is more than a mark. */
  flagged: number;
  /** Of which two independent kinds agree. */
  excludable: number;
  /** Left out of results by an officer. */
  excluded: number;
  rules: Record<QualityRule, number>;
}

/** One form as it enters the counts. */
export interface JudgedForm {
  bits: RuleBits;
  excludable: boolean;
  counted: boolean;
}

export function noQualityCounts(): QualityCounts {
  const rules = Object.fromEntries(QUALITY_RULES.map((rule) => [rule, 0])) as Record<QualityRule, number>;
  return { forms: 0, flagged: 0, excludable: 0, excluded: 0, rules };
}

/** Adds a form to counts that are the caller's own. */
export function countForm(counts: QualityCounts, { bits, excludable, counted }: JudgedForm): void {
  counts.forms++;
  if (!counted) counts.excluded++;
  if (excludable) counts.excludable++;
  if (isFlagged(bits)) counts.flagged++;
  if (bits !== 0) for (const rule of rulesOf(bits)) counts.rules[rule]++;
}

/** Counts by group; forms of no group are left aside. */
export function countByGroup<Group>(
  size: number,
  { groupOf, formAt }: { groupOf: (position: number) => Group | null; formAt: (position: number) => JudgedForm },
): Map<Group, QualityCounts> {
  const groups = new Map<Group, QualityCounts>();
  for (let position = 0; position < size; position++) {
    const group = groupOf(position);
    if (group === null) continue;
    const counts = groups.get(group) ?? noQualityCounts();
    groups.set(group, counts);
    countForm(counts, formAt(position));
  }
  return groups;
}
