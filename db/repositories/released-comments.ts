import { sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { ownedSurveys } from "./scope";

/** Persons of each unit who wrote something under some fields of a survey that the viewer runs; counted responses alone. */
export async function countWriters(
  database: Database,
  viewer: Viewer,
  { surveyId, fields }: { surveyId: number; fields: readonly string[] },
): Promise<Map<number, number>> {
  const rows = database.values<[unitId: number, writers: number]>(sql`
    select unit_id, count(*) from responses
    where survey_id = ${surveyId} and counted and survey_id in ${ownedSurveys(viewer)}
      and exists (select 1 from response_texts where response_sequence = responses.id
        and field in (select value from json_each(${JSON.stringify(fields)})))
    group by unit_id`);
  return new Map(rows);
}

/** One written answer that is released: where it stands in the database, by its group and field (positions in the lists asked). */
export interface ReleasedComment {
  group: number;
  field: number;
  sequence: number;
}

/**
 * Released comments of a survey that the viewer runs, by group and field; of each group of writers, in order of arrival, the
 * first full batches, or all of them once the survey is closed (app/comments/release-batches.ts).
 * @param of.groups by unit id the position of its group.
 */
export async function listReleasedComments(
  database: Database,
  viewer: Viewer,
  {
    surveyId,
    fields,
    groups,
    least,
    closed,
  }: {
    surveyId: number;
    fields: readonly string[];
    groups: ReadonlyMap<number, number>;
    least: number;
    closed: boolean;
  },
): Promise<ReleasedComment[]> {
  const rows = database.values<[number, number, number]>(sql`
    with grouped(unit_id, place) as (select value ->> 0, value ->> 1 from json_each(${JSON.stringify([...groups])})),
      asked(field, place) as (select value, key from json_each(${JSON.stringify(fields)})),
      writers as (
        select responses.id, grouped.place as place,
          row_number() over (partition by grouped.place order by responses.id) as turn,
          count(*) over (partition by grouped.place) as total
        from responses join grouped on grouped.unit_id = responses.unit_id
        where survey_id = ${surveyId} and counted and survey_id in ${ownedSurveys(viewer)}
          and exists (select 1 from response_texts where response_sequence = responses.id
            and field in (select field from asked)))
    select writers.place, asked.place, writers.id
    from writers join response_texts on response_sequence = writers.id join asked on asked.field = response_texts.field
    where total >= ${least} and (${closed ? 1 : 0} or turn <= total - total % ${least})
    order by writers.place, asked.place`);
  return rows.map(([group, field, sequence]) => ({ group, field, sequence }));
}

/**
 * What was written under a field in some responses of a survey that the viewer runs, in the order asked. `cross join` keeps
 * SQLite to the order of the tables: left to itself it goes through the whole survey for each few hundred.
 */
export function readTexts(
  database: Database,
  viewer: Viewer,
  { surveyId, field, sequences }: { surveyId: number; field: string; sequences: readonly number[] },
): string[] {
  const rows = database.values<[string]>(sql`
    select text from json_each(${JSON.stringify(sequences)}) asked
      cross join response_texts on response_sequence = asked.value and field = ${field}
      cross join responses on responses.id = response_sequence
    where survey_id = ${surveyId} and survey_id in ${ownedSurveys(viewer)}
    order by asked.key`);
  return rows.map(([text]) => text);
}
