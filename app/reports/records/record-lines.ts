import { z } from "zod";
import { CHANNELS } from "~/responses/channels";
import type { AnonymisedRecord, AnonymisedRecords } from "./anonymised-records";

/** One anonymised record as a line of JSON: what a file of records says of it, answers by the code of their question. */
export const recordLineSchema = z
  .object({
    response_id: z.string().meta({ description: "Random, another one in every stream" }),
    unit_id: z.string().meta({ description: "Unit, or the one above it where it is too small to be told" }),
    unit_code: z.string(),
    channel: z.enum(CHANNELS).nullable().meta({ description: "null: too few came by it" }),
    weight: z.number().nullable().meta({ description: "Persons it stands for; null: the sample has no design" }),
    simulated: z.boolean(),
    answers: z
      .record(z.string(), z.union([z.number(), z.array(z.int())]))
      .meta({ description: "Closed answers by item code; what would tell who it was is left out, words always" }),
  })
  .meta({ id: "RecordLine" });

export type RecordLine = z.output<typeof recordLineSchema>;

/** Records as lines in the order given. @param ids a new random id for each. */
export function* recordLines(
  records: AnonymisedRecords,
  { order, ids }: { order: Iterable<number>; ids: () => string },
): Generator<RecordLine> {
  for (const record of records.read(order)) {
    const { unit, channel, weight } = record;
    yield {
      ...{ response_id: ids(), unit_id: unit.key, unit_code: unit.code, channel, weight },
      ...{ simulated: records.simulated, answers: closedAnswers(record) },
    };
  }
}

function closedAnswers({ answers }: AnonymisedRecord): RecordLine["answers"] {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([code, answer]): [string, number | number[]][] => {
      if (typeof answer === "string") return [];
      return [[code, typeof answer === "number" ? answer : [...answer]]];
    }),
  );
}
