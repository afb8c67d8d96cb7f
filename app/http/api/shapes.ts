import { z } from "zod";
import { SECTORS } from "~/questionnaires/questionnaire";
import { SNAPSHOT_KINDS } from "~/snapshots/snapshot-kinds";
import { SAMPLE_BASES, SURVEY_STATUSES } from "~/surveys/survey";
import { UNIT_KINDS } from "~/units/unit-kinds";

/** What the interface hands out, as it is named in its document. */

export const day = z.iso.date();
export const instant = z.iso.datetime();

export const surveyId = z.coerce
  .number()
  .int()
  .min(1)
  .max(999_999_999_999_999)
  .meta({ description: "Number of a survey", example: 12 });

export const unitRefSchema = z
  .object({ unit_id: z.string().meta({ description: "Stable id of a unit; never re-used" }), name: z.string() })
  .meta({ id: "UnitReference" });

export const surveySchema = z
  .object({
    id: z.int(),
    title: z.string(),
    status: z.enum(SURVEY_STATUSES),
    opens_on: day,
    closes_on: day,
    finalised_at: instant.nullable(),
    basis: z.enum(SAMPLE_BASES).meta({
      description: "How respondents were chosen: only `probability` and `census` make intervals of sampling error",
    }),
    sector: z.enum(SECTORS),
    owner: z.string().meta({ description: "Name of the body that runs it" }),
    questionnaire: z.object({ code: z.string(), version: z.int() }),
    units: z.int().meta({ description: "Units in the scope of the key that it is about" }),
    whole: z.boolean().meta({ description: "The key sees all of it, not only the rows of its own units" }),
    target_rate: z.number().nullable().meta({ description: "Share of satisfied answers that the plan wants" }),
    simulated: z.boolean().meta({ description: "Its answers are simulated: no figure may be shown as real" }),
  })
  .meta({ id: "Survey" });

export const snapshotSchema = z
  .object({
    number: z.int(),
    kind: z.enum(SNAPSHOT_KINDS),
    taken_at: instant,
    reason: z.string().nullable().meta({ description: "Why the figures were corrected" }),
    software: z.string(),
    sha256: z.string(),
  })
  .meta({ id: "Snapshot" });

export const unitSchema = z
  .object({
    unit_id: z.string(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(UNIT_KINDS),
    parent_unit_id: z.string().nullable(),
    sample: z.boolean().meta({ description: "Sample data, not the province's own list" }),
  })
  .meta({ id: "Unit" });

export const unitHistorySchema = z
  .object({
    unit_id: z.string(),
    versions: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.enum(UNIT_KINDS),
        parent_unit_id: z.string().nullable(),
        valid_from: day.nullable(),
        valid_to: day.nullable().meta({ description: "Last day; null: it lasts" }),
        sample: z.boolean(),
      }),
    ),
    lineage: z.array(
      z.object({
        relation: z.enum(["same", "rename", "merge", "split", "reparent"]),
        effective_on: day,
        from: unitRefSchema,
        to: unitRefSchema,
      }),
    ),
  })
  .meta({ id: "UnitHistory" });

export const versionSchema = z
  .object({
    code: z.string(),
    version: z.int(),
    sector: z.enum(SECTORS),
    title: z.string(),
    source: z.string(),
    checksum: z.string(),
    questions: z.int(),
    official: z.boolean(),
    verified: z.boolean().meta({ description: "Checked against the signed original" }),
    published_at: instant,
  })
  .meta({ id: "QuestionnaireVersion" });
