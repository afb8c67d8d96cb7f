import type { ExclusionGroup } from "~/responses/quality/exclusion-groups";
import type { Outlier } from "~/responses/quality/find-outliers";
import type { QualityCounts } from "~/responses/quality/quality-counts";
import type { QualitySettings } from "~/responses/quality/quality-settings";
import type { IndexPair } from "./without-flagged";

/** By what the forms of a survey can be broken down. */
export const QUALITY_BREAKDOWNS = ["unit", "point", "interviewer", "channel"] as const;
export type QualityBreakdown = (typeof QUALITY_BREAKDOWNS)[number];

/** Forms of one unit, point, interviewer or channel. */
export interface QualityLine {
  key: string;
  name: string;
  /** Where it is, or what else tells it from namesakes. */
  place: string | null;
  counts: QualityCounts;
  /** Its overall index with and without flagged forms; units only. */
  overall: IndexPair | null;
  /** By which rules it stands out among its like. */
  standsOut: readonly Outlier[];
}

/** Names of a group: of a point's unit and the point, or of a file and where its forms were keyed. */
export interface GroupNames {
  name: string;
  label: string;
}

/** What the quality rules found in a survey, and what was decided; masked where it shows figures. */
export interface QualityReport {
  settings: QualitySettings;
  counts: QualityCounts;
  /** Counted forms that are flagged: those that `without` leaves out. */
  leftOutOfWithout: number;
  /** Forms, counted or not, that a rule more than a mark flags: internal numbers, which never leave. */
  flaggedIds: ReadonlySet<number>;
  medianSeconds: number | null;
  /** Points with forms, and those of them whose hours are told: of others nothing is out of hours. */
  points: { all: number; withHours: number };
  lines: Record<QualityBreakdown, QualityLine[]>;
  /** Indices of the whole survey: overall, satisfied throughout, domains, factors. */
  indices: IndexPair[];
  groups: (ExclusionGroup & GroupNames)[];
}
