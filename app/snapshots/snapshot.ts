import type { SurveyResults } from "~/indices/survey-results";
import type { SnapshotKind } from "./snapshot-kinds";

/**
 * Everything that reports, files and public pages of a snapshot are made from: the masked results of the whole survey with
 * its form, rules and minimums, and by what they were reckoned. Its canonical JSON is what is hashed.
 */
export interface SnapshotDocument {
  format: "hailong.snapshot/1";
  number: number;
  kind: SnapshotKind;
  /** ISO day in TIME_ZONE on which it was taken: the day of what is made from it. */
  takenOn: string;
  /** Why fixed figures were changed; null on the first. */
  reason: string | null;
  software: string;
  timeZone: string;
  /** Counted responses, and SHA-256 over them. */
  included: { responses: number; sha256: string };
  results: SurveyResults;
}

/** What is said about a snapshot where its figures are not wanted. */
export interface SnapshotSummary {
  id: number;
  surveyId: number;
  number: number;
  kind: SnapshotKind;
  takenAt: string;
  /** Who took it; null: the platform. */
  by: string | null;
  reason: string | null;
  software: string;
  responses: number;
  hash: string;
}

/** A snapshot with its figures. */
export type Snapshot = SnapshotSummary & { document: SnapshotDocument };

/** Characters of a hash that tell snapshots apart on paper. */
const SHORT = 12;

/** How reports name it: "Bản chốt số 1, mã 3f2a…"; a hash of which somebody may ask the whole. */
export function snapshotName({ number, kind, hash }: Pick<SnapshotSummary, "number" | "kind" | "hash">): string {
  return `${kind === "final" ? "bản chốt số liệu" : "bản số liệu tạm tính"} số ${number}, mã ${hash.slice(0, SHORT)}`;
}
