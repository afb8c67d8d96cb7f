import { formatDay } from "~/i18n/dates";
import { SIMULATED_MARK } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { type SnapshotDocument, type SnapshotSummary, snapshotName } from "~/snapshots/snapshot";
import { writeRowsCsv } from "./write-csv";

/** Units of a snapshot that have a report of their own: those the survey is about, in the order of the tree. */
export function reportedUnits({ results }: SnapshotDocument): SnapshotDocument["results"]["units"] {
  return results.units.filter(({ surveyed }) => surveyed);
}

/** The list of an archive's files as CSV: where each unit's report is, and whether its figures are masked. */
export function archiveIndex(document: SnapshotDocument, names: ReadonlyMap<string, string>): string {
  const columns = ["STT", "Mã đơn vị", "Tên đơn vị", "Nơi trực thuộc", "Số phiếu", "Tệp", "Ghi chú"];
  const rows = reportedUnits(document).map(({ key, code, name, place, responses }, index) => {
    const note = responses === null ? "Ít phiếu: số liệu được che" : "";
    return [index + 1, code, name, place, responses, names.get(key) ?? "", note];
  });
  return writeRowsCsv(columns, rows);
}

/** What an archive holds, in words, for whoever gets it without the platform. */
export function archiveReadme(
  document: SnapshotDocument,
  summary: Pick<SnapshotSummary, "number" | "kind" | "hash">,
): string {
  const { results, takenOn, software } = document;
  const { survey, province } = results;
  const count = reportedUnits(document).length;
  const lines = [
    `BÁO CÁO KẾT QUẢ KHẢO SÁT CỦA TỪNG ĐƠN VỊ`,
    ...(survey.simulated ? [`${SIMULATED_MARK}: không phải kết quả khảo sát thật.`] : []),
    "",
    `Đợt khảo sát: ${survey.title}`,
    `Cơ quan thực hiện: ${survey.owner.name}, ${province}`,
    `Số liệu: ${snapshotName(summary)}, ngày ${formatDay(takenOn)}`,
    ...(summary.kind === "final"
      ? []
      : [`Số liệu tạm tính đến ngày ${formatDay(results.asOf)}: chưa phải số liệu chốt.`]),
    `Số báo cáo: ${formatCount(count)}, mỗi đơn vị một tệp, tên tệp gồm mã và tên đơn vị.`,
    "",
    "danh-sach.csv: danh sách đơn vị và tệp, mở bằng Excel.",
    "Đơn vị ít phiếu vẫn có báo cáo, số liệu được che để không lộ câu trả lời của từng người.",
    "Phần nhận xét, kiến nghị trong báo cáo để cơ quan soạn thảo ghi.",
    `Lập bằng Hài Lòng, phiên bản ${software}. Lập lại từ cùng số liệu thì tệp giống hệt.`,
  ];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
