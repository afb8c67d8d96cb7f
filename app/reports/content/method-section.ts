import {
  BASIS_NAMES,
  capitalized,
  intervalName,
  MODEL_INTERVAL_SENTENCE,
  REVERSED_MARK,
  ROLL_UP_NAME,
  RULE_NAMES,
  SIZE_NAME,
  uncapitalized,
} from "~/i18n/names";
import { formatCount, formatDecimal } from "~/i18n/numbers";
import { allSatisfiedName, isExpectation, isReturn, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { SurveyResults } from "~/indices/survey-results";
import { scoredItems } from "~/questionnaires/questionnaire";
import type { IndexRule, Questionnaire, Scale } from "~/questionnaires/questionnaire-schema";
import { uncheckedWording } from "~/questionnaires/wording-state";
import { isProbabilityBasis } from "~/surveys/survey";
import { authorRemark, type Block, heading, list, paragraph } from "../report-document";
import type { ReportContext } from "./report-context";
import { excludedLevels, quotedLabels, satisfiedLevels, scoredByScale, validLevels } from "./scales";

/** How the figures came about: instrument, scales, named measures, rule of the index, sample, intervals, masking. */
export function methodSection(context: ReportContext): Block[] {
  return [
    heading(1, "PHƯƠNG PHÁP"),
    heading(2, "Phiếu khảo sát"),
    paragraph(instrumentText(context)),
    ...scoredByScale(context.results.questionnaire).map(({ scale }) => paragraph(scaleText(scale))),
    heading(2, "Chỉ số và cách tính"),
    list(measureDefinitions(context.results.questionnaire)),
    paragraph(rollUpText(context.results)),
    heading(2, "Cơ sở của mẫu và độ chính xác"),
    paragraph(sampleBasisText(context)),
    paragraph(intervalMethodText(context)),
    heading(2, "Bảo vệ danh tính người trả lời"),
    paragraph(maskingText(context)),
    ...(hasMaskedGroup(context) ? [authorRemark(`[${DIFFERENCING_CAUTION}]`)] : []),
  ];
}

export function instrumentText({ results }: Pick<ReportContext, "results">): string {
  const { questionnaire, version } = results;
  const scored = scoredItems(questionnaire).length;
  return (
    `“${questionnaire.title.vi}”, phiên bản ${version.number}, mã kiểm tra ${shortChecksum(version.checksum)} ` +
    `(${verificationText(version.verification, questionnaire.source)}); ${formatCount(questionnaire.items.length)} câu hỏi, ` +
    `trong đó ${formatCount(scored)} tiêu chí tính chỉ số thuộc ${formatCount(usedFactors(questionnaire))} yếu tố.`
  );
}

function usedFactors(questionnaire: Questionnaire): number {
  return new Set(scoredItems(questionnaire).map(({ factor }) => factor)).size;
}

/** The first twelve hexadecimal digits tell versions apart in print; the files carry all 64. */
export function shortChecksum(checksum: string): string {
  return checksum.slice(0, 12);
}

export function verificationText(
  verification: { by: string; on: string; document: string } | null,
  source: string,
): string {
  if (verification === null) return uncapitalized(uncheckedWording(source));
  const [year, month, day] = verification.on.split("-");
  return `đã đối chiếu bản gốc ngày ${day}/${month}/${year}: ${verification.document}`;
}

function scaleText(scale: Scale): string {
  const levels = validLevels(scale).map(({ value, label }) => `${value} – ${label.vi}`);
  const excluded = excludedLevels(scale).map(({ value, label }) => `${value} – ${label.vi}`);
  const outside = excluded.length > 0 ? ` Ngoài thang đo: ${excluded.join("; ")} (không tính vào mẫu số).` : "";
  return `Thang đo ${levels.length} mức: ${levels.join("; ")}.${outside}`;
}

const RULE_SENTENCES: Readonly<Record<IndexRule, string>> = {
  pooled:
    "tổng số câu trả lời ở mức hài lòng của các tiêu chí thuộc yếu tố, nội dung hoặc toàn phiếu chia cho tổng số câu trả lời hợp lệ của các tiêu chí đó",
  "mean-of-items": "trung bình cộng giá trị của các tiêu chí thuộc yếu tố, nội dung hoặc toàn phiếu",
  "mean-of-factors":
    "yếu tố là trung bình cộng của các tiêu chí; nội dung là trung bình cộng của các yếu tố thuộc nội dung; chỉ số chung là trung bình cộng của tất cả các yếu tố",
  "fixed-weights":
    "yếu tố và nội dung là trung bình cộng của các tiêu chí; chỉ số chung là tổng giá trị của từng nội dung nhân với trọng số",
};

/** The named measures with their formulas in words (statistics, "Measures"). */
export function measureDefinitions(questionnaire: Questionnaire): string[] {
  const definitions: string[] = [];
  for (const { scale } of scoredByScale(questionnaire)) definitions.push(...itemDefinitions(questionnaire, scale));
  if (definitions.length > 0) definitions.push(ruleText(questionnaire), allSatisfiedText(questionnaire));
  if (questionnaire.items.some(isExpectation)) {
    definitions.push(
      "Tỷ lệ đáp ứng so với mong đợi: trung bình cộng của các số người trả lời đã ghi; có thể vượt 100%.",
    );
  }
  if (questionnaire.items.some(isReturn)) {
    definitions.push(
      "Tỷ lệ quay lại: số người chọn phương án được tính là quay lại hoặc giới thiệu chia cho số người trả lời hợp lệ câu hỏi đó.",
    );
  }
  return definitions;
}

function itemDefinitions(questionnaire: Questionnaire, scale: Scale): string[] {
  const excluded = excludedLevels(scale);
  const outside = excluded.length > 0 ? `câu trả lời ${quotedLabels(excluded)} và câu để trống` : "câu để trống";
  const reversed = scoredItems(questionnaire).some((item) => item.reverse)
    ? ` Tiêu chí ${REVERSED_MARK} được đổi ngược mức trước khi tính.`
    : "";
  return [
    `Tỷ lệ hài lòng của một tiêu chí: số câu trả lời ${quotedLabels(satisfiedLevels(scale))} chia cho số câu trả lời hợp lệ; ${outside} không tính vào mẫu số.${reversed}`,
    "Điểm trung bình của một tiêu chí: tổng điểm theo mức của các câu trả lời hợp lệ chia cho số câu trả lời hợp lệ.",
  ];
}

export function ruleText({ index }: Questionnaire): string {
  const weights =
    index.weights === null
      ? ""
      : ` (${Object.entries(index.weights)
          .map(([domain, weight]) => `${domain}: ${formatDecimal(weight, 4)}`)
          .join("; ")})`;
  return `Chỉ số của yếu tố, nội dung và ${OVERALL_RATE_NAME.toLocaleLowerCase("vi")} tính theo quy tắc “${RULE_NAMES[index.rule]}”${weights}: ${RULE_SENTENCES[index.rule]}. Điểm trung bình tính theo cùng quy tắc.`;
}

function allSatisfiedText({ sector }: Questionnaire): string {
  return `${allSatisfiedName(sector)}: số người có mọi câu trả lời hợp lệ của các tiêu chí đều ở mức hài lòng chia cho số người có ít nhất một câu trả lời hợp lệ.`;
}

export function rollUpText({ bySize }: Pick<SurveyResults, "bySize">): string {
  const pooled = `Số liệu của nhóm đơn vị và toàn bộ mẫu tính theo cách “${ROLL_UP_NAME}”: gộp mọi phiếu của các đơn vị trong phạm vi, mỗi phiếu có trọng số như nhau; không lấy bình quân chỉ số của các đơn vị.`;
  if (bySize.rows.length === 0) return pooled;
  return `${pooled} Nơi đã biết quy mô (số giao dịch hoặc số người) của các đơn vị thì con số chính tính “${SIZE_NAME}”: mỗi người trả lời của một đơn vị có trọng số bằng quy mô của đơn vị chia cho số người trả lời (hậu phân tầng theo đơn vị); chỉ gồm các đơn vị được công bố.`;
}

export function sampleBasisText({ results }: Pick<ReportContext, "results">): string {
  const { basis } = results.survey;
  const name = `Cơ sở của mẫu: ${BASIS_NAMES[basis]}.`;
  const meaning = intervalMeaningText({ results });
  if (isProbabilityBasis(basis)) return `${name} ${meaning}`;
  return `${name} Các khoảng 95% trong báo cáo là ${MODEL_INTERVAL_SENTENCE}. ${meaning}`;
}

/** The interval in plain words, for readers who have never met one. */
function intervalMeaningText({ results }: Pick<ReportContext, "results">): string {
  const { basis } = results.survey;
  const given = isProbabilityBasis(basis)
    ? "nếu khảo sát lặp lại nhiều lần theo cùng cách chọn mẫu"
    : "nếu coi người trả lời như được chọn ngẫu nhiên và khảo sát lặp lại nhiều lần";
  return `${capitalized(intervalName(basis))} là khoảng mà ${given} thì chừng 95 trong 100 lần sẽ chứa giá trị thật; khoảng càng hẹp, con số càng chắc chắn.`;
}

export function intervalMethodText({ results }: Pick<ReportContext, "results">): string {
  const name = capitalized(intervalName(results.survey.basis));
  return (
    "Một người trả lời nhiều câu nên người trả lời, không phải câu trả lời, là đơn vị tính sai số; sai số chuẩn của chỉ số là sai số tuyến tính hóa gộp theo người. " +
    `${name} của tỷ lệ tính theo phương pháp Wilson với cỡ mẫu hiệu dụng; của điểm trung bình tính theo phân phối t. ` +
    "Cỡ mẫu (n) là số người có ít nhất một câu trả lời hợp lệ." +
    (results.bySize.narrowed.length > 0
      ? " Nơi đã biết tổng số người thuộc đối tượng, sai số có hiệu chỉnh tổng thể hữu hạn."
      : "")
  );
}

export function maskingText({ results }: Pick<ReportContext, "results">): string {
  const { cell, unit } = results.minimums;
  return (
    `Không công bố kết quả của nhóm người trả lời (theo đơn vị, kênh hoặc đặc điểm) dưới ${formatCount(cell)} người; không công bố chỉ số và kết quả từng câu hỏi của đơn vị dưới ${formatCount(unit)} người trả lời, số người trả lời vẫn ghi nếu từ ${formatCount(cell)} trở lên. ` +
    "Nhóm đủ người cũng không công bố nếu lấy số tổng trừ đi sẽ ra số của nhóm ít người. " +
    "Nơi không công bố đều ghi “không công bố”, không nêu lý do của từng ô; nơi chưa có câu trả lời ghi “Chưa có dữ liệu”. " +
    "Khi kết quả một câu hỏi được công bố, phân bố của câu đó ghi đủ số câu trả lời ở từng mức, kể cả mức ít người chọn."
  );
}

/** What masking leaves to whoever publishes: it looks at these figures alone, not at others given before (docs/method.md). */
export const DIFFERENCING_CAUTION =
  "Đã che bổ sung trong số liệu này; nếu nơi nhận còn có số liệu khác của cùng đợt, cần rà soát trước khi công bố ra ngoài";

export function hasMaskedGroup({ results }: Pick<ReportContext, "results">): boolean {
  return (
    results.measures.some(({ suppressed }) => suppressed !== null) ||
    results.channels.some(({ responses }) => responses === null)
  );
}
