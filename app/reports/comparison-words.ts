import { formatDecimal, formatShare } from "~/i18n/numbers";
import type { Break } from "~/indices/break-markers";
import type { JudgedDifference, Verdict } from "~/indices/compare-rows";
import { MASKED, markedRateText, NO_DATA, personsText, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { ComparedRow } from "./comparison-figures";

/** What sets two surveys apart, as reports name it. */
export const BREAK_NAMES: Readonly<Record<Break, string>> = {
  version: "phiên bản mẫu phiếu khác",
  rule: "cách tính chỉ số khác",
  channels: "kênh thu phiếu khác nhiều",
  sampling: "cách chọn người trả lời khác",
  coverage: "đơn vị được khảo sát khác nhiều",
  boundary: "địa giới, tổ chức đơn vị đã đổi",
};

export const NOT_COMPARABLE = "không so sánh được";

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  higher: "cao hơn rõ rệt",
  lower: "thấp hơn rõ rệt",
  undecided: "chưa đủ căn cứ",
};

/** "+2,35": percentage points with their sign. */
export function pointsText(share: number): string {
  return `${share > 0 ? "+" : ""}${formatDecimal(share * 100, 2)}`;
}

export function changeIntervalText({ interval: [low, high] }: JudgedDifference): string {
  return `${pointsText(low)} đến ${pointsText(high)}`;
}

/** Cells "chênh lệch – khoảng 95% – kết luận". */
export function changeTexts(change: JudgedDifference | null): [string, string, string] {
  if (change === null) return ["–", "–", NOT_COMPARABLE];
  return [pointsText(change.difference), changeIntervalText(change), VERDICT_NAMES[change.verdict]];
}

/** A rate with its persons under it: "83,94%⏎(n = 412)". */
export function rateWithPersons(row: MeasureRow | undefined): string {
  const state = stateOf(row);
  if (state === "masked") return MASKED;
  if (state === "empty") return NO_DATA;
  return `${markedRateText(row)}\n(n = ${personsText(row)})`;
}

/** Stands under every table of differences: its intervals and its verdicts answer different questions. */
export const CHANGE_NOTES: readonly string[] = [
  "Chênh lệch và khoảng 95% của chênh lệch: điểm phần trăm, năm nay trừ năm trước, tính trước khi làm tròn nên có thể lệch 0,01 so với hiệu của hai cột.",
  "Khoảng 95% tính riêng từng dòng. Kết luận xét chung mọi dòng của bảng (điều chỉnh Holm, mức ý nghĩa 5%), nên có dòng khoảng không chứa 0 mà vẫn “chưa đủ căn cứ”.",
];

/**
 * "trong mẫu tăng từ 81,20% lên 83,94%, tức 2,74 điểm phần trăm (khoảng 95% của chênh lệch: từ +1,02 đến +4,46 điểm phần
 * trăm); cao hơn rõ rệt so với năm trước". @param where what the figures are of.
 */
export function changeSentence({ before, after, change }: ComparedRow, where = "trong mẫu "): string | null {
  if (change === null || before?.rate == null || after?.rate == null) return null;
  const [from, to] = [formatShare(before.rate), formatShare(after.rate)];
  const range = `khoảng 95% của chênh lệch: từ ${changeIntervalText(change)} điểm phần trăm`;
  const verdict =
    change.verdict === "undecided"
      ? "chưa đủ căn cứ để kết luận có thay đổi"
      : `${VERDICT_NAMES[change.verdict]} so với năm trước`;
  if (change.difference === 0) return `giữ nguyên ${to} (${range}); ${verdict}`;
  const way = change.difference > 0 ? ["tăng", "lên"] : ["giảm", "xuống"];
  const size = formatDecimal(Math.abs(change.difference) * 100, 2);
  return `${where}${way[0]} từ ${from} ${way[1]} ${to}, tức ${size} điểm phần trăm (${range}); ${verdict}`;
}
