import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import { fieldworkEnd, lastFieldDay } from "~/surveys/survey";
import { type RollUpNode, rollUp } from "~/units/roll-up";
import { inTreeOrder } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { findVerification, findVersion } from "~db/repositories/questionnaire-versions";
import { listUnitSizes } from "~db/repositories/survey-units";
import { findSurvey, type SurveySummary } from "~db/repositories/surveys";
import { talliesFingerprint } from "~db/repositories/tallies";
import { readTree, type UnitOnDay } from "~db/repositories/units";
import { bySize, correctedUnits } from "./by-size";
import { channelResults } from "./channel-results";
import { LongWork } from "./long-work.server";
import { maskGroups } from "./mask-small-cells";
import { ALL_UNITS, type GroupMeasures } from "./measure-groups";
import { measureSurvey } from "./measure-survey.server";
import { minimumsOf } from "./minimums";
import { batchesSince } from "./published-batches";
import { publishedMasks } from "./published-masks.server";
import { type ResultUnit, resultsMadeLater, type SurveyResults } from "./survey-results";
import { branchSums } from "./withheld-groups";

/** How a caller wants results: whose view, which survey, on which day, and what is too small to show. */
export interface ResultsRequest {
  viewer: Viewer;
  surveyId: number;
  /** ISO day in TIME_ZONE. */
  today: string;
  timeZone: string;
  province: string;
  minimums: { cell: number; unit: number };
}

/** Results by what they depend on. A few suffice: an officer looks at one survey on several pages. */
const MOST_KEPT = 12;
const resultsOf = new WeakMap<Database, LongWork<SurveyResults>>();

/**
 * Results of a survey within the viewer's scope, masked; null when the viewer may see nothing of it. Whoever runs the
 * survey sees the whole; everybody else the units of their own subtree, and "all units" then means all of those.
 */
export async function loadSurveyResults(database: Database, request: ResultsRequest): Promise<SurveyResults | null> {
  const { surveyId, today, minimums } = request;
  const found = await findInScope(database, request);
  if (!found) return null;
  const kept = resultsOf.get(database) ?? new LongWork<SurveyResults>(MOST_KEPT);
  resultsOf.set(database, kept);
  const key = JSON.stringify([found, today, minimums, await talliesFingerprint(database, surveyId)]);
  return kept.wait(key, () => computeResults(database, request, found));
}

/** The same, remembered by the database alone: for a thread that nobody asks again. */
export async function publishSurveyResults(database: Database, request: ResultsRequest): Promise<SurveyResults | null> {
  const found = await findInScope(database, request);
  return found && computeResults(database, request, found);
}

interface FoundSurvey {
  survey: SurveySummary;
  /** Whose part of the survey it is. */
  part: string;
  verification: SurveyResults["version"]["verification"];
  sizes: Awaited<ReturnType<typeof listUnitSizes>>;
}

/** Whose part of a survey somebody sees, as what was told of it is kept. */
export function partOf(viewer: Viewer, owned: boolean): string {
  return owned ? "whole" : [viewer.role, viewer.unitId, viewer.sector].join("/");
}

async function findInScope(
  database: Database,
  { viewer, surveyId, today }: ResultsRequest,
): Promise<FoundSurvey | null> {
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) return null;
  return {
    survey,
    part: partOf(viewer, survey.owned),
    verification: await findVerification(database, survey.versionId),
    sizes: await listUnitSizes(database, viewer, surveyId),
  };
}

async function computeResults(
  database: Database,
  { viewer, surveyId, today, timeZone, province, minimums: least }: ResultsRequest,
  { survey, part, verification, sizes }: FoundSurvey,
): Promise<SurveyResults> {
  const version = await findVersion(database, survey.versionId);
  if (!version) throw new Error(`survey ${surveyId} has no questionnaire version`);
  // The tree of the last day of fieldwork so far: responses keep the unit as of fieldwork.
  const closesOn = fieldworkEnd(survey, timeZone);
  const asOf = lastFieldDay({ closesOn }, today);
  const tree = await readTree(database, asOf);
  const surveyedIds = new Set(sizes.map(({ unitId }) => unitId));
  const questionnaire = await readVersion(database, survey.versionId);
  const rows = inTreeOrder(rollUp(tree, surveyedIds), ({ node, parentKey }) => ({ ...node, parentKey }));
  const keys = new Map(tree.map((unit) => [unit.id, unit.key]));
  const asked = {
    ...{ viewer, surveyId, questionnaire, since: batchesSince(survey, { today, timeZone }) },
    unitKeys: keys,
    groups: rows.map(({ node, members }) => ({ key: node.key, unitKeys: members })),
  };
  const measured = await measureSurvey(database, asked);
  const { groups } = measured;
  const minimums = minimumsOf(questionnaire, least);
  const sums = branchSums(rows.map(({ node, parentKey }) => ({ key: node.key, parentKey })));
  const masks = await publishedMasks(database, {
    ...{ surveyId, part, questionnaire, measured, sums, minimums },
  });
  const { uncounted, withheld } = masks;
  const masked = maskGroups(groups, masks.rows);
  const sized = {
    ...{ basis: survey.basis, groups, masked, minUnit: minimums.unit, measure: measured.bySize },
    nodes: rows.map(({ node, members, surveyed }) => ({ key: node.key, members, surveyed })),
    populations: new Map(
      sizes.flatMap(({ unitId, population }) => (population === null ? [] : [[keys.get(unitId) ?? "", population]])),
    ),
  };
  const owner = tree.find((unit) => unit.id === survey.ownerUnitId);
  const head = {
    province,
    survey: {
      id: survey.id,
      title: survey.title,
      opensOn: survey.opensOn,
      closesOn,
      status: survey.status,
      basis: survey.basis,
      targetRate: survey.targetRate,
      simulated: survey.simulated,
      owner: { key: owner?.key ?? "", code: owner?.code ?? "", name: survey.ownerName },
    },
    version: { number: version.version, checksum: version.checksum, verification },
    questionnaire,
    minimums,
    units: resultUnits(rows, tree, groups, uncounted),
    bySize: bySize(sized),
    scope: survey.owned ? ("whole" as const) : ("part" as const),
    responses: uncounted.has(ALL_UNITS) ? null : measured.responses,
    channels: channelResults({ measured: measured.channels, uncounted, withheld, minimum: minimums.cell }),
    asOf,
  };
  return resultsMadeLater(head, correctedUnits(sized));
}

function resultUnits(
  rows: readonly RollUpNode<UnitOnDay>[],
  tree: readonly UnitOnDay[],
  groups: readonly GroupMeasures[],
  uncounted: ReadonlySet<string>,
): ResultUnit[] {
  const names = new Map(tree.map((unit) => [unit.id, unit.name]));
  const persons = new Map(groups.map((group) => [group.unit, group.persons ?? 0]));
  return rows.map(({ node, depth, parentKey, surveyed }) => {
    return {
      key: node.key,
      code: node.code,
      name: node.name,
      kind: node.kind,
      parentKey,
      depth,
      surveyed,
      place: node.parentId === null ? null : (names.get(node.parentId) ?? null),
      responses: uncounted.has(node.key) ? null : (persons.get(node.key) ?? 0),
      sample: node.sample,
    };
  });
}
