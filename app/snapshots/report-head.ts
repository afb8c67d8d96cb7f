import { z } from "zod";

/** What stands at the head and foot of a report besides its figures, as its officers write it. */
export const reportHeadSchema = z.strictObject({
  /** Number and sign of the document, such as `123/BC-SYT`; empty while it has none. */
  number: z.string().trim().max(60),
  place: z.string().trim().max(100),
  /** Day of the document, ISO; empty: the day on which its figures were taken. */
  day: z.iso.date().or(z.literal("")),
  signer: z.strictObject({ title: z.string().trim().max(200), name: z.string().trim().max(100) }),
  recipients: z.array(z.string().trim().max(200)).max(30),
});

export type ReportHead = z.output<typeof reportHeadSchema>;
