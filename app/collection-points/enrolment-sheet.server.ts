import { formatMoment } from "~/i18n/dates";
import { ENROLMENT_PATH, type EnrolmentSheet } from "./kiosk";
import type { HandedOutCode } from "./manage-kiosks.server";
import { qrSvg } from "./qr.server";

export function enrolmentSheet(
  { code, label, unitName, expiresAt }: HandedOutCode,
  { publicUrl, timeZone }: { publicUrl: string; timeZone: string },
): EnrolmentSheet {
  const address = publicUrl + ENROLMENT_PATH;
  const svg = qrSvg(address, "Mã QR của trang ghép máy");
  return {
    code,
    label,
    unitName,
    until: formatMoment(new Date(expiresAt), timeZone).slice(-5),
    address,
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
  };
}
