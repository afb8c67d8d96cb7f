import { z } from "zod";
import type { Viewer } from "~/access/viewer";
import { endOfDay, startOfDay } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { decideHeldGroup, listHeldMinutes, listReviews } from "~db/repositories/held-responses";
import { HOLDING_FLAGS } from "./flags";
import { type HeldGroup, heldGroups } from "./held-groups";
import { REVIEW_DECISIONS } from "./review";

/** What an officer fills in to decide about a group. */
export const reviewInputSchema = z.object({
  pointId: z.coerce.number().int().positive(),
  day: z.iso.date(),
  flag: z.enum(HOLDING_FLAGS),
  decision: z.enum(REVIEW_DECISIONS, "Chọn tính hay không tính"),
  reason: z.string().trim().min(5, "Ghi lý do, ít nhất 5 ký tự").max(500, "Lý do dài quá 500 ký tự"),
  confirmed: z.literal("yes", "Đánh dấu vào ô xác nhận trước rồi bấm nút"),
});

export type ReviewInput = z.output<typeof reviewInputSchema>;

/** What stands outside results of a survey that the viewer runs, by point, day and mark. */
export async function loadHeldGroups(
  database: Database,
  viewer: Viewer,
  { surveyId, today, timeZone }: { surveyId: number; today: string; timeZone: string },
): Promise<HeldGroup[]> {
  const minutes = await listHeldMinutes(database, viewer, surveyId, today);
  return heldGroups(minutes, await listReviews(database, viewer, surveyId, today), timeZone);
}

/**
 * Counts a group or leaves it out. Returns how many responses it is about; 0 where there are none in the viewer's reach or
 * the results of the survey are fixed.
 */
export async function reviewHeldGroup(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  { pointId, day, flag, decision, reason }: ReviewInput,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<number> {
  const span = { from: startOfDay(day, timeZone), until: endOfDay(day, timeZone) };
  return decideHeldGroup(database, viewer, { surveyId, pointId, day, flag, span }, { decision, reason, at: now });
}
