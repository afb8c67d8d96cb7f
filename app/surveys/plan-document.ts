import { z } from "zod";

const paragraph = z.string().trim().max(5000);

/**
 * What officers write into the plan of a survey (Kế hoạch thực hiện, tasks 4 and 5 of Phụ lục 03); units, sizes and dates
 * come from the survey itself.
 */
export const planDocumentSchema = z.strictObject({
  /** Number and sign of the document, such as `123/KH-SYT`; empty while it has none. */
  number: z.string().trim().max(60),
  place: z.string().trim().max(100),
  /** Documents it rests on, one a line. */
  grounds: paragraph,
  purpose: paragraph,
  requirements: paragraph,
  respondents: paragraph,
  method: paragraph,
  budget: paragraph,
  schedule: z.array(z.strictObject({ from: z.string(), to: z.string(), work: z.string().trim().max(500) })).max(50),
  responsibilities: z
    .array(z.strictObject({ body: z.string().trim().max(200), work: z.string().trim().max(2000) }))
    .max(50),
  signer: z.strictObject({ title: z.string().trim().max(200), name: z.string().trim().max(100) }),
  recipients: z.array(z.string().trim().max(200)).max(30),
});

export type PlanDocument = z.output<typeof planDocumentSchema>;
