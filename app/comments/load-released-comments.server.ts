import { randomBytes } from "node:crypto";
import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import { collectionState, lastFieldDay } from "~/surveys/survey";
import { mergeSmallUnits } from "~/units/merge-small-units";
import type { Database } from "~db/open-database.server";
import {
  countWriters,
  listReleasedComments,
  type ReleasedComment,
  readTexts,
} from "~db/repositories/released-comments";
import type { SurveySummary } from "~db/repositories/surveys";
import { readTree } from "~db/repositories/units";
import { maskPersonalData } from "./mask-personal-data";
import { LEAST_IN_BATCH } from "./release-batches";
import { writtenQuestions } from "./written-questions";

/** A released comment as a file tells it: the body whose comments it is among, the question, and the text, masked. */
export interface FiledComment {
  unitCode: string;
  unitName: string;
  field: string;
  question: string;
  text: string;
}

export interface FiledComments {
  total: number;
  /** Read some hundred at a time, as they are asked for. */
  read: () => Iterable<FiledComment>;
}

const READ_AT_ONCE = 500;

/**
 * Released comments of a survey that the viewer runs. They stand by unit and question in an order drawn at random, one by one:
 * neither when they came nor which of them one person wrote can be told. Units of too few writers stand together under the
 * body above them.
 */
export async function loadReleasedComments(
  database: Database,
  viewer: Viewer,
  { survey, today, cellMinimum }: { survey: SurveySummary; today: string; cellMinimum: number },
): Promise<FiledComments> {
  const surveyId = survey.id;
  const questions = writtenQuestions(await readVersion(database, survey.versionId));
  const fields = questions.map(({ field }) => field);
  const least = Math.max(LEAST_IN_BATCH, cellMinimum);
  const tree = await readTree(database, lastFieldDay(survey, today));
  const keys = new Map<number | null, string>(tree.map(({ id, key }) => [id, key]));
  const writers = await countWriters(database, viewer, { surveyId, fields });
  const counts = new Map([...writers].flatMap(([id, count]) => (keys.has(id) ? [[keys.get(id) ?? "", count]] : [])));
  const parents = new Map(tree.map(({ key, parentId }) => [key, keys.get(parentId) ?? null]));
  const groupOf = mergeSmallUnits({ counts, parents, minimum: least });
  if (!groupOf || fields.length === 0) return { total: 0, read: () => [] };
  const names = [...new Set(groupOf.values())];
  const places = new Map(names.map((key, at) => [key, at]));
  const groups = new Map(
    [...writers.keys()].flatMap((id): [number, number][] => {
      const place = places.get(groupOf.get(keys.get(id) ?? "") ?? "");
      return place === undefined ? [] : [[id, place]];
    }),
  );
  const closed = collectionState(survey, today) === "closed";
  const listed = await listReleasedComments(database, viewer, { surveyId, fields, groups, least, closed });
  const units = new Map(tree.map((unit) => [unit.key, unit]));
  function* read(): Generator<FiledComment> {
    for (const part of inParts(listed)) {
      const [{ group, field: at } = { group: 0, field: 0 }] = part;
      const [unit, question] = [units.get(names[group] ?? ""), questions[at]];
      const { field = "", title = "" } = question ?? {};
      const sequences = part.map(({ sequence }) => sequence);
      for (const text of readTexts(database, viewer, { surveyId, field, sequences }))
        yield {
          ...{ unitCode: unit?.code ?? "", unitName: unit?.name ?? "", field, question: title },
          text: maskPersonalData(text),
        };
    }
  }
  return { total: listed.length, read };
}

/** Comments of one group and field, shuffled, some hundred at a time. */
function* inParts(listed: readonly ReleasedComment[]): Generator<ReleasedComment[]> {
  for (let start = 0; start < listed.length; ) {
    const { group, field } = listed[start] ?? { group: 0, field: 0 };
    let end = start;
    while (listed[end]?.group === group && listed[end]?.field === field) end++;
    const own = shuffled(listed.slice(start, end));
    for (let at = 0; at < own.length; at += READ_AT_ONCE) yield own.slice(at, at + READ_AT_ONCE);
    start = end;
  }
}

function shuffled<T>(items: readonly T[]): T[] {
  const bytes = randomBytes(items.length * 4);
  const keys = items.map((item, at) => ({ item, key: bytes.readUInt32LE(at * 4) }));
  return keys.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
