import { z } from "zod";
import { endOfDay, startOfDay } from "~/i18n/dates";
import { exclusionKey, GROUP_PLACES, type GroupPlace } from "~/responses/quality/exclusion-groups";
import type { Database } from "~db/open-database.server";
import { excludeForQuality, restoreForQuality } from "~db/repositories/response-quality";
import type { QualityRequest } from "./load-quality.server";
import type { QualityReports } from "./quality-reports.server";

const PLACE = new RegExp(`^(${GROUP_PLACES.join("|")})-([1-9]\\d{0,14})$`);

/** What an officer fills in to exclude a group or to restore it. */
export const qualityDecisionSchema = z.object({
  /** `point-12` or `import-3`. */
  place: z.string().transform((text, context): GroupPlace => {
    const [, kind, id] = PLACE.exec(text) ?? [];
    const known = GROUP_PLACES.find((one) => one === kind);
    if (known) return { kind: known, id: Number(id) };
    context.addIssue({ code: "custom", message: "Không có nhóm phiếu này. Tải lại trang." });
    return z.NEVER;
  }),
  day: z.iso.date(),
  change: z.enum(["exclude", "restore"]),
  /** How many forms the officer saw. */
  seen: z.coerce.number().int().positive(),
  reason: z.string().trim().min(5, "Ghi lý do, ít nhất 5 ký tự").max(500, "Lý do dài quá 500 ký tự"),
  confirmed: z.literal("yes", "Đánh dấu vào ô xác nhận trước rồi bấm nút"),
});

export type QualityDecision = z.output<typeof qualityDecisionSchema>;

/**
 * Excludes the forms of a group about which two independent kinds of evidence agree at this moment, or restores those excluded.
 * False, and nothing changed, where they are others than the officer saw, or the results of the survey are fixed.
 */
export async function decideQuality(
  database: Database,
  reports: QualityReports,
  request: QualityRequest & { now: Date },
  { place, day, change, seen, reason }: QualityDecision,
): Promise<boolean> {
  const { viewer, surveyId, timeZone, now } = request;
  const report = await reports.wait(request);
  const group = report?.groups.find((one) => exclusionKey(one) === exclusionKey({ place, day }));
  const key = { surveyId, place, day };
  if (!group) return false;
  const decision = { reason, at: now, where: [group.name, group.label].filter(Boolean).join(", ") };
  if (change === "exclude") {
    if (group.open.length !== seen) return false;
    return excludeForQuality(database, viewer, { ...key, ids: group.open }, decision);
  }
  if (group.counts.excluded !== seen) return false;
  const span = { from: startOfDay(day, timeZone), until: endOfDay(day, timeZone) };
  return (await restoreForQuality(database, viewer, { ...key, span }, decision)) > 0;
}
