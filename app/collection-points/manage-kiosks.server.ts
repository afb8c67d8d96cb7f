import type { Viewer } from "~/access/viewer";
import { searchable } from "~/i18n/searchable";
import { byName } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { insertKiosk, type KioskPoint, listPointsInScope, renewEnrolment } from "~db/repositories/kiosks";
import { groupCode, normalizeCode } from "./code";
import type { KioskInput } from "./kiosk";
import { drawEnrolmentCode } from "./kiosk-secrets.server";

/** Points that a list to choose from shows; a longer one asks for more letters. */
export const MOST_POINTS = 30;

/** What an officer is shown once. */
export interface HandedOutCode {
  /** With its hyphen. */
  code: string;
  label: string;
  unitName: string;
  /** ISO instant. */
  expiresAt: string;
}

/** Adds a tablet to a point in the viewer's scope. Null where there is no such point. */
export async function createKiosk(
  database: Database,
  viewer: Viewer,
  { pointId, label }: KioskInput,
  { now, today }: { now: Date; today: string },
): Promise<HandedOutCode | null> {
  const { code, hash, expiresAt } = drawEnrolmentCode(now);
  const kiosk = { pointId, label, enrolmentHash: hash, enrolmentExpiresAt: expiresAt, createdAt: now.toISOString() };
  const added = await insertKiosk(database, viewer, kiosk, today);
  return added && { code: groupCode(code), label, unitName: added.unitName, expiresAt };
}

/**
 * A new code for a tablet, as when it lost its cookie; the tablet goes on with the old one until the code is typed.
 * Null where the viewer sees no such tablet, or it was revoked.
 */
export async function renewKioskCode(
  database: Database,
  viewer: Viewer,
  kioskId: number,
  { now, today }: { now: Date; today: string },
): Promise<HandedOutCode | null> {
  const { code, hash, expiresAt } = drawEnrolmentCode(now);
  const enrolment = { enrolmentHash: hash, enrolmentExpiresAt: expiresAt };
  const renewed = await renewEnrolment(database, viewer, kioskId, enrolment, today);
  return renewed && { code: groupCode(code), ...renewed, expiresAt };
}

/** Points at which the viewer may put a tablet, by name of the unit, label or code, and how many fit in all. */
export async function findKioskPoints(
  database: Database,
  viewer: Viewer,
  { search, today }: { search: string; today: string },
): Promise<{ points: KioskPoint[]; found: number; total: number }> {
  // SQLite would put "Đ" after "Y".
  const all = (await listPointsInScope(database, viewer, today)).sort((one, other) =>
    byName({ name: one.unitName, code: one.label }, { name: other.unitName, code: other.label }),
  );
  const wanted = searchable(search);
  const code = normalizeCode(search);
  const fitting = all.filter(
    (point) => searchable(`${point.unitName} ${point.label}`).includes(wanted) || point.code === code,
  );
  return { points: fitting.slice(0, MOST_POINTS), found: fitting.length, total: all.length };
}
