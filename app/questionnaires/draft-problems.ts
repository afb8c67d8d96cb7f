import {
  CODE_RULE,
  codeProblems,
  type DraftProblem,
  type ProblemReport,
  type ReportProblem,
  valueProblems,
} from "./draft-checks";
import type { DraftDocument, DraftText } from "./draft-document";
import { isBlank } from "./draft-file";
import { itemProblems } from "./draft-item-problems";

export type { DraftProblem } from "./draft-checks";

/**
 * What stands between a draft and a publishable form, in an officer's words and in the order of the document: every rule
 * of the contract file (there is an error exactly where `parseQuestionnaire` refuses), and what is allowed but unwise.
 */
export function draftProblems(document: DraftDocument): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const bilingual = hasEnglish(document);
  const add =
    (severity: DraftProblem["severity"]): ReportProblem =>
    (path, message, item = null) =>
      problems.push({ severity, path, item, message });
  const error = add("error");
  const warning = add("warning");
  const report: ProblemReport = {
    error,
    warning,
    text: (path, text, place, absent, item = null) => {
      if (isBlank(text)) problems.push({ severity: "error", path: `${path}.vi`, item, message: absent, missing: true });
      else if (text.vi.trim() === "") error(`${path}.vi`, absent, item);
      else if (bilingual && (text.en ?? "").trim() === "")
        warning(`${path}.en`, `${place} chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt`, item);
    },
  };
  headProblems(document, report);
  scaleProblems(document, report);
  partProblems(document, report);
  itemProblems(document, report);
  weightProblems(document, report);
  return problems;
}

/** Whether a draft may be published. */
export function isPublishable(problems: readonly DraftProblem[]): boolean {
  return problems.every(({ severity }) => severity !== "error");
}

function headProblems(document: DraftDocument, { error, text }: ProblemReport): void {
  if (document.code.trim() === "") error("$.code", "Mẫu phiếu chưa có mã: đặt một mã ngắn, ví dụ phieu-tiep-dan");
  if (document.code.trim().length > 200) error("$.code", "Mã mẫu phiếu dài quá 200 ký tự");
  text("$.title", document.title, "Tên phiếu", "Mẫu phiếu chưa có tên: nhập tên tiếng Việt");
  if (document.source.trim() === "")
    error("$.source", "Chưa ghi nguồn: cho biết mẫu phiếu theo văn bản nào hay do cơ quan nào soạn");
  if (document.intro && !isBlank(document.intro))
    text("$.intro", document.intro, "Lời giới thiệu", "Lời giới thiệu mới có tiếng Anh: nhập thêm tiếng Việt");
}

function scaleProblems({ scales }: DraftDocument, report: ProblemReport): void {
  codeProblems(
    scales,
    "scales",
    {
      absent: "Thang đo chưa có mã: đặt một mã ngắn",
      double: (code) => `Hai thang đo cùng mã «${code}»: đổi một mã`,
      wrong: (code) => `Mã thang đo «${code}» không dùng được: ${CODE_RULE}`,
    },
    report,
  );
  scales.forEach(({ code, levels }, position) => {
    const path = `$.scales[${position}].levels`;
    const counted = levels.filter(({ excluded }) => !excluded).length;
    if (counted < 2 || counted > 11)
      report.error(path, `Thang đo «${code}» có ${counted} mức được tính: cần từ 2 đến 11 mức`);
    valueProblems(levels, path, `thang đo «${code}»`, null, report);
    levels.forEach((level, at) => {
      if (level.satisfied && level.excluded)
        report.error(`${path}[${at}]`, `Một mức của thang đo «${code}» vừa hài lòng vừa không tính: bỏ một dấu`);
    });
  });
}

