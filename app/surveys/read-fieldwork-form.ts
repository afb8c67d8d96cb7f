import { CHANNELS, type Channel } from "~/responses/channels";

/** Channels whose forms officers may count by hand; forms by QR and on tablets are given out to nobody. */
export const COUNTED_CHANNELS: readonly Channel[] = CHANNELS.filter(
  (channel) => channel !== "qr" && channel !== "kiosk",
);

export type FieldworkInput =
  | { change: "contact"; unitKey: string; name: string; phone: string }
  | { change: "forms"; unitKey: string; channel: Channel; issued: number; returned: number | null };

export interface FieldworkRefusal {
  ok: false;
  change: string;
  values: Readonly<Record<string, string>>;
  problems: { field: string; message: string }[];
}

const FIELDS = ["unit", "name", "phone", "channel", "issued", "returned"] as const;
const MOST_FORMS = 10_000_000;

/** What was typed for a unit's contact or its forms, or what of it cannot stand. */
export function readFieldworkForm(
  get: (name: string) => string,
): { ok: true; input: FieldworkInput } | FieldworkRefusal {
  const value = (name: (typeof FIELDS)[number]) => get(name).normalize("NFC").trim();
  const change = get("change");
  const problems: { field: string; message: string }[] = [];
  const refuse = (field: string, message: string) => problems.push({ field, message });
  const unitKey = value("unit");
  if (unitKey === "") refuse("unit", "Chọn đơn vị");
  if (change === "contact") {
    const [name, phone] = [value("name"), value("phone")];
    if (name.length > 100) refuse("name", "Tên dài quá 100 ký tự");
    if (name !== "" && !/^\+?[\d .()-]{8,20}$/.test(phone)) refuse("phone", "Nhập số điện thoại, ví dụ 0237 3852 366");
    if (name === "" && phone !== "") refuse("name", "Nhập tên hoặc chức danh người liên hệ");
    if (problems.length === 0) return { ok: true, input: { change, unitKey, name, phone } };
  } else if (change === "forms") {
    const channel = COUNTED_CHANNELS.find((one) => one === value("channel"));
    const issued = wholeNumber(value("issued"));
    const returned = value("returned") === "" ? null : wholeNumber(value("returned"));
    if (!channel) refuse("channel", "Chọn kênh");
    if (issued === undefined) refuse("issued", "Nhập số phiếu phát ra, là số nguyên");
    if (returned === undefined) refuse("returned", "Số phiếu thu về phải là số nguyên, hoặc để trống");
    if (issued !== undefined && returned !== undefined && returned !== null && returned > issued)
      refuse("returned", "Số phiếu thu về lớn hơn số phiếu phát ra");
    if (channel && issued !== undefined && returned !== undefined && problems.length === 0)
      return { ok: true, input: { change, unitKey, channel, issued, returned } };
  } else refuse("unit", "Không rõ việc cần làm.");
  return { ok: false, change, problems, values: Object.fromEntries(FIELDS.map((name) => [name, get(name)])) };
}

/** Digits, with the points that Vietnamese readers put between thousands. */
function wholeNumber(text: string): number | undefined {
  const digits = text.replace(/[.\s](?=\d{3}(\D|$))/g, "");
  const number = Number(digits);
  return /^\d+$/.test(digits) && number <= MOST_FORMS ? number : undefined;
}
