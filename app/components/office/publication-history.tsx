import { useWords } from "~/i18n/use-words";
import { TableRegion } from "./table-region";

interface PublicationLine {
  id: number;
  number: number;
  published: string;
  by: string | null;
  note: string;
  withdrawn: string | null;
  withdrawnBy: string | null;
  withdrawalNote: string | null;
}

/** Every publication of a survey, the latest first: when, by whom, what was said, and how it ended. */
export function PublicationHistory({ history }: { history: readonly PublicationLine[] }) {
  const t = useWords();
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="publications-heading">
      <h2 id="publications-heading">{t("Các lần công bố")}</h2>
      <TableRegion label={t("Bảng các lần công bố")}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Bản")}</th>
              <th scope="col">{t("Công bố lúc")}</th>
              <th scope="col">{t("Người làm")}</th>
              <th scope="col">{t("Nay")}</th>
            </tr>
          </thead>
          <tbody>
            {history.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {t("Bản chốt số {number}", { number: one.number })}
                  {one.note !== "" && <span className="sub">{one.note}</span>}
                </th>
                <td data-label={t("Công bố lúc")}>{one.published}</td>
                <td data-label={t("Người làm")}>{one.by ?? t("tự động")}</td>
                <td data-label={t("Nay")}>
                  <Ending {...one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function Ending({ withdrawn, withdrawnBy, withdrawalNote }: PublicationLine) {
  const t = useWords();
  if (withdrawn === null) return <>{t("đang công bố")}</>;
  const by = withdrawnBy ?? t("tự động");
  if (withdrawalNote === null) return <>{t("được thay lúc {moment}, {by}", { moment: withdrawn, by })}</>;
  return (
    <>
      {t("thu hồi lúc {moment}, {by}", { moment: withdrawn, by })}
      <span className="sub">{t("Lý do: {value}", { value: withdrawalNote })}</span>
    </>
  );
}
