import type { Viewer } from "~/access/viewer";
import { ALL_UNITS } from "~/indices/measure-groups";
import { branchSums, withheldGroups } from "~/indices/withheld-groups";
import { readVersion } from "~/questionnaires/read-version.server";
import { collectionState, lastFieldDay } from "~/surveys/survey";
import { rollUp } from "~/units/roll-up";
import { inTreeOrder } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { listWrittenAnswers } from "~db/repositories/comments";
import { findSurvey, listSurveyUnitIds, type SurveySummary } from "~db/repositories/surveys";
import { readTree, type UnitOnDay } from "~db/repositories/units";
import { commentsPage, maskedComments, type WrittenAnswers } from "./comments-page";
import type { CommentsRequest } from "./comments-request";
import { keywords } from "./keywords";
import { LEAST_IN_BATCH, releaseBatches } from "./release-batches";
import type { CommentedUnit, SurveyComments } from "./survey-comments";
import { writtenQuestions } from "./written-questions";

/** Whose comments are asked for, by whom, and which page of them. */
export interface CommentsAsked {
  viewer: Viewer;
  surveyId: number;
  today: string;
  cellMinimum: number;
  request: CommentsRequest;
}

/**
 * Written comments of a survey within the viewer's scope, released in batches, masked, searched and paged. Null when the
 * viewer may see nothing of the survey, or when the unit asked for is not among the surveyed ones in scope.
 */
export async function loadComments(database: Database, asked: CommentsAsked): Promise<SurveyComments | null> {
  const { viewer, surveyId, today, cellMinimum, request } = asked;
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) return null;
  const questions = writtenQuestions(await readVersion(database, survey.versionId));
  const fields = questions.map(({ field }) => field);
  const persons = await listWrittenAnswers(database, viewer, { surveyId, fields });
  const nodes = await surveyNodes(database, viewer, survey, today);
  const node = nodes.find(({ unit }) => unit.key === request.unit) ?? null;
  if (request.unit !== "" && !node) return null;
  const least = Math.max(LEAST_IN_BATCH, cellMinimum);
  const writers = countByUnit(persons);
  const own = node ? persons.filter(({ unitId }) => node.members.has(unitId)) : persons;
  const closed = collectionState(survey, today) === "closed";
  const listed = unitsWithLists(nodes, writers, least);
  const batches = node && !listed.includes(node.unit) ? [] : releaseBatches(own, { least, closed });
  return {
    survey: { id: survey.id, title: survey.title },
    scope: survey.owned ? "whole" : "part",
    questions,
    units: listed,
    unit: node?.unit ?? null,
    least,
    state: stateOf(questions.length, own.length, batches.length),
    found: commentsPage(batches, request),
    keywords: keywords(maskedComments(batches, request.question), { least }),
  };
}

interface SurveyNode {
  unit: CommentedUnit;
  parentKey: string | null;
  /** Ids of the surveyed units at or below it. */
  members: ReadonlySet<number>;
}

/** The rows of the results page: surveyed units in scope and the nodes that roll several of them up. */
async function surveyNodes(
  database: Database,
  viewer: Viewer,
  survey: SurveySummary,
  today: string,
): Promise<SurveyNode[]> {
  const tree = await readTree(database, lastFieldDay(survey, today));
  const surveyed = new Set(await listSurveyUnitIds(database, viewer, survey.id));
  const byId = new Map<number | null, UnitOnDay>(tree.map((unit) => [unit.id, unit]));
  const ids = new Map(tree.map(({ key, id }) => [key, id]));
  const rows = inTreeOrder(rollUp(tree, surveyed), ({ node, parentKey }) => ({ ...node, parentKey }));
  return rows.map(({ node, depth, parentKey, members }) => ({
    parentKey,
    unit: { key: node.key, name: node.name, place: byId.get(node.parentId)?.name ?? null, depth },
    members: new Set(members.flatMap((key) => ids.get(key) ?? [])),
  }));
}

/**
 * Units with a list of their own: those of enough writers, less the ones whose list would tell, taken off the list above
 * it, who of too few others wrote what.
 */
function unitsWithLists(
  nodes: readonly SurveyNode[],
  writers: ReadonlyMap<number, number>,
  minimum: number,
): CommentedUnit[] {
  const persons = new Map(nodes.map(({ unit, members }) => [unit.key, sumOf(writers, members)]));
  persons.set(ALL_UNITS, sumOf(writers, new Set(writers.keys())));
  const sums = branchSums(nodes.map(({ unit, parentKey }) => ({ key: unit.key, parentKey })));
  const withheld = withheldGroups({ persons, sums, minimum });
  return nodes.flatMap(({ unit }) => ((persons.get(unit.key) ?? 0) < minimum || withheld.has(unit.key) ? [] : [unit]));
}

function countByUnit(persons: readonly WrittenAnswers[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { unitId } of persons) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  return counts;
}

function sumOf(counts: ReadonlyMap<number, number>, units: ReadonlySet<number>): number {
  return [...units].reduce((sum, unit) => sum + (counts.get(unit) ?? 0), 0);
}

function stateOf(questions: number, persons: number, batches: number): SurveyComments["state"] {
  if (questions === 0) return "no-questions";
  if (persons === 0) return "nobody";
  return batches === 0 ? "few" : "released";
}
