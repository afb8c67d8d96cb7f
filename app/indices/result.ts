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
  levels?: Readonly<Record<string, number>> | null | undefined;
  reversed?: true | undefined;
  rule?: IndexRule | undefined;
  k?: number | undefined;
  k_used?: number | null | undefined;
  rate?: number | null | undefined;
  rate_se?: number | null | undefined;
  rate_ci?: Interval | null | undefined;
  mean?: number | null | undefined;
  mean_se?: number | null | undefined;
  mean_ci?: Interval | null | undefined;
  shares?: Readonly<Record<string, number>> | null | undefined;
  share_ses?: Readonly<Record<string, number>> | null | undefined;
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
