import { z } from "zod";
import { ENVELOPE_FIELDS, type FormValues } from "./form-fields";

const envelopeSchema = z.object({
  response_id: z.uuid().transform((id) => id.toLowerCase()),
  survey: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  version: z.string().regex(/^[0-9a-f]{64}$/),
  /** When the page was made; a page that does not tell is taken all the same. */
  started_at: z.iso.datetime({ offset: true }).or(z.literal("")).optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
  intent: z.enum(["send", "correct", "new"]).default("send"),
});

/** What a form page says about itself. */
export interface Envelope {
  responseId: string;
  surveyId: number;
  version: string;
  startedAt: string | null;
  language: "vi" | "en";
  intent: "send" | "correct" | "new";
}

/** Reads the fields of the envelope; null where one is missing, repeated or not of its form. */
export function parseEnvelope(values: FormValues): Envelope | null {
  const given: Record<string, string> = {};
  for (const name of ENVELOPE_FIELDS) {
    const [value, ...more] = values.get(name) ?? [];
    if (more.length > 0) return null;
    if (value !== undefined) given[name] = value;
  }
  const parsed = envelopeSchema.safeParse(given);
  if (!parsed.success) return null;
  const { response_id, survey, version, started_at, lang, intent } = parsed.data;
  return { responseId: response_id, surveyId: survey, version, startedAt: started_at || null, language: lang, intent };
}
