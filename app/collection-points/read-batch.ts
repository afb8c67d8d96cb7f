import { LEAST_CODES, MOST_CODES } from "./invitation";
import { readLabel } from "./point-label";

/** A batch of one-time codes as asked for. */
export interface BatchOrder {
  pointId: number;
  label: string;
  size: number;
  expiresOn: string | null;
}

export type ReadBatch = { ok: true; order: BatchOrder } | { ok: false; problems: { field: string; message: string }[] };

/**
 * Reads the form that makes a batch. @param window the survey's last day, and today, ISO in TIME_ZONE: a code is good on
 * neither side of them.
 */
export function readBatch(form: FormData, { today, closesOn }: { today: string; closesOn: string }): ReadBatch {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const problems: { field: string; message: string }[] = [];
  const refuse = (field: string, message: string) => void problems.push({ field, message });
  if (!/^[1-9]\d{0,14}$/.test(text("point"))) refuse("point", "Chọn điểm khảo sát.");
  const label = readLabel(text("label"));
  if (!label.ok) refuse("label", text("label") === "" ? "Đặt tên cho đợt mã, như “Giấy mời tháng 6”." : label.reason);
  const size = /^\d{1,6}$/.test(text("size")) ? Number(text("size")) : 0;
  if (size < LEAST_CODES || size > MOST_CODES) refuse("size", `Số mã từ ${LEAST_CODES} đến ${MOST_CODES}.`);
  const expiresOn = text("expiresOn");
  if (expiresOn !== "" && !isDay(expiresOn)) refuse("expiresOn", "Ngày hết hạn không hợp lệ.");
  else if (expiresOn !== "" && expiresOn < today) refuse("expiresOn", "Ngày hết hạn đã qua.");
  else if (expiresOn > closesOn) refuse("expiresOn", "Ngày hết hạn sau ngày kết thúc đợt.");
  if (problems.length > 0 || !label.ok) return { ok: false, problems };
  return {
    ok: true,
    order: { pointId: Number(text("point")), label: label.label, size, expiresOn: expiresOn || null },
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
