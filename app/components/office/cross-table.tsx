import { useMemo } from "react";
import { BarChart } from "~/components/bar-chart";
import { useWords } from "~/i18n/use-words";
import type { CrossRow } from "~/indices/cross-table";
import { stateOf } from "~/indices/figures";
import type { SampleBasis } from "~/surveys/survey";
import { FigureCells, FigureHeadings, INDEX_COLUMNS } from "./figure-columns";
import { MarkNotes } from "./mark-notes";
import { rateBars } from "./rate-bars";
import { TableRegion } from "./table-region";

const COLUMNS = [...INDEX_COLUMNS, "mean-interval"] as const;

/** The overall index or an item by an answer about the respondent. */
export function CrossTable({
  title,
  by,
  basis,
  rows,
}: {
  title: string;
  by: string;
  basis: SampleBasis;
  rows: readonly CrossRow[];
}) {
  const t = useWords();
  const nobody = t("Không trả lời");
  const bars = useMemo(() => rateBars(rows.map(({ label, row }) => ({ label: label ?? nobody, row }))), [rows, nobody]);
  return (
    <section aria-labelledby="cross-heading">
      <h2 id="cross-heading">{t("{index} theo: {by}", { index: title, by })}</h2>
      <BarChart label={t("Tỷ lệ hài lòng theo nhóm người trả lời, phần trăm")} bars={bars} />
      <TableRegion label={t("Bảng chỉ số theo nhóm người trả lời")}>
        <table className="stacked figures">
          <thead>
            <tr>
              <th scope="col">{t("Người trả lời")}</th>
              <FigureHeadings columns={COLUMNS} basis={basis} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ option, label, row }) => (
              <tr key={option ?? "none"}>
                <th scope="row">{label ?? nobody}</th>
                {stateOf(row) === "published" ? (
                  <FigureCells columns={COLUMNS} row={row} basis={basis} />
                ) : (
                  <td className="absent" colSpan={COLUMNS.length}>
                    {row?.suppressed ? t("che") : t("Chưa có dữ liệu")}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={rows.map(({ row }) => row)} />
      {rows.some(({ row }) => row?.suppressed) && (
        <p className="table-note">
          {t(
            "“che”: nhóm quá ít người, mọi người trong nhóm trả lời như nhau, hoặc con số của nhóm khác sẽ suy ra được từ nhóm này.",
          )}
        </p>
      )}
    </section>
  );
}
