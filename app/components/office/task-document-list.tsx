import { Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { BoardTask } from "~/reports/task-board";
import { TableRegion } from "./table-region";

/** The documents of a task with the way to correct each. */
export function TaskDocumentList({ documents, address }: { documents: BoardTask["documents"]; address: string }) {
  const t = useWords();
  if (documents.length === 0) return <p className="empty-state">{t("Chưa ghi văn bản nào của nhiệm vụ.")}</p>;
  return (
    <TableRegion label={t("Bảng văn bản đã ban hành")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Số, ký hiệu")}</th>
            <th scope="col">{t("Ngày ban hành")}</th>
            <th scope="col">{t("Sản phẩm")}</th>
            <th scope="col">{t("Người ghi")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {documents.map(({ id, product, number, issuedOn, note, by }) => (
            <tr key={id}>
              <th scope="row">
                {number}
                {note !== "" && <span className="sub">{note}</span>}
              </th>
              <td data-label={t("Ngày ban hành")}>{formatDay(issuedOn)}</td>
              <td data-label={t("Sản phẩm")}>{product}</td>
              <td data-label={t("Người ghi")}>{by ?? "–"}</td>
              <td>
                <Link to={`${address}?edit=${id}`} aria-label={t("Sửa hoặc xóa văn bản số {number}", { number })}>
                  {t("Sửa, xóa")}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
