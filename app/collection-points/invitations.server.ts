import type { Readable } from "node:stream";
import type { Viewer } from "~/access/viewer";
import { formatDay } from "~/i18n/dates";
import { writeRowsCsv } from "~/reports/write-csv";
import type { Database } from "~db/open-database.server";
import { insertBatch, listBatches, takeUnusedCodes } from "~db/repositories/invitations";
import type { SurveySummary } from "~db/repositories/surveys";
import { drawInvitation } from "./draw-invitation.server";
import { groupInvitation, invitationAddress } from "./invitation";
import type { PosterJobs } from "./poster-jobs.server";
import type { BatchOrder } from "./read-batch";
import { streamSlips } from "./slips.server";

/** Used codes of a batch below which their number is told only to whoever runs the survey. */
const LEAST_USED_TOLD = 10;

/** Slips that are drawn at once, between other requests; more are the work of a thread. */
const MOST_SLIPS_AT_ONCE = 200;

/** Makes a batch; null when its point is not the survey's or not in scope, or the survey takes no answers. */
export function makeBatch(
  database: Database,
  viewer: Viewer,
  { surveyId, now, ...order }: BatchOrder & { surveyId: number; now: Date },
): Promise<number | null> {
  return insertBatch(database, viewer, { surveyId, ...order }, { now, drawCode: drawInvitation });
}

/** A survey's batches in scope; `used` and `unused` are null where so few were used that it might tell who. */
export async function listInvitations(database: Database, viewer: Viewer, surveyId: number, today: string) {
  const batches = await listBatches(database, viewer, surveyId, today);
  return batches.map(({ owned, used, size, revoked, createdAt: _createdAt, ...batch }) => {
    const told = owned || used === 0 || used >= LEAST_USED_TOLD;
    return { ...batch, size, revoked, used: told ? used : null, unused: told ? size - revoked - used : null };
  });
}

export type InvitationFile = "slips.pdf" | "codes.csv";

/** The unused codes of a batch as slips or as CSV for messages; null where there is none in scope. */
export async function invitationFile(
  database: Database,
  viewer: Viewer,
  posterJobs: PosterJobs,
  request: {
    survey: SurveySummary;
    batchId: number;
    file: InvitationFile;
    today: string;
    now: Date;
    publicUrl: string;
    province: string;
  },
): Promise<{ body: Readable | string; name: string; type: string } | null> {
  const { survey, batchId, file, today, now, publicUrl, province } = request;
  const batch = (await listBatches(database, viewer, survey.id, today)).find(({ id }) => id === batchId);
  const codes = batch ? await takeUnusedCodes(database, viewer, { surveyId: survey.id, batchId, now, file }) : [];
  if (!batch || codes.length === 0) return null;
  const until = batch.expiresOn ?? survey.closesOn;
  const slips = codes.map(({ number, code }) => ({ number, code, address: invitationAddress(publicUrl, code) }));
  if (file === "slips.pdf") {
    const { simulated, title: surveyTitle } = survey;
    const { unitName, pointLabel } = batch;
    const about = { province, surveyTitle, unitName, pointLabel, until, simulated };
    const body =
      slips.length > MOST_SLIPS_AT_ONCE
        ? posterJobs.slips({ batch: about, slips, day: today })
        : (streamSlips(about, slips, today) as unknown as Readable);
    return { body, name: `giay-moi-${batchId}.pdf`, type: "application/pdf" };
  }
  const mark = survey.simulated ? "[SỐ LIỆU MÔ PHỎNG] " : "";
  const message = (address: string) =>
    `${mark}Hài Lòng – ${province}: mời Ông/Bà góp ý về dịch vụ tại ${batch.unitName}, ẩn danh, đến hết ngày ${formatDay(until)}: ${address} (dùng một lần)`;
  const rows = slips.map(({ number, code, address }) => [number, groupInvitation(code), address, message(address)]);
  const csv = writeRowsCsv(["number", "code", "address", "message"], rows);
  return { body: csv, name: `ma-moi-${batchId}.csv`, type: "text/csv; charset=utf-8" };
}
