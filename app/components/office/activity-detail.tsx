import type { ActivityDetail } from "~/access/activity";
import { formatDay } from "~/i18n/dates";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { REVIEW_DECISIONS } from "~/responses/review";

/** Particulars that say something to a reader; ids and codes of the platform's own stay in the database. */
const TOLD: Readonly<Record<string, Phrase>> = {
  reason: "Lý do: {value}",
  note: "Lời ghi: {value}",
  basis: "Căn cứ: {value}",
  title: "Tên: {value}",
  file: "Tệp: {value}",
  purpose: "Mục đích: {value}",
  where: "Nơi: {value}",
  day: "Phiếu ngày: {value}",
  records: "Số phiếu: {value}",
  document: "Văn bản: {value}",
  responses: "Số phiếu: {value}",
  codes: "Số mã: {value}",
  units: "Số đơn vị: {value}",
  added: "Thêm: {value}",
  changed: "Sửa: {value}",
  seed: "Số gốc ngẫu nhiên: {value}",
  effectiveOn: "Hiệu lực: {value}",
};

/** The particulars of an activity in words. */
export function ActivityParticulars({ detail }: { detail: ActivityDetail }) {
  const t = useWords();
  const { reviews } = useNames();
  const decided = REVIEW_DECISIONS.filter((one) => one === detail.decision).map((one) => reviews[one]);
  const told = Object.entries(TOLD).flatMap(([key, phrase]) => {
    const value = detail[key];
    return value === undefined || value === null || value === "" ? [] : [t(phrase, { value: textOf(value) })];
  });
  const parts = [...decided, ...told];
  return parts.length > 0 ? <span className="sub">{parts.join(" · ")}</span> : null;
}

function textOf(value: string | number | boolean): string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : String(value);
}
