import { RESERVED_COLUMNS } from "./cross-check";
import { CODE_RULE, codeProblems, type ProblemReport, valueProblems } from "./draft-checks";
import type { DraftDocument, DraftItem, DraftScale } from "./draft-document";
import { isBlank } from "./draft-file";
import { itemNames, nameOfItem } from "./item-numbers";

/** What is wrong with the items of a draft, in their order. */
export function itemProblems(document: DraftDocument, report: ProblemReport): void {
  const { items } = document;
  const names = itemNames(items);
  if (items.length === 0) report.error("$.items", "Phiếu chưa có câu hỏi nào: thêm ít nhất một câu");
  codeProblems(
    items,
    "items",
    {
      absent: (position) => `Câu ${names[position]} chưa có mã: đặt một mã ngắn, ví dụ A1`,
      double: (code) => `Hai câu hỏi cùng mã «${code}»: đổi một mã`,
      wrong: (code) => `Mã câu hỏi «${code}» không dùng được: ${CODE_RULE}`,
    },
    report,
    (code) => code,
  );
  const reach: Reach = { earlier: new Map(), unreachable: new Set() };
  items.forEach((item, position) => {
    const path = `$.items[${position}]`;
    const code = item.code || null;
    const name = names[position] ?? "";
    if (RESERVED_COLUMNS.has(item.code))
      report.error(`${path}.code`, `Mã «${item.code}» dành cho tệp số liệu: đặt mã khác cho câu này`, code);
    report.text(
      `${path}.text`,
      item.text,
      `Lời hỏi của câu ${name}`,
      `Câu ${name} chưa có lời hỏi: nhập tiếng Việt`,
      code,
    );
    if (item.hint && !isBlank(item.hint))
      report.text(
        `${path}.hint`,
        item.hint,
        `Gợi ý của câu ${name}`,
        `Gợi ý của câu ${name} mới có tiếng Anh: nhập thêm tiếng Việt`,
        code,
      );
    if (item.type === "scale") scaleItemProblems(document, item, path, name, report);
    if (item.type === "single" || item.type === "multiple") {
      const options = item.options ?? [];
      if (options.length === 0)
        report.error(`${path}.options`, `Câu ${name} chưa có lựa chọn nào: thêm ít nhất một`, code);
      valueProblems(options, `${path}.options`, `câu ${name}`, code, report);
    }
    if (item.type === "number") numberProblems(item, path, name, report);
    if (
      item.type === "text" &&
      item.max_length != null &&
      !(Number.isSafeInteger(item.max_length) && item.max_length >= 1)
    )
      report.error(`${path}.max_length`, `Số ký tự tối đa của câu ${name} phải là số nguyên từ 1 trở lên`, code);
    routingProblems(document, item, path, name, reach, report);
    reach.earlier.set(item.code, item);
  });
}

function scaleItemProblems(
  { scales, factors, index }: DraftDocument,
  item: DraftItem,
  path: string,
  name: string,
  { error, warning }: ProblemReport,
): void {
  const code = item.code || null;
  const scale = scales.find((candidate) => candidate.code === item.scale && candidate.code !== "");
  if (!scale) error(`${path}.scale`, `Câu ${name} chưa có thang đo: chọn một thang đo của phiếu`, code);
  if (scale && item.reverse && !isSymmetric(scale))
    error(
      `${path}.reverse`,
      `Câu ${name} không đảo chiều được vì các mức của thang đo không cách đều: bỏ dấu đảo chiều`,
      code,
    );
  const satisfied = scale?.levels.some((level) => level.satisfied) ?? false;
  if (!item.factor) {
    if (satisfied && factors.length > 0)
      warning(
        `${path}.factor`,
        `Câu ${name} hỏi mức hài lòng mà chưa thuộc yếu tố nào: chọn yếu tố, nếu không câu này không vào chỉ số`,
        code,
      );
    return;
  }
  const factor = factors.find((candidate) => candidate.code === item.factor);
  if (!factor)
    error(`${path}.factor`, `Câu ${name} thuộc yếu tố «${item.factor}» không có trong phiếu: chọn lại yếu tố`, code);
  if (scale && !satisfied)
    error(
      `${path}.scale`,
      `Câu ${name} tính vào chỉ số mà thang đo chưa có mức nào là hài lòng: đánh dấu mức hài lòng`,
      code,
    );
  if (index.rule === "fixed-weights" && index.weights && !factor?.domain)
    error(
      `${path}.factor`,
      `Câu ${name} thuộc yếu tố chưa nằm trong nội dung nào: cách tính theo trọng số cần nội dung`,
      code,
    );
}

