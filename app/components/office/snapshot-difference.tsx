import { formatCount, formatShare } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { CorrectionDifference, FigureChange } from "~/snapshots/compare-snapshots";
import { TableRegion } from "./table-region";

/** What a correction changed, unit by unit. */
export function SnapshotDifferenceTable({ before, after, reason, difference }: CorrectionDifference) {
  const t = useWords();
  const id = `difference-${after}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t("Bản chốt số {after} so với bản chốt số {before}", { after, before })}</h2>
      {reason !== null && <p>{t("Lý do đính chính: {reason}", { reason })}</p>}
      {difference.changes.length === 0 ? (
        <p>{t("Không đơn vị nào đổi chỉ số chung.")}</p>
      ) : (
        <>
          <TableRegion label={t("Bảng thay đổi chỉ số chung")}>
            <table className="stacked">
              <thead>
                <tr>
                  <th scope="col">{t("Đơn vị")}</th>
                  <th scope="col">{t("Tỷ lệ hài lòng trước → sau")}</th>
                  <th scope="col">{t("Số người trước → sau")}</th>
                </tr>
              </thead>
              <tbody>
                {difference.changes.map((change) => (
                  <ChangeRow key={change.unit} change={change} />
                ))}
              </tbody>
            </table>
          </TableRegion>
          <p className="table-note">{t("{n} đơn vị không đổi.", { n: formatCount(difference.unchanged) })}</p>
        </>
      )}
    </section>
  );
}

function ChangeRow({ change }: { change: FigureChange }) {
  const t = useWords();
  const language = useLanguage();
  const { name, rate, persons, small } = change;
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, 2, language));
  const count = (value: number | null) => (value === null ? "–" : formatCount(value, language));
  return (
    <tr>
      <th scope="row">{name}</th>
      {small ? (
        <td colSpan={2}>{t("Đổi ít phiếu: không nêu số để không lộ câu trả lời của vài người")}</td>
      ) : (
        <>
          <td data-label={t("Tỷ lệ hài lòng trước → sau")}>
            {share(rate.before)} → {share(rate.after)}
          </td>
          <td data-label={t("Số người trước → sau")}>
            {count(persons.before)} → {count(persons.after)}
          </td>
        </>
      )}
    </tr>
  );
}
