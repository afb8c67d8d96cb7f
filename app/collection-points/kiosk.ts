import { z } from "zod";
import { pointAddress } from "./code";

/** For how long a tablet may be enrolled with a code that an officer drew. */
export const ENROLMENT_MINUTES = 30;

/** A tablet speaks up every minute; one that has been silent for longer than this is said to be out of touch. */
export const SILENT_HOURS = 24;

/** As browsers allow at most. */
export const KIOSK_COOKIE_DAYS = 400;

/** Where a tablet is enrolled. */
export const ENROLMENT_PATH = "/kiosk";

export const KIOSK_LABEL_LENGTH = 80;

export type KioskState = "waiting" | "in-use" | "silent" | "revoked";

/** How it stands with a tablet: waiting for its code to be typed, in use, out of touch, or no longer trusted. */
export function kioskState(
  kiosk: { tokenHash: string | null; lastSeenAt: string | null; revokedAt: string | null },
  now: Date,
): KioskState {
  if (kiosk.revokedAt !== null) return "revoked";
  if (kiosk.tokenHash === null) return "waiting";
  const silence = now.getTime() - Date.parse(kiosk.lastSeenAt ?? "");
  return silence <= SILENT_HOURS * 3_600_000 ? "in-use" : "silent";
}

/** Path of the kiosk page of a point. */
export function kioskPath(code: string): string {
  return `${pointAddress("", code)}/kiosk`;
}

/** What a tablet tells every minute. */
export const heartbeatSchema = z.object({ queue: z.number().int().min(0).max(1_000_000) });

/** What an officer fills in for a new tablet. */
export const kioskInputSchema = z.object({
  pointId: z.coerce.number("Chọn điểm khảo sát").int("Chọn điểm khảo sát").positive("Chọn điểm khảo sát"),
  label: z
    .string("Ghi nơi đặt máy")
    .trim()
    .min(2, "Ghi nơi đặt máy, ví dụ: Quầy số 3")
    .max(KIOSK_LABEL_LENGTH, `Nơi đặt máy dài quá ${KIOSK_LABEL_LENGTH} ký tự`),
});

export type KioskInput = z.output<typeof kioskInputSchema>;

/** A tablet as the officers' list shows it. */
export interface ListedKiosk {
  id: number;
  label: string;
  unitName: string;
  pointLabel: string;
  /** With its hyphen. */
  pointCode: string;
  state: KioskState;
  /** When it was last heard of; null before it was enrolled. */
  lastSeen: { ago: string; at: string } | null;
  /** Forms waiting on it, as it last told. */
  queueLength: number | null;
  /** Until when its one-time code may be typed; null where none is out. */
  codeUntil: string | null;
}

/** What an officer needs to enrol a tablet, shown once. */
export interface EnrolmentSheet {
  code: string;
  label: string;
  unitName: string;
  /** Time of day in TIME_ZONE. */
  until: string;
  address: string;
  /** QR code of the address, as a `data:` URL. */
  qr: string;
}
