import type { ResultUnit, SurveyResults } from "~/indices/survey-results";
import { type SnapshotDocument, type SnapshotSummary, snapshotName } from "~/snapshots/snapshot";
import { buildReport, issuerOf } from "./report-content";
import type { ReportDocument } from "./report-document";

/** The report of one surveyed unit from the masked figures of a snapshot: the sections of a survey's report, of that unit alone. */
export function sliceReport(
  { results, takenOn }: SnapshotDocument,
  summary: Pick<SnapshotSummary, "number" | "kind" | "hash">,
  unitKey: string,
): ReportDocument {
  const unit = results.units.find(({ key }) => key === unitKey);
  if (!unit) throw new Error(`the snapshot has no unit ${unitKey}`);
  return buildReport({
    results: sliceOf(results, unit),
    ...{ task: null, planYear: Number(results.survey.opensOn.slice(0, 4)), planNote: null },
    ...{ today: takenOn, issuedBy: issuerOf(results), snapshot: snapshotName(summary) },
  });
}

/** A survey's results with one unit's rows in the place of those of all together. */
function sliceOf(results: SurveyResults, unit: ResultUnit): SurveyResults {
  const own = results.measures.filter((row) => row.unit === unit.key);
  const { survey } = results;
  return {
    ...results,
    survey: { ...survey, title: `${survey.title} tại ${unit.name}` },
    units: [{ ...unit, depth: 0, parentKey: null }],
    measures: [...own.map((row) => ({ ...row, unit: "*" })), ...own],
    bySize: { rows: [], standings: [], narrowed: [] },
    ...{ reliability: [], channels: [], responses: unit.responses },
  };
}
