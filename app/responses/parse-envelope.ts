import { z } from "zod";
import { ENVELOPE_FIELDS, type FormValues } from "./form-fields";
import { NOTICE_VERSIONS, type NoticeVersion } from "./notice-version";

/** A page that does not tell an instant is taken all the same. */
const instant = z.iso.datetime({ offset: true }).or(z.literal("")).optional();

const envelopeSchema = z.object({
  response_id: z.uuid().transform((id) => id.toLowerCase()),
  survey: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  version: z.string().regex(/^[0-9a-f]{64}$/),
  /** A notice that we never showed is none. */
  notice: z.enum(NOTICE_VERSIONS).nullable().default(null).catch(null),
  started_at: instant,
  finished_at: instant,
  lang: z.enum(["vi", "en"]).default("vi"),
  intent: z.enum(["send", "correct", "new", "show"]).default("send"),
  /** Anything else than a number proves nothing; a form without a proof is taken too. */
  proof: z
    .string()
    .regex(/^\d{1,16}$/)
    .nullable()
    .default(null)
    .catch(null),
  website: z.string().default(""),
});

/** What a form page says about itself. */
export interface Envelope {
  responseId: string;
  surveyId: number;
  version: string;
  noticeVersion: NoticeVersion | null;
  startedAt: string | null;
  /** When the person pressed send, told where a device kept the form until there was a network. */
  finishedAt: string | null;
  language: "vi" | "en";
  /** `show`: only show the page again with the answers kept. */
  intent: "send" | "correct" | "new" | "show";
  /** Nonce of a proof of work. */
  proof: string | null;
  /** What was typed in the field that no person sees. */
  honeypot: string;
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
  const { response_id, survey, version, notice, started_at, finished_at, lang, intent, proof, website } = parsed.data;
  return {
    responseId: response_id,
    surveyId: survey,
    version,
    noticeVersion: notice,
    startedAt: started_at || null,
    finishedAt: finished_at || null,
    language: lang,
    intent,
    proof,
    honeypot: website,
  };
}
