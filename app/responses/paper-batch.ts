import { z } from "zod";
import { simpleRandomSample } from "~/statistics/draw-sample";
import { sfc32 } from "~/statistics/sfc32";

/** Forms of one bundle: as many as are keyed in a few days, so that a bundle is ever finished. */
export const MOST_FORMS = 2000;

/** Share of the forms of a bundle that are keyed twice unless its maker says another. */
export const DEFAULT_DOUBLE_PERCENT = 10;

const count = (what: string) =>
  z.coerce
    .number(`${what}: ghi một số`)
    .int(`${what}: ghi số nguyên`)
    .min(1, `${what}: ít nhất 1`)
    .max(MOST_FORMS, `${what}: nhiều nhất ${MOST_FORMS}`);

/** What can be put right for as long as the bundle is keyed. */
const changeable = {
  label: z.string("Ghi tên lô phiếu").trim().min(1, "Ghi tên lô phiếu").max(80, "Tên lô phiếu dài quá 80 ký tự"),
  issued: count("Phiếu phát ra"),
  returned: count("Phiếu thu về"),
};
const notMoreThanIssued = ({ issued, returned }: { issued: number; returned: number }) => returned <= issued;
const MORE_THAN_ISSUED = { path: ["returned"], message: "Phiếu thu về không thể nhiều hơn phiếu phát ra" };

/** What an officer fills in for a bundle of forms. */
export const batchInputSchema = z
  .object({
    ...changeable,
    pointId: z.coerce.number("Chọn điểm khảo sát").int().positive("Chọn điểm khảo sát"),
    fieldworkOn: z.iso.date("Chọn ngày khảo sát"),
    doublePercent: z.coerce
      .number("Tỷ lệ nhập lần hai: ghi một số")
      .min(0, "Tỷ lệ nhập lần hai: từ 0 đến 100")
      .max(100, "Tỷ lệ nhập lần hai: từ 0 đến 100"),
  })
  .refine(notMoreThanIssued, MORE_THAN_ISSUED);
export type BatchInput = z.output<typeof batchInputSchema>;

/** What an officer corrects in a bundle. */
export const batchChangeSchema = z.object(changeable).refine(notMoreThanIssued, MORE_THAN_ISSUED);
export type BatchChange = z.output<typeof batchChangeSchema>;

/**
 * Numbers of the forms that are keyed twice: a simple random sample by the bundle's seed, at least one form where the
 * share is above 0.
 * @param batch.seed 24 hexadecimal digits.
 */
export function drawnForms(batch: { returned: number; doubleShare: number; seed: string }): ReadonlySet<number> {
  const size = Math.min(batch.returned, Math.ceil(batch.returned * batch.doubleShare - 1e-9));
  const [one, other, third] = [0, 8, 16].map((from) => Number.parseInt(batch.seed.slice(from, from + 8), 16));
  const random = sfc32([one ?? 0, other ?? 0, third ?? 0]);
  return new Set(simpleRandomSample(batch.returned, size, random).map((position) => position + 1));
}

/** A keying as far as progress needs it. */
export interface KeyedForm {
  number: number;
  pass: number;
  /** On the first keying: the response that the form became; null: not valid. */
  responseId: string | null;
  resolvedAt: string | null;
}

/** How far a bundle has come. */
export interface BatchProgress {
  returned: number;
  keyed: number;
  valid: number;
  drawn: number;
  keyedTwice: number;
  /** Second keyings that differ and wait for the paper to be looked at. */
  unresolved: number;
  /** The next form to key, and the next to key a second time; null where there is none. */
  next: number | null;
  nextTwice: number | null;
}

export function batchProgress(
  batch: { returned: number; doubleShare: number; seed: string },
  keyed: readonly KeyedForm[],
): BatchProgress {
  const first = new Map(keyed.filter(({ pass }) => pass === 1).map((form) => [form.number, form]));
  const second = new Map(keyed.filter(({ pass }) => pass === 2).map((form) => [form.number, form]));
  // Where the number of forms was corrected later, those keyed twice before stay in the sample.
  const drawn = new Set([...drawnForms(batch), ...second.keys()]);
  const numbers = Array.from({ length: batch.returned }, (_, index) => index + 1);
  return {
    returned: batch.returned,
    keyed: first.size,
    valid: [...first.values()].filter(({ responseId }) => responseId !== null).length,
    drawn: drawn.size,
    keyedTwice: second.size,
    unresolved: [...second.values()].filter(({ resolvedAt }) => resolvedAt === null).length,
    next: numbers.find((number) => !first.has(number)) ?? null,
    nextTwice: numbers.find((number) => drawn.has(number) && first.has(number) && !second.has(number)) ?? null,
  };
}

/** What a bundle lacks before it can be finished, each as a sentence; empty where nothing does. */
export function missingOf({ returned, keyed, drawn, keyedTwice, unresolved }: BatchProgress): string[] {
  const missing: string[] = [];
  if (keyed < returned) missing.push(`Còn ${returned - keyed} phiếu chưa nhập lần một.`);
  if (keyedTwice < drawn) missing.push(`Còn ${drawn - keyedTwice} phiếu chưa nhập lần hai.`);
  if (unresolved > 0) missing.push(`Còn ${unresolved} phiếu nhập hai lần khác nhau chưa đối chiếu với giấy.`);
  return missing;
}

/** Longest reason in the keyer's own words. */
export const REASON_LENGTH = 200;

/** Why a form on paper yields no answers (phiếu không hợp lệ), by the digit that is keyed for it. */
export const INVALID_REASONS = [
  "Phiếu để trống",
  "Không đọc được hoặc đánh dấu nhiều ô ở hầu hết các câu",
  "Người trả lời không thuộc đối tượng khảo sát",
  "Phiếu trùng với phiếu khác",
  "Lý do khác, ghi trên phiếu",
] as const;

/** The highest number among keyed forms, 0 where there is none: a bundle cannot have fewer forms. */
export function highestKeyed(keyed: readonly { number: number }[]): number {
  return keyed.reduce((highest, { number }) => Math.max(highest, number), 0);
}
