import type { SurveyResults } from "~/indices/survey-results";
import { type SnapshotSummary, snapshotName } from "~/snapshots/snapshot";

/** Figures that leave, and the snapshot they are taken from; null: those published at this moment. */
export interface FiguresSource {
  results: SurveyResults;
  snapshot: Pick<SnapshotSummary, "number" | "kind" | "hash"> | null;
}

/** The snapshot as files name it, with the whole of its hash; null without one. */
export function sourceText({ snapshot }: FiguresSource): string | null {
  return snapshot && `${snapshotName(snapshot)}; SHA-256 ${snapshot.hash}`;
}

/** The snapshot as screens name it; null without one. */
export function sourceName({ snapshot }: FiguresSource): string | null {
  return snapshot && snapshotName(snapshot);
}
