import { z } from "zod";
import { CHANNELS } from "./channels";

/** Most responses of one batch. */
export const BATCH_MOST = 500;

/** Longest text of an answer that is looked at; how long it may be is the version's to say. */
const LONGEST_TEXT = 10_000;

/** A response as another system hands it in. Answers by item code, as app/questionnaires/answers.ts writes them. */
export const submissionSchema = z
  .strictObject({
    response_id: z
      .string()
      .min(1)
      .max(100)
      .meta({ description: "Random id that the collector gives once; sending it again stores nothing" }),
    unit_id: z.string().max(100).optional().meta({ description: "Stable id of a unit of the survey" }),
    unit_code: z.string().max(100).optional().meta({ description: "Or its code on the day of submitted_at" }),
    point_code: z
      .string()
      .max(40)
      .optional()
      .meta({ description: "Or code of a collection point of the survey; needed after the days of grace" }),
    channel: z.enum(CHANNELS),
    started_at: z.iso.datetime({ offset: true }).nullable().optional(),
    submitted_at: z.iso.datetime({ offset: true }).meta({ description: "When the person finished" }),
    language: z.enum(["vi", "en"]).default("vi"),
    answers: z
      .record(
        z.string().max(40),
        z.union([z.number(), z.array(z.int()).max(200), z.string().max(LONGEST_TEXT), z.null()]),
      )
      .meta({
        description:
          "By item code: a number on scale, single and number items, the ticked values on multiple ones, text on text ones and on `<item>.other`; null or absent: not answered",
      }),
  })
  .meta({ id: "Submission" });

export type Submission = z.output<typeof submissionSchema>;

/** Why a submission cannot be taken. `path` leads into it. */
export interface SubmissionFault {
  path: readonly string[];
  reason: string;
}
