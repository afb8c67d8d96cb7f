import { z } from "zod";
import { INDEX_RULES, SECTORS } from "./questionnaire";

/**
 * A questionnaire that is still being written: the shape of the contract file, but texts may be empty, codes missing or
 * double, values not typed yet and references dangling. What stands between it and a publishable form is told by
 * draft-problems.ts; draft-file.ts makes the contract file of it.
 */

const draftText = z.strictObject({ vi: z.string().max(20_000).default(""), en: z.string().max(20_000).optional() });
const draftCode = z.string().max(200);
/** A number that may not have been typed yet. */
const draftNumber = z.number().nullable();

const draftLevel = z.strictObject({
  value: draftNumber.default(null),
  label: draftText.default({ vi: "" }),
  satisfied: z.boolean().optional(),
  excluded: z.boolean().optional(),
});

const draftOption = z.strictObject({
  value: draftNumber.default(null),
  label: draftText.default({ vi: "" }),
  excluded: z.boolean().optional(),
  other: z.boolean().optional(),
  counts_as_return: z.boolean().optional(),
});

/** What an item of any type may hold, so that changing its type and back loses nothing. */
const draftItem = z.strictObject({
  code: draftCode.default(""),
  type: z.enum(["scale", "single", "multiple", "number", "text"]),
  text: draftText.default({ vi: "" }),
  hint: draftText.optional(),
  required: z.boolean().optional(),
  profile: z.boolean().optional(),
  show_if: z.strictObject({ item: draftCode, in: z.array(z.number()).max(200) }).optional(),
  scale: draftCode.optional(),
  factor: draftCode.optional(),
  reverse: z.boolean().optional(),
  options: z.array(draftOption).max(200).optional(),
  min: draftNumber.optional(),
  max: draftNumber.optional(),
  unit: z.string().max(200).optional(),
  max_length: draftNumber.optional(),
});

const draftDocument = z
  .strictObject({
    format: z.literal("hailong.questionnaire/1").default("hailong.questionnaire/1"),
    code: draftCode.default(""),
    sector: z.enum(SECTORS),
    title: draftText.default({ vi: "" }),
    source: z.string().max(2000).default(""),
    intro: draftText.optional(),
    scales: z
      .array(z.strictObject({ code: draftCode, levels: z.array(draftLevel).max(50) }))
      .max(100)
      .default([]),
    domains: z
      .array(z.strictObject({ code: draftCode, title: draftText.optional() }))
      .max(200)
      .default([]),
    factors: z
      .array(z.strictObject({ code: draftCode, domain: draftCode.optional(), title: draftText.optional() }))
      .max(200)
      .default([]),
    items: z.array(draftItem).max(500).default([]),
    index: z
      .strictObject({
        rule: z.enum(INDEX_RULES),
        weights: z.record(z.string(), draftNumber).nullable().default(null),
      })
      .default({ rule: "mean-of-items", weights: null }),
    verified: z.unknown().optional(),
  })
  .transform(({ verified: _ignored, ...document }) => document);

export type DraftDocument = z.output<typeof draftDocument>;
export type DraftItem = DraftDocument["items"][number];
export type DraftScale = DraftDocument["scales"][number];
export type DraftLevel = DraftScale["levels"][number];
export type DraftOption = NonNullable<DraftItem["options"]>[number];
export type DraftDomain = DraftDocument["domains"][number];
export type DraftFactor = DraftDocument["factors"][number];
export type DraftText = DraftDocument["title"];

/**
 * Reads a draft from JSON, given as text or already parsed. Every valid contract file is one. What is no draft at all (no
 * JSON, unknown keys, a text where a list belongs) is refused with the JSON paths.
 */
export function readDraftDocument(
  json: unknown,
): { ok: true; document: DraftDocument } | { ok: false; problems: { path: string; message: string }[] } {
  let value = json;
  if (typeof json === "string") {
    try {
      value = JSON.parse(json);
    } catch {
      return { ok: false, problems: [{ path: "$", message: "Nội dung không phải JSON" }] };
    }
  }
  const parsed = draftDocument.safeParse(value);
  if (parsed.success) return { ok: true, document: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({ path: draftPath(issue.path), message: inWords(issue) })),
  };
}

/** What is wrong with the shape of a file, for whoever made it. */
function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `Có mục không thuộc mẫu phiếu: ${issue.keys.map((key) => `«${key}»`).join(", ")}`;
    case "too_big":
      return "Quá dài hoặc quá nhiều dòng";
    case "invalid_value":
      return `Chỉ nhận một trong các giá trị: ${issue.values.map(String).join(", ")}`;
    default:
      return "Thiếu, hoặc không đúng kiểu dữ liệu";
  }
}

/** A JSON path such as `$.items[3].text.vi`. */
function draftPath(steps: readonly PropertyKey[]): string {
  return `$${steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("")}`;
}
