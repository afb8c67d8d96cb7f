import { CHANNEL_NAMES } from "~/i18n/names";
import type { Item } from "~/questionnaires/questionnaire-schema";
import type { DataColumn, DataKind, DataTable, StreamedTable } from "../tables/data-table";
import type { AnonymisedRecord, AnonymisedRecords } from "./anonymised-records";
import { type AnswerColumn, answerColumns } from "./record-columns";

/*
 * Forms one below the other in the order in which Bộ Y tế's own site (hailong.chatluongbenhvien.vn) asks them to be keyed in,
 * as far as it is known: head of the form, the patient, then parts A to E, G and H (domain/instruments.md B.2 to B.6). What
 * is not known is left open and said so, never guessed.
 */

const UNCHECKED = "Chưa đối chiếu với trang của Bộ Y tế";
const BY_FORM = "Theo thứ tự và mã của phiếu";

type MohColumn = DataColumn<AnonymisedRecord> & { standing: string };

/** The forms, and a sheet that says of every column where it comes from and what has not been checked. */
export function mohTables(records: AnonymisedRecords, order: Iterable<number>): StreamedTable[] {
  const columns = mohColumns(records);
  return [{ name: "Nhập Bộ Y tế", columns, rows: rowsOf(records, columns, order) }, standingTable(records, columns)];
}

function* rowsOf(records: AnonymisedRecords, columns: readonly MohColumn[], order: Iterable<number>) {
  for (const record of records.read(order)) yield columns.map(({ value }) => value(record));
}

function mohColumns(records: AnonymisedRecords): MohColumn[] {
  const profile = new Set(records.questionnaire.items.filter((item) => item.profile).map(({ code }) => code));
  const answers = answerColumns(records);
  const isProfile = ({ name }: AnswerColumn) => profile.has(name.split(".")[0] ?? name);
  const head = (key: string, title: string, width: number, standing: string, value: MohColumn["value"]): MohColumn => ({
    key,
    title,
    kind: "text",
    width,
    meaning: title,
    value,
    standing,
  });
  const left = "Nền tảng không lưu; người nhập điền tay";
  return [
    head("form", "Mẫu phiếu", 30, `Tên mẫu phiếu. ${UNCHECKED}`, () => records.questionnaire.title.vi),
    head(
      "kind",
      "Kiểu khảo sát",
      30,
      `Ghi kênh thu nhận; mã kiểu khảo sát: ${UNCHECKED.toLowerCase()}`,
      ({ channel }) => (channel === null ? null : CHANNEL_NAMES[channel]),
    ),
    head(
      "hospital_code",
      "Mã bệnh viện",
      16,
      `Mã đơn vị trong nền tảng; danh mục mã: ${UNCHECKED.toLowerCase()}`,
      ({ unit }) => unit.code,
    ),
    head("hospital_name", "Tên bệnh viện", 40, "Tên đơn vị trong nền tảng", ({ unit }) => unit.name),
    head(
      "day",
      "Ngày",
      12,
      "Ngày trả lời; trống khi quá ít phiếu cùng ngày ở đơn vị",
      ({ submittedAt }) => submittedAt,
    ),
    head("interviewer", "Người phỏng vấn / điền phiếu", 18, left, () => null),
    head("respondent", "Người trả lời", 16, left, () => null),
    head("ward", "Khoa / mã khoa", 16, left, () => null),
    ...[...answers.filter(isProfile), ...answers.filter((column) => !isProfile(column))].map((column) =>
      answerColumn(column, records.questionnaire.items),
    ),
  ];
}

function answerColumn({ name, label, values, read }: AnswerColumn, items: readonly Item[]): MohColumn {
  const kind: DataKind = "count";
  const isText = items.every(({ code }) => code !== name);
  const standing = isText ? `Một cột cho mỗi phương án: 1 là chọn. ${UNCHECKED}` : BY_FORM;
  const meaning =
    values.length === 0 ? label : `${label} (${values.map((one) => `${one.value} ${one.label}`).join("; ")})`;
  return { key: name, title: name, kind, width: 8, meaning, value: read, standing };
}

function standingTable({ findings }: AnonymisedRecords, columns: readonly MohColumn[]): DataTable {
  const cells = findings.suppressed.reduce((sum, one) => sum + one.cells, 0);
  const text = (key: string, title: string, width: number) => ({
    ...{ key, title, meaning: title, kind: "text" as const, width },
  });
  return {
    name: "Phương pháp",
    columns: [text("column", "Cột", 18), text("meaning", "Nội dung", 90), text("standing", "Nguồn, đối chiếu", 50)],
    rows: [
      [
        "Cách dùng",
        "Mỗi dòng là một phiếu. Nhập lần lượt từng cột lên trang của Bộ Y tế; giá trị 0 là không sử dụng, không có ý kiến.",
        UNCHECKED,
      ],
      [
        "Ô để trống",
        `Không trả lời, hoặc bỏ đi khi kiểm tra lộ danh tính (${cells} ô). Đơn vị ít phiếu ghi theo cấp trên.`,
        "",
      ],
      ["Không có trong tệp", "Số di động và ý kiến viết (phần H): nền tảng không xuất cùng phiếu.", ""],
      ...columns.map(({ key, title, meaning, standing }) => [title === key ? key : title, meaning, standing]),
    ],
  };
}
