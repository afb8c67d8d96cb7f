import type { Viewer } from "~/access/viewer";
import { formatAgo, formatMoment } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { listKiosks } from "~db/repositories/kiosks";
import { groupCode } from "./code";
import { kioskState, type ListedKiosk } from "./kiosk";

/** Tablets in the viewer's scope as they stand now; those that were revoked come last. */
export async function listKiosksOf(
  database: Database,
  viewer: Viewer,
  { now, today, timeZone }: { now: Date; today: string; timeZone: string },
): Promise<ListedKiosk[]> {
  const listed = (await listKiosks(database, viewer, today)).map((kiosk): ListedKiosk => {
    const { id, label, unitName, pointLabel, queueLength, lastSeenAt, enrolmentExpiresAt } = kiosk;
    const seen = lastSeenAt === null ? null : new Date(lastSeenAt);
    const state = kioskState(kiosk, now);
    const codeIsOut =
      state !== "revoked" && enrolmentExpiresAt !== null && Date.parse(enrolmentExpiresAt) > now.getTime();
    return {
      id,
      label,
      unitName,
      pointLabel,
      pointCode: groupCode(kiosk.pointCode),
      state,
      lastSeen: seen && { ago: formatAgo(seen, now), at: formatMoment(seen, timeZone) },
      queueLength,
      codeUntil: codeIsOut ? formatMoment(new Date(enrolmentExpiresAt), timeZone) : null,
    };
  });
  return [...listed.filter(({ state }) => state !== "revoked"), ...listed.filter(({ state }) => state === "revoked")];
}