/** Whether mirroring over the lowest and highest level that counts gives levels of the scale again. */
function isSymmetric({ levels }: DraftScale): boolean {
  const counted = levels.filter(({ excluded }) => !excluded).map(({ value }) => value ?? Number.NaN);
  const ends = Math.min(...counted) + Math.max(...counted);
  return counted.every((value) => counted.includes(ends - value));
}

function numberProblems({ code, min, max }: DraftItem, path: string, name: string, { error }: ProblemReport): void {
  if (min != null && max != null && min > max)
    error(`${path}.min`, `Câu ${name} có giá trị nhỏ nhất lớn hơn giá trị lớn nhất: sửa một trong hai`, code || null);
}

interface Reach {
  /** Items before this one, by code. */
  earlier: Map<string, DraftItem>;
  /** Codes of items that nobody will ever be asked. */
  unreachable: Set<string>;
}

/** Conditions that can never hold: then the item is never asked, nor what depends on it. */
function routingProblems(
  document: DraftDocument,
  item: DraftItem,
  path: string,
  name: string,
  reach: Reach,
  report: ProblemReport,
): void {
  const condition = item.show_if;
  if (!condition) return;
  const code = item.code || null;
  const dead = deadCondition(document, condition, name, reach);
  if (dead) {
    report.error(`${path}.show_if${dead.at}`, dead.message, code);
    reach.unreachable.add(item.code);
    return;
  }
  const known = new Set(choicesOf(document, reach.earlier.get(condition.item))?.map(({ value }) => value));
  condition.in.forEach((value, at) => {
    if (known.has(value)) return;
    const message = `Điều kiện của câu ${name} nhắc giá trị ${value} mà câu ${nameOfItem(document.items, condition.item)} không có: bỏ giá trị ấy`;
    report.error(`${path}.show_if.in[${at}]`, message, code);
  });
  if (condition.in.every((value) => !known.has(value))) reach.unreachable.add(item.code);
}

/** Why a condition can never hold, whatever its values, and where; null: it may. */
function deadCondition(
  document: DraftDocument,
  { item: source, in: wanted }: NonNullable<DraftItem["show_if"]>,
  name: string,
  { earlier, unreachable }: Reach,
): { at: string; message: string } | null {
  const at = ".item";
  if (source === "")
    return { at, message: `Câu ${name} có điều kiện hiện mà chưa chọn câu hỏi: chọn một câu đứng trước` };
  const sourceName = nameOfItem(document.items, source);
  const never = `Câu ${name} sẽ không bao giờ hiện`;
  if (!earlier.has(source)) {
    const stands = document.items.some(({ code }) => code === source);
    const message = stands
      ? `${never} vì điều kiện của nó hỏi ở câu ${sourceName} không đứng trước: chuyển câu ấy lên trước hoặc chọn câu khác`
      : `${never} vì không có câu ${sourceName} mà điều kiện nhắc tới: chọn câu khác`;
    return { at, message };
  }
  if (!choicesOf(document, earlier.get(source)))
    return { at, message: `Câu ${name} hiện theo câu ${sourceName} không có lựa chọn để so: chọn câu có lựa chọn sẵn` };
  if (wanted.length === 0)
    return { at: ".in", message: `${never} vì chưa chọn câu trả lời nào ở câu ${sourceName}: chọn ít nhất một` };
  if (unreachable.has(source))
    return {
      at: "",
      message: `Câu ${name} chỉ hiện theo câu ${sourceName} mà câu ấy không bao giờ hiện: sửa câu ấy trước`,
    };
  return null;
}

function choicesOf({ scales }: DraftDocument, item: DraftItem | undefined) {
  if (item?.type === "scale") return scales.find(({ code }) => code === item.scale)?.levels;
  return item?.type === "single" || item?.type === "multiple" ? (item.options ?? []) : undefined;
}