/** Domains and factors. */
function partProblems({ domains, factors, index }: DraftDocument, report: ProblemReport): void {
  codeProblems(
    domains,
    "domains",
    {
      absent: "Nội dung chưa có mã: đặt một mã ngắn",
      double: (code) => `Hai nội dung cùng mã «${code}»: đổi một mã`,
      wrong: (code) => `Mã nội dung «${code}» không dùng được: ${CODE_RULE}`,
    },
    report,
  );
  codeProblems(
    factors,
    "factors",
    {
      absent: "Yếu tố chưa có mã: đặt một mã ngắn",
      double: (code) => `Hai yếu tố cùng mã «${code}»: đổi một mã`,
      wrong: (code) => `Mã yếu tố «${code}» không dùng được: ${CODE_RULE}`,
    },
    report,
  );
  for (const [kind, name, parts] of [
    ["domains", "Nội dung", domains],
    ["factors", "Yếu tố", factors],
  ] as const) {
    parts.forEach(({ code, title }, position) => {
      const path = `$.${kind}[${position}].title`;
      if (!title || isBlank(title))
        report.warning(path, `${name} «${code}» chưa có tên: báo cáo sẽ ghi mã thay cho tên`);
      else
        report.text(
          path,
          title,
          `Tên ${name.toLocaleLowerCase("vi")} «${code}»`,
          `${name} «${code}» mới có tên tiếng Anh: nhập thêm tên tiếng Việt`,
        );
    });
  }
  const known = new Set(domains.map(({ code }) => code));
  factors.forEach(({ code, domain }, position) => {
    const path = `$.factors[${position}].domain`;
    if (domain && !known.has(domain))
      report.error(path, `Yếu tố «${code}» thuộc nội dung «${domain}» không có trong phiếu: chọn lại nội dung`);
    // Under fixed weights this is an error of the items that the factor scores.
    else if (!domain && domains.length > 0 && index.rule !== "fixed-weights")
      report.warning(path, `Yếu tố «${code}» chưa thuộc nội dung nào: chọn nội dung để tính chỉ số theo nội dung`);
  });
}

function weightProblems({ index, domains }: DraftDocument, { error }: ProblemReport): void {
  const weights = index.weights ?? {};
  for (const [domain, weight] of Object.entries(weights)) {
    if (weight === null || !Number.isFinite(weight) || weight < 0)
      error(`$.index.weights.${domain}`, `Trọng số của nội dung «${domain}» phải là số từ 0 trở lên`);
  }
  if (index.rule !== "fixed-weights") return;
  const known = new Set(domains.map(({ code }) => code));
  if (!index.weights) {
    error("$.index.weights", "Cách tính theo trọng số cần một trọng số cho mỗi nội dung");
    return;
  }
  for (const domain of known) {
    if (!Object.hasOwn(weights, domain)) error("$.index.weights", `Nội dung «${domain}» chưa có trọng số: nhập một số`);
  }
  for (const domain of Object.keys(weights)) {
    if (!known.has(domain))
      error(`$.index.weights.${domain}`, `Có trọng số cho nội dung «${domain}» không có trong phiếu: bỏ trọng số này`);
  }
  const sum = Object.values(weights).reduce<number>((total, weight) => total + (weight ?? 0), 0);
  if (Math.abs(sum - 1) > 1e-9 + 1e-12)
    error("$.index.weights", `Các trọng số cộng lại bằng ${shortNumber(sum)}: sửa để tổng bằng 1`);
}

function shortNumber(value: number): string {
  return String(Number(value.toFixed(10))).replace(".", ",");
}

/**
 * Whether anything of the form's own words is in English: then what is not is told text by text. Levels and options do
 * not count, since ready-made scales bring their English along.
 */
export function hasEnglish(document: DraftDocument): boolean {
  const texts: (DraftText | undefined)[] = [
    document.title,
    document.intro,
    ...document.domains.map(({ title }) => title),
    ...document.factors.map(({ title }) => title),
    ...document.items.flatMap(({ text, hint }) => [text, hint]),
  ];
  return texts.some((text) => (text?.en ?? "").trim() !== "");
}
