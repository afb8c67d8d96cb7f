import type { ReviewDecision } from "../review";
import { countForm, type JudgedForm, noQualityCounts, type QualityCounts } from "./quality-counts";

/** A form with where and on which day it was filled in. */
export interface PlacedForm extends JudgedForm {
  id: number;
  pointId: number | null;
  /** In TIME_ZONE. */
  day: string;
}

interface Decision {
  pointId: number;
  day: string;
  decision: ReviewDecision;
  reason: string;
  responses: number;
  decidedAt: string;
  decidedBy: string | null;
}

/** Forms of one point and one day about which an officer may decide, and what was decided last. */
export interface ExclusionGroup {
  pointId: number;
  day: string;
  /** Counted at present although two kinds agree: what may be excluded. Internal numbers, which never leave. */
  open: number[];
  counts: QualityCounts;
  last: Decision | null;
}

/**
 * Gathers the forms that may be excluded, or have been, by point and day: most to decide first, then the latest day. A group
 * that was restored and bears nothing any more stays, so that the decision can be read.
 * @param decisions the latest first.
 */
export function exclusionGroups(forms: Iterable<PlacedForm>, decisions: readonly Decision[]): ExclusionGroup[] {
  const groups = new Map<string, ExclusionGroup>();
  const groupOf = (pointId: number, day: string): ExclusionGroup => {
    const key = `${pointId}/${day}`;
    const group = groups.get(key) ?? { pointId, day, open: [], counts: noQualityCounts(), last: null };
    groups.set(key, group);
    return group;
  };
  for (const form of forms) {
    if (form.pointId === null || !(form.excludable || !form.counted)) continue;
    const group = groupOf(form.pointId, form.day);
    countForm(group.counts, form);
    if (form.counted) group.open.push(form.id);
  }
  for (const decision of decisions) groupOf(decision.pointId, decision.day).last ??= decision;
  return [...groups.values()].sort(
    (one, other) =>
      other.open.length - one.open.length ||
      (one.day === other.day ? one.pointId - other.pointId : one.day < other.day ? 1 : -1),
  );
}
