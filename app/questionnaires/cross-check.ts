import type { z } from "zod";
import type { Sector } from "./questionnaire-schema";

/** The shape that the field checks of the schema have already established when the rules between fields are checked. */
interface Document {
  sector: Sector;
  scales: { code: string; levels: { value: number; satisfied: boolean; excluded: boolean }[] }[];
  domains: { code: string }[];
  factors: { code: string; domain?: string | undefined }[];
  items: DocumentItem[];
  index: { rule: string; weights: Record<string, number> | null };
}

interface DocumentItem {
  code: string;
  type: string;
  scale?: string;
  factor?: string | undefined;
  reverse?: boolean;
  min?: number | undefined;
  max?: number | undefined;
  options?: { value: number }[];
  show_if?: { item: string; in: number[] } | undefined;
}

type Report = (path: (string | number)[], message: string) => void;

/** Column names of the responses file; an item may not take one, or its column would be ambiguous. */
export const RESERVED_COLUMNS: ReadonlySet<string> = new Set([
  "response_id",
  "unit_code",
  "unit_id",
  "channel",
  "submitted_at",
  "started_at",
  "weight",
  "stratum",
  "cluster",
  "population",
]);

/**
 * The rules of contracts section 1 that span fields: codes unique in their kind, references that exist, scales of 2 to
 * 11 non-excluded levels, a satisfied level where an item is scored, routing that looks back, weights that sum to 1.
 */
export function crossCheck(document: Document, context: z.RefinementCtx): void {
  const report: Report = (path, message) => context.addIssue({ code: "custom", path, message });
  reportRepeats(document.scales, "scales", "code", report);
  reportRepeats(document.domains, "domains", "code", report);
  reportRepeats(document.factors, "factors", "code", report);
  reportRepeats(document.items, "items", "code", report);
  checkScales(document, report);
  checkFactors(document, report);
  checkItems(document, report);
  checkWeights(document, report);
}

function reportRepeats<K extends string>(
  entries: readonly Record<K, string | number>[],
  path: string,
  key: K,
  report: Report,
  prefix: (string | number)[] = [],
): void {
  const seen = new Set<string | number>();
  entries.forEach((entry, position) => {
    if (seen.has(entry[key])) report([...prefix, path, position, key], `«${entry[key]}» bị lặp lại`);
    seen.add(entry[key]);
  });
}

function checkScales({ scales }: Document, report: Report): void {
  scales.forEach(({ levels }, position) => {
    reportRepeats(levels, "levels", "value", report, ["scales", position]);
    const counted = levels.filter((level) => !level.excluded).length;
    if (counted < 2 || counted > 11)
      report(["scales", position, "levels"], "thang đo phải có từ 2 đến 11 mức được tính");
    levels.forEach((level, index) => {
      if (level.excluded && level.satisfied)
        report(["scales", position, "levels", index], "một mức không thể vừa hài lòng vừa bị loại trừ");
    });
  });
}

function checkFactors({ factors, domains }: Document, report: Report): void {
  const known = new Set(domains.map((domain) => domain.code));
  factors.forEach((factor, position) => {
    if (factor.domain !== undefined && !known.has(factor.domain))
      report(["factors", position, "domain"], `không có nội dung «${factor.domain}»`);
  });
}

function checkItems(document: Document, report: Report): void {
  const factors = new Set(document.factors.map((factor) => factor.code));
  const earlier = new Map<string, DocumentItem>();
  document.items.forEach((item, position) => {
    const at = (...rest: (string | number)[]) => ["items", position, ...rest];
    if (RESERVED_COLUMNS.has(item.code)) report(at("code"), `«${item.code}» là tên cột dành riêng của tệp trả lời`);
    if (item.type === "scale") checkScaleItem(document, item, factors, at, report);
    if (item.options) reportRepeats(item.options, "options", "value", report, ["items", position]);
    if (item.min !== undefined && item.max !== undefined && item.min > item.max)
      report(at("min"), "giá trị nhỏ nhất lớn hơn giá trị lớn nhất");
    if (item.show_if) checkRouting(document, item.show_if, earlier, at, report);
    earlier.set(item.code, item);
  });
}

function checkScaleItem(
  document: Document,
  item: DocumentItem,
  factors: ReadonlySet<string>,
  at: (...rest: (string | number)[]) => (string | number)[],
  report: Report,
): void {
  const scale = document.scales.find((candidate) => candidate.code === item.scale);
  if (!scale) report(at("scale"), `không có thang đo «${item.scale}»`);
  if (scale && item.reverse && !isSymmetric(scale.levels))
    report(at("reverse"), "thang đo không đều: lật các mức sẽ ra giá trị không có trong thang");
  if (item.factor === undefined) return;
  if (!factors.has(item.factor)) report(at("factor"), `không có yếu tố «${item.factor}»`);
  if (scale && !scale.levels.some((level) => level.satisfied))
    report(at("scale"), "thang đo của tiêu chí phải có ít nhất một mức được coi là hài lòng");
}

/** Whether mirroring over the lowest and highest level that counts gives levels of the scale again. */
function isSymmetric(levels: Document["scales"][number]["levels"]): boolean {
  const counted = levels.filter((level) => !level.excluded).map((level) => level.value);
  const ends = Math.min(...counted) + Math.max(...counted);
  return counted.every((value) => counted.includes(ends - value));
}

function checkRouting(
  document: Document,
  condition: { item: string; in: number[] },
  earlier: ReadonlyMap<string, DocumentItem>,
  at: (...rest: (string | number)[]) => (string | number)[],
  report: Report,
): void {
  const source = earlier.get(condition.item);
  if (!source) {
    report(at("show_if", "item"), `«${condition.item}» không phải là câu hỏi đứng trước`);
    return;
  }
  const values = source.options ?? document.scales.find((scale) => scale.code === source.scale)?.levels;
  if (!values) {
    report(at("show_if", "item"), `«${condition.item}» không phải câu hỏi có lựa chọn`);
    return;
  }
  const known = new Set(values.map((entry) => entry.value));
  condition.in.forEach((value, index) => {
    if (!known.has(value)) report(at("show_if", "in", index), `«${condition.item}» không có giá trị ${value}`);
  });
}

function checkWeights({ index, domains, factors, items }: Document, report: Report): void {
  // Weights that another rule does not use may stand in the file.
  if (index.rule !== "fixed-weights") return;
  if (!index.weights) {
    report(["index", "weights"], "quy tắc fixed-weights cần trọng số của từng nội dung");
    return;
  }
  const known = new Set(domains.map((domain) => domain.code));
  for (const domain of known) {
    if (!Object.hasOwn(index.weights, domain)) report(["index", "weights"], `thiếu trọng số của nội dung «${domain}»`);
  }
  for (const domain of Object.keys(index.weights)) {
    if (!known.has(domain)) report(["index", "weights", domain], `không có nội dung «${domain}»`);
  }
  const sum = Object.values(index.weights).reduce((total, weight) => total + weight, 0);
  // A little more than 1e-9, since the sum itself is rounded.
  if (Math.abs(sum - 1) > 1e-9 + 1e-12) report(["index", "weights"], `tổng trọng số là ${sum}, phải bằng 1`);
  const withDomain = new Map(factors.map((factor) => [factor.code, factor.domain]));
  items.forEach((item, position) => {
    if (item.type === "scale" && item.factor !== undefined && withDomain.get(item.factor) === undefined)
      report(["items", position, "factor"], "với fixed-weights, yếu tố của tiêu chí phải thuộc một nội dung");
  });
}
