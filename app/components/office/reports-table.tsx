import { Link } from "@remix-run/react";
import { PERIOD_NAMES, REPORT_KIND_NAMES } from "~/i18n/report-names";
import { useWords } from "~/i18n/use-words";
import type { ListedReport } from "~/reports/listed-report";
import { TableRegion } from "./table-region";

/** Reports, the latest changed first. */
export function ReportsTable({ reports, mayWrite }: { reports: readonly ListedReport[]; mayWrite: boolean }) {
  const t = useWords();
  const name = ({ kind, title, unit, taskNumber, planYear, period }: ListedReport) => {
    if (title !== null) {
      if (kind === "comparison") return t("So với năm trước: {title}", { title });
      return unit === null ? title : `${unit}: ${title}`;
    }
    const values = { n: taskNumber ?? "", year: planYear ?? "" };
    return period === null
      ? t("Nhiệm vụ số {n}, năm {year}", values)
      : t("Nhiệm vụ số {n}, {period} năm {year}", { ...values, period: t(PERIOD_NAMES[period]) });
  };
  if (reports.length === 0) {
    return (
      <p className="empty-state">
        {t(
          mayWrite
            ? "Chưa có báo cáo nào."
            : "Chưa có báo cáo nào xem được. Báo cáo do cán bộ thiết kế của cơ quan thực hiện đợt lập; kết quả của đơn vị bạn có ở trang Kết quả của từng đợt.",
        )}
      </p>
    );
  }
  return (
    <TableRegion label={t("Bảng báo cáo")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Báo cáo")}</th>
            <th scope="col">{t("Loại")}</th>
            <th scope="col">{t("Số, ký hiệu")}</th>
            <th scope="col">{t("Sửa lần cuối")}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <th scope="row">
                <Link to={`/reports/${report.id}`}>{name(report)}</Link>
              </th>
              <td data-label={t("Loại")}>{t(REPORT_KIND_NAMES[report.kind])}</td>
              <td data-label={t("Số, ký hiệu")}>{report.number || t("chưa có số")}</td>
              <td data-label={t("Sửa lần cuối")}>{report.changed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
