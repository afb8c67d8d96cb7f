import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import type { SnapshotSummary } from "~/snapshots/snapshot";
import { TableRegion } from "./table-region";

/** Snapshots of a survey, the latest first, each with what identifies it. */
export function SnapshotsTable({ snapshots }: { snapshots: readonly (SnapshotSummary & { taken: string })[] }) {
  const t = useWords();
  if (snapshots.length === 0) {
    return (
      <p>
        {t(
          "Chưa có bản chốt nào. Chốt kết quả ở trang Tổng quan sau khi đóng đợt, hoặc lưu bản tạm tính cho báo cáo định kỳ.",
        )}
      </p>
    );
  }
  return (
    <TableRegion label={t("Bảng bản chốt số liệu")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Bản")}</th>
            <th scope="col">{t("Lúc")}</th>
            <th scope="col">{t("Người làm")}</th>
            <th scope="col" className="number">
              {t("Số phiếu")}
            </th>
            <th scope="col">{t("Mã kiểm tra")}</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map(({ id, kind, number, taken, by, responses, hash, software, reason }) => (
            <tr key={id}>
              <th scope="row">
                {t(kind === "final" ? "Bản chốt số {number}" : "Bản tạm tính số {number}", { number })}
                {reason !== null && <span className="sub">{t("Lý do: {value}", { value: reason })}</span>}
              </th>
              <td data-label={t("Lúc")}>{taken}</td>
              <td data-label={t("Người làm")}>{by ?? t("tự động")}</td>
              <td className="number" data-label={t("Số phiếu")}>
                {formatCount(responses)}
              </td>
              <td data-label={t("Mã kiểm tra")}>
                <code className="checksum">{hash}</code>
                <span className="sub">{t("bản {software}", { software })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
