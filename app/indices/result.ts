import type { IndexRule } from "~/questionnaires/questionnaire-schema";
import type { Interval } from "~/statistics/interval";

/**
 * Result of an analysis, `hailong.result/1` (contracts, section 3). The same rows feed the results page, the report,
 * the files and `npm run analyze`, so that no two surfaces can disagree. Shares are 0–1, nothing is rounded, an empty
 * base gives null, and a masked row keeps its place with its figures null.
 */
export type MeasureLevel = "item" | "factor" | "domain" | "overall" | "all-satisfied";

export type { Interval };

export interface MeasureRow {
  /** `*` for all units together, or the key of a unit. */
  unit: string;
  level: MeasureLevel;
  /** Item, factor or domain code; `*` for overall and all-satisfied. */
  code: string;
  n_asked: number | null;
  n_valid: number | null;
  n_excluded: number | null;
  n_missing: number | null;
  n_persons: number | null;
  /** Unweighted counts by level or option value, excluded ones included; items only. */
  levels?: Readonly<Record<string, number>> | null;
  reversed?: true;
  rule?: IndexRule;
  k?: number;
  k_used?: number | null;
  rate?: number | null;
  rate_se?: number | null;
  rate_ci?: Interval | null;
  mean?: number | null;
  mean_se?: number | null;
  mean_ci?: Interval | null;
  shares?: Readonly<Record<string, number>> | null;
  share_ses?: Readonly<Record<string, number>> | null;
  suppressed: "masked" | null;
}

export interface ReliabilityRow {
  unit: string;
  factor: string;
  k: number;
  n: number | null;
  alpha: number | null;
}

export interface AnalysisResult {
  format: "hailong.result/1";
  questionnaire: { code: string; checksum: string };
  responses: number;
  warnings: string[];
  measures: MeasureRow[];
  reliability: ReliabilityRow[];
}
