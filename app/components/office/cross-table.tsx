import { useMemo } from "react";
import { BarChart } from "~/components/bar-chart";
import { capitalized } from "~/i18n/names";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { CrossRow } from "~/indices/cross-table";
import { markedRateText, meanIntervalText, meanText, personsText, rateIntervalText, stateOf } from "~/indices/figures";
import type { SampleBasis } from "~/surveys/survey";
import { MarkNotes } from "./mark-notes";
import { TableRegion } from "./table-region";

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
  const language = useLanguage();
  const names = useNames();
  const nobody = t("Không trả lời");
  const bars = useMemo(
    () =>
      rows.flatMap(({ label, row }) =>
        row?.rate == null
          ? []
          : [
              {
                label: label ?? nobody,
                value: row.rate * 100,
                interval: row.rate_ci ? ([row.rate_ci[0] * 100, row.rate_ci[1] * 100] as const) : null,
              },
            ],
      ),
    [rows, nobody],
  );
  const interval = capitalized(names.interval(basis));
  return (
    <section aria-labelledby="cross-heading">
      <h2 id="cross-heading">{t("{index} theo: {by}", { index: title, by })}</h2>
      <BarChart label={t("Tỷ lệ hài lòng theo nhóm người trả lời, phần trăm")} bars={bars} />
      <TableRegion label={t("Bảng chỉ số theo nhóm người trả lời")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("Người trả lời")}</th>
              <th scope="col" className="numeric">
                {t("n (người)")}
              </th>
              <th scope="col" className="numeric">
                {t("Tỷ lệ hài lòng")}
              </th>
              <th scope="col" className="numeric">
                {interval} (%)
              </th>
              <th scope="col" className="numeric">
                {t("Điểm trung bình")}
              </th>
              <th scope="col" className="numeric">
                {interval}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ option, label, row }) => (
              <tr key={option ?? "none"}>
                <th scope="row">{label ?? t("Không trả lời")}</th>
                {stateOf(row) === "published" ? (
                  <>
                    <td className="numeric">{personsText(row, language)}</td>
                    <td className="numeric">
                      <strong>{markedRateText(row, language)}</strong>
                    </td>
                    <td className="numeric">{rateIntervalText(row, language)}</td>
                    <td className="numeric">{meanText(row, language)}</td>
                    <td className="numeric">{meanIntervalText(row, language)}</td>
                  </>
                ) : (
                  <td className="absent" colSpan={5}>
                    {row?.suppressed ? t("che") : t("Chưa có dữ liệu")}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={rows.map(({ row }) => row)} />
      <p className="table-note">
        {t(
          "“che”: nhóm quá ít người, mọi người trong nhóm trả lời như nhau, hoặc con số của nhóm khác sẽ suy ra được từ nhóm này.",
        )}
      </p>
    </section>
  );
}
