import { z } from "zod";
import { crossCheck } from "./cross-check";
import { INDEX_RULES, SECTORS } from "./questionnaire";

/**
 * The questionnaire file `hailong.questionnaire/1` (contracts, section 1): what is asked, on which scales, and by which
 * rule answers become an index. One zod schema validates files, imports and what the database holds; every type of this
 * room is inferred from it. Unknown keys are refused; problems carry the JSON path.
 */

const code = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,31}$/, "mã gồm chữ cái, chữ số, gạch dưới; bắt đầu bằng chữ cái");
const text = z.string().trim().min(1, "không được để trống");
const localized = z.strictObject({ vi: text, en: text.optional() });

/** A domain or factor without a title goes by its code. */
function titled<T extends { code: string; title?: { vi: string; en?: string | undefined } | undefined }>(part: T) {
  return { ...part, title: part.title ?? { vi: part.code } };
}

const level = z.strictObject({
  value: z.int(),
  label: localized,
  satisfied: z.boolean().default(false),
  excluded: z.boolean().default(false),
});

const scale = z.strictObject({ code, levels: z.array(level).min(2) });

const option = z.strictObject({
  value: z.int(),
  label: localized,
  excluded: z.boolean().default(false),
  other: z.boolean().default(false),
  counts_as_return: z.boolean().default(false),
});

const itemBase = {
  code,
  text: localized,
  hint: localized.optional(),
  required: z.boolean().default(false),
  profile: z.boolean().default(false),
  show_if: z.strictObject({ item: code, in: z.array(z.int()).min(1) }).optional(),
};

const item = z.discriminatedUnion("type", [
  z.strictObject({
    ...itemBase,
    type: z.literal("scale"),
    scale: code,
    factor: code.optional(),
    reverse: z.boolean().default(false),
  }),
  z.strictObject({ ...itemBase, type: z.literal("single"), options: z.array(option).min(1) }),
  z.strictObject({ ...itemBase, type: z.literal("multiple"), options: z.array(option).min(1) }),
  z.strictObject({
    ...itemBase,
    type: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: text.optional(),
  }),
  z.strictObject({ ...itemBase, type: z.literal("text"), max_length: z.int().min(1).default(2000) }),
]);

export const questionnaireSchema = z
  .strictObject({
    format: z.literal("hailong.questionnaire/1"),
    code: text.max(200),
    sector: z.enum(SECTORS),
    title: localized,
    source: text,
    intro: localized.optional(),
    scales: z.array(scale).default([]),
    domains: z.array(z.strictObject({ code, title: localized.optional() }).transform(titled)).default([]),
    factors: z
      .array(z.strictObject({ code, domain: code.optional(), title: localized.optional() }).transform(titled))
      .default([]),
    items: z.array(item).min(1, "phiếu phải có ít nhất một câu hỏi"),
    index: z.strictObject({
      rule: z.enum(INDEX_RULES),
      weights: z.record(z.string(), z.number().nonnegative()).nullable().default(null),
    }),
    /** Accepted and ignored on import: the check against the original is a record beside the version. */
    verified: z.unknown().optional(),
  })
  .superRefine(crossCheck)
  .transform(({ verified: _ignored, ...document }) => document);

export type Questionnaire = z.output<typeof questionnaireSchema>;
export type Item = Questionnaire["items"][number];
export type ItemType = Item["type"];
export type ItemOf<T extends ItemType> = Extract<Item, { type: T }>;
export type ScaleItem = ItemOf<"scale">;
export type Scale = Questionnaire["scales"][number];
export type Level = Scale["levels"][number];
export type Option = ItemOf<"single">["options"][number];
export type Factor = Questionnaire["factors"][number];
export type Domain = Questionnaire["domains"][number];
export type IndexRule = (typeof INDEX_RULES)[number];
export type Sector = (typeof SECTORS)[number];
export type Localized = z.output<typeof localized>;

/**
 * A questionnaire file as given and as parsed. The document is kept as its author wrote it (without `verified`), so that
 * an export gives equal canonical JSON and the same checksum; defaults are filled in on reading only.
 */
export function parseQuestionnaire(
  file: unknown,
): { ok: true; document: object; questionnaire: Questionnaire } | { ok: false; problems: QuestionnaireProblem[] } {
  const parsed = questionnaireSchema.safeParse(file);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map(({ path, message }) => ({ path: jsonPath(path), message })) };
  }
  const { verified: _ignored, ...document } = file as Record<string, unknown>;
  return { ok: true, document, questionnaire: parsed.data };
}

/** One problem of a questionnaire file, with its JSON path, such as `$.items[3].scale`. */
export interface QuestionnaireProblem {
  path: string;
  message: string;
}

function jsonPath(path: readonly PropertyKey[]): string {
  return `$${path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("")}`;
}
