import type { ReviewDecision } from "../review";
import { countForm, type JudgedForm, noQualityCounts, type QualityCounts } from "./quality-counts";

/** Where the forms of a group are from: a collection point, or a file of forms that name no point. */
export const GROUP_PLACES = ["point", "import"] as const;
export interface GroupPlace {
  kind: (typeof GROUP_PLACES)[number];
  /** Of the point, or of the import. */
  id: number;
}

/** A form with where and on which day it was filled in. */
export interface PlacedForm extends JudgedForm {
  id: number;
  pointId: number | null;
  importId: number | null;
  /** In TIME_ZONE. */
  day: string;
}

/** What was decided about a group, and by whom. */
export interface ExclusionDecision {
  place: GroupPlace;
  day: string;
  decision: ReviewDecision;
  reason: string;
  responses: number;
  decidedAt: string;
  decidedBy: string | null;
}

/** Forms of one point, or of one file that names none, and one day about which an officer may decide, and what was decided last. */
export interface ExclusionGroup {
  place: GroupPlace;
  day: string;
  /** Counted at present although two kinds agree: what may be excluded. Internal numbers, which never leave. */
  open: number[];
  counts: QualityCounts;
  last: ExclusionDecision | null;
}

/** Names a group in an address, a form and a list. */
export function exclusionKey({ place, day }: Pick<ExclusionGroup, "place" | "day">): string {
  return `${place.kind}-${place.id}-${day}`;
}

/** Where a form's group is; null: it has neither a point nor a file, and is only counted. */
function placeOf({ pointId, importId }: PlacedForm): GroupPlace | null {
  if (pointId !== null) return { kind: "point", id: pointId };
  return importId === null ? null : { kind: "import", id: importId };
}

/**
 * Gathers the forms that may be excluded, or have been, by point or file and day: most to decide first, then the latest day. A group
 * that was restored and bears nothing any more stays, so that the decision can be read.
 * @param decisions the latest first.
 */
export function exclusionGroups(
  forms: Iterable<PlacedForm>,
  decisions: readonly ExclusionDecision[],
): ExclusionGroup[] {
  const groups = new Map<string, ExclusionGroup>();
  const groupOf = (place: GroupPlace, day: string): ExclusionGroup => {
    const key = exclusionKey({ place, day });
    const group = groups.get(key) ?? { place, day, open: [], counts: noQualityCounts(), last: null };
    groups.set(key, group);
    return group;
  };
  for (const form of forms) {
    const place = placeOf(form);
    if (place === null || !(form.excludable || !form.counted)) continue;
    const group = groupOf(place, form.day);
    countForm(group.counts, form);
    if (form.counted) group.open.push(form.id);
  }
  for (const decision of decisions) groupOf(decision.place, decision.day).last ??= decision;
  return [...groups.values()].sort(
    (one, other) =>
      other.open.length - one.open.length ||
      (one.day === other.day ? byPlace(one.place, other.place) : one.day < other.day ? 1 : -1),
  );
}

function byPlace(one: GroupPlace, other: GroupPlace): number {
  return GROUP_PLACES.indexOf(one.kind) - GROUP_PLACES.indexOf(other.kind) || one.id - other.id;
}
