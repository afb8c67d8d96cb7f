import { BASIS_NAMES, KIND_NAMES, MODEL_INTERVAL_SENTENCE } from "~/i18n/names";
import { formatCount, formatDecimal, formatShare } from "~/i18n/numbers";
import { stratifiedMargin } from "~/statistics/sample-size";
import { reckonTarget, whatTargetGives } from "~/surveys/reckon-target";
import type { SamplingPlan } from "~/surveys/sampling-plan";
import { isProbabilityBasis, type SampleBasis } from "~/surveys/survey";
import { UNIT_KINDS, type UnitKind } from "~/units/unit-kinds";
import { annexReference } from "../letterhead";
import type { PlanInput, PlanUnit } from "../plan-content";
import {
  type Annex,
  authorRemark,
  type Block,
  cells,
  paragraph,
  type ReportColumn,
  type ReportRow,
  table,
} from "../report-document";

export const UNIT_ANNEX = "Phụ lục I";

/** Units by kind, in the order of the kinds. */
export function groupsOf(units: readonly PlanUnit[]): { kind: UnitKind; units: PlanUnit[] }[] {
  return UNIT_KINDS.map((kind) => ({ kind, units: units.filter((unit) => unit.kind === kind) })).filter(
    (group) => group.units.length > 0,
  );
}

/** Basis of the sample, formula and sizes by group of units, or that no sizes are set. */
export function sampleBlocks(input: PlanInput): Block[] {
  const { survey, units, sampling } = input;
  const basis = paragraph(`Cơ sở của mẫu: ${BASIS_NAMES[survey.basis]}. ${BASIS_MEANINGS[survey.basis]}`);
  if (units.every(({ target }) => target === null)) {
    const without =
      survey.basis === "voluntary"
        ? paragraph("Không giao chỉ tiêu số phiếu; mọi phiếu hợp lệ nhận được trong thời gian thu phiếu đều được tính.")
        : authorRemark("[Chưa đặt cỡ mẫu: cơ quan soạn thảo tính ở trang Đơn vị và cỡ mẫu]");
    return [basis, without];
  }
  const formula = sampling === null ? [] : [paragraph(formulaText(sampling))];
  return [basis, ...formula, ...handText(input), sizesTable(input)];
}

const BASIS_MEANINGS: Readonly<Record<SampleBasis, string>> = {
  probability:
    "Người trả lời được chọn ngẫu nhiên từ danh sách nên kết quả suy rộng được cho tổng thể với sai số nêu dưới đây.",
  census: "Hỏi tất cả mọi người thuộc đối tượng.",
  quota:
    "Cỡ mẫu là chỉ tiêu số phiếu; người trả lời không được chọn ngẫu nhiên nên kết quả không đại diện cho mọi người sử dụng dịch vụ.",
  voluntary:
    "Cỡ mẫu là chỉ tiêu phấn đấu; người trả lời tự chọn tham gia nên kết quả không đại diện cho mọi người sử dụng dịch vụ.",
};

/** The formula in words, with its numbers, so that a reader can reckon every row again. */
function formulaText({ formula, margin, proportion, designEffect, responseRate, fixed }: SamplingPlan): string {
  const percent = (share: number) => formatShare(share, decimalsOf(share));
  const effect = designEffect === 1 ? "" : `, nhân với hệ số thiết kế ${formatDecimal(designEffect, 2)}`;
  const rounding = "Số phiếu làm tròn lên và không vượt quá N.";
  const asked =
    responseRate === 1
      ? ""
      : ` Tỷ lệ trả lời dự kiến ${percent(responseRate)}: số người cần mời bằng n chia cho tỷ lệ đó.`;
  switch (formula) {
    case "slovin":
      return `Cỡ mẫu của mỗi đơn vị tính theo công thức n = N/(1 + N × e²), trong đó N là số giao dịch (lượt khám, học sinh) của kỳ khảo sát, e = ${percent(margin)} là sai số${effect}. ${rounding}${asked}`;
    case "cochran":
      return `Cỡ mẫu của mỗi đơn vị tính theo công thức Cochran có hiệu chỉnh theo N: n = n₀/(1 + (n₀ − 1)/N), n₀ = z² × p × (1 − p)/e², với độ tin cậy 95% (z = 1,96), tỷ lệ dự kiến p = ${percent(proportion)}, sai số e = ${percent(margin)}${effect}; đơn vị chưa biết N lấy n = n₀. ${rounding}${asked}`;
    case "fixed":
      return `Mỗi đơn vị thu ${formatCount(fixed ?? 0)} phiếu, không vượt quá N.${asked}`;
  }
}

/** Two decimals at most, none where there is none. */
function decimalsOf(share: number): number {
  const percent = Number(`${share}e2`);
  return Number.isInteger(percent) ? 0 : Number.isInteger(Number(`${share}e3`)) ? 1 : 2;
}

/** Says when targets were set by hand, so that nobody looks for the formula behind them. */
function handText({ sampling, units }: PlanInput): Block[] {
  if (sampling === null) return [];
  const byHand = units.filter(
    ({ target, population }) => target !== null && target !== reckonTarget(sampling, population),
  );
  if (byHand.length === 0) return [];
  return [
    paragraph(
      `Cỡ mẫu của ${formatCount(byHand.length)} đơn vị do cơ quan thực hiện ấn định, không theo công thức trên.`,
    ),
  ];
}

