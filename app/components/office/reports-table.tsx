import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { ListedReport } from "~/reports/listed-report";
import type { ReportKind } from "~/snapshots/report-kinds";
import { TableRegion } from "./table-region";

const KINDS: Readonly<Record<ReportKind, Phrase>> = {
  survey: "Báo cáo một đợt khảo sát",
  unit: "Báo cáo một đơn vị",
  task: "Báo cáo tổng hợp theo nhiệm vụ",
  period: "Báo cáo định kỳ",
  comparison: "Báo cáo so với năm trước",
};

/** Reports, the latest changed first. */
export function ReportsTable({ reports }: { reports: readonly ListedReport[] }) {
  const t = useWords();
  if (reports.length === 0) return <p>{t("Chưa có báo cáo nào.")}</p>;
  return (
    <TableRegion label={t("Bảng báo cáo")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Báo cáo")}</th>
            <th scope="col">{t("Loại")}</th>
            <th scope="col">{t("Sửa lần cuối")}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ id, kind, title, planYear, taskNumber, changed }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/reports/${id}`}>
                  {title ?? t("Nhiệm vụ số {n}, năm {year}", { n: taskNumber ?? "", year: planYear ?? "" })}
                </Link>
              </th>
              <td data-label={t("Loại")}>{t(KINDS[kind])}</td>
              <td data-label={t("Sửa lần cuối")}>{changed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
