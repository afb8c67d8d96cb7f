import { and, asc, eq, inArray } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { WrittenAnswers } from "~/comments/comments-page";
import type { Database } from "../open-database.server";
import { responses, responseTexts } from "../schema";
import { withinScope } from "./responses";

/**
 * Written answers to some fields of a survey, person by person in order of arrival, of the responses the viewer may see:
 * all of them for whoever runs the survey, else those of units in scope. Responses that are not counted are left out. The
 * order is all that is told of when they came.
 */
export async function listWrittenAnswers(
  database: Database,
  viewer: Viewer,
  { surveyId, fields }: { surveyId: number; fields: readonly string[] },
): Promise<WrittenAnswers[]> {
  const rows = database
    .select({
      sequence: responses.id,
      unitId: responses.unitId,
      field: responseTexts.field,
      text: responseTexts.text,
    })
    .from(responses)
    .innerJoin(responseTexts, eq(responseTexts.responseSequence, responses.id))
    .where(
      and(
        eq(responses.surveyId, surveyId),
        responses.counted,
        withinScope(viewer),
        inArray(responseTexts.field, [...fields]),
      ),
    )
    .orderBy(asc(responses.id), asc(responseTexts.field))
    .all();
  const persons = new Map<number, { unitId: number; texts: { field: string; text: string }[] }>();
  for (const { sequence, unitId, field, text } of rows) {
    const person = persons.get(sequence) ?? { unitId, texts: [] };
    person.texts.push({ field, text });
    persons.set(sequence, person);
  }
  return [...persons.values()];
}