interface Sizes {
  known: boolean;
  population: number;
  target: number;
  toAsk: number;
  margin: number | null;
}

function sizesOf(units: readonly PlanUnit[], sampling: SamplingPlan | null): Sizes {
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const known = units.every(({ population }) => population !== null);
  const strata = units.map(({ population, target }) => ({ population: population ?? 0, size: target ?? 0 }));
  const [only] = units;
  return {
    known,
    population: sum(units.map(({ population }) => population)),
    target: sum(units.map(({ target }) => target)),
    toAsk: sum(units.map((unit) => whatTargetGives(sampling, unit)?.toAsk ?? null)),
    margin:
      units.length === 1 && only
        ? (whatTargetGives(sampling, only)?.margin ?? null)
        : known
          ? stratifiedMargin(strata, sampling ?? {})
          : null,
  };
}

/** Columns that a table of sizes has in the body and in the annex. */
function sizeColumns(
  { survey, sampling }: PlanInput,
  widths: { number: number },
): (ReportColumn & { title: string })[] {
  const number = (title: string) => ({ title, kind: "number" as const, width: widths.number });
  const margin = isProbabilityBasis(survey.basis) ? "Sai số (±, điểm %)" : "Sai số theo mô hình (±, điểm %)";
  const asked = sampling !== null && sampling.responseRate < 1 ? [number("Số người cần mời")] : [];
  return [number("Tổng thể (N)"), number("Cỡ mẫu (n)"), ...asked, number(margin)];
}

function sizeTexts(
  { sampling }: PlanInput,
  { known, population, target, toAsk, margin }: Sizes,
  hasTarget = true,
): string[] {
  const asked = sampling !== null && sampling.responseRate < 1 ? [hasTarget ? formatCount(toAsk) : "–"] : [];
  return [
    known ? formatCount(population) : "–",
    hasTarget ? formatCount(target) : "–",
    ...asked,
    margin === null ? "–" : formatDecimal(margin * 100, 1),
  ];
}

function notes(input: PlanInput): string[] {
  const { survey, units, sampling } = input;
  const unknown = units.filter(({ population }) => population === null).length;
  const together = units.length > 1 ? "; của nhóm và của tổng tính khi gộp theo quy mô N" : "";
  const proportion = sampling?.proportion ?? 0.5;
  const around = `của một tỷ lệ quanh ${formatShare(proportion, decimalsOf(proportion))}, có hiệu chỉnh theo N`;
  return [
    isProbabilityBasis(survey.basis)
      ? `Sai số là nửa độ rộng khoảng tin cậy 95% ${around}${together}.`
      : `Sai số là nửa độ rộng (${around}) của ${MODEL_INTERVAL_SENTENCE}${together}.`,
    ...(unknown > 0 ? [`${formatCount(unknown)} đơn vị chưa có N (ghi “–”).`] : []),
  ];
}

function sizesTable(input: PlanInput): Block {
  const groups = groupsOf(input.units);
  const sizes = (units: readonly PlanUnit[]) => sizeTexts(input, sizesOf(units, input.sampling));
  const [only] = input.units;
  if (input.units.length === 1 && only) {
    return table({
      caption: "Cỡ mẫu",
      columns: [{ title: "Đơn vị", kind: "text", width: 70 }, ...sizeColumns(input, { number: 28 })],
      rows: [{ cells: cells(only.name, ...sizes(input.units)) }],
      notes: notes(input),
    });
  }
  const row = (name: string, units: readonly PlanUnit[], strong = false): ReportRow => ({
    cells: cells(name, formatCount(units.length), ...sizes(units)),
    strong,
  });
  return table({
    caption: "Cỡ mẫu theo nhóm đơn vị",
    columns: [
      { title: "Nhóm đơn vị", kind: "text", width: 58 },
      { title: "Số đơn vị", kind: "number", width: 20 },
      ...sizeColumns(input, { number: 28 }),
    ],
    rows: [
      ...groups.map(({ kind, units }) => row(KIND_NAMES[kind], units)),
      ...(groups.length > 1 ? [row("Tổng", input.units, true)] : []),
    ],
    notes: notes(input),
  });
}

/** Every unit with its population, size and margin. */
export function unitAnnex(input: PlanInput): Annex {
  const { units, sampling, issuedBy, today } = input;
  const { number } = input.document;
  const reference = annexReference(issuedBy, today, "KH");
  const rows = units.map((unit, index) => ({
    cells: cells(
      String(index + 1),
      unit.code,
      unit.name,
      ...sizeTexts(input, sizesOf([unit], sampling), unit.target !== null),
    ),
  }));
  const total = {
    cells: [{ text: "Tổng", span: 3 }, ...cells(...sizeTexts(input, sizesOf(units, sampling)))],
    strong: true,
  };
  return {
    label: UNIT_ANNEX,
    title: "Danh sách đơn vị và cỡ mẫu",
    reference: number === "" ? reference : reference.replace(/số ……\/KH-\S+/u, `số ${number}`),
    portrait: true,
    body: [
      table({
        caption: "Cỡ mẫu của từng đơn vị",
        columns: [
          { title: "TT", kind: "code", width: 11 },
          { title: "Mã đơn vị", kind: "code", width: 22 },
          { title: "Đơn vị", kind: "text", width: 64 },
          ...sizeColumns(input, { number: 24 }),
        ],
        rows: [...rows, total],
        notes: notes(input),
      }),
    ],
  };
}
