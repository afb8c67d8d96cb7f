import { useMessages, useWords } from "~/i18n/use-words";
import { TableRegion } from "./table-region";

/** A form keyed twice in two ways, as the page shows it. */
export interface ShownMismatch {
  number: number;
  /** Empty where one keying has the form as valid and the other not. */
  items: { field: string; code: string; text: string; first: string; second: string }[];
  validity: { first: string; second: string } | null;
}

/** Two keyings side by side, question by question; what stands is decided from the paper. */
export function PaperMismatch({
  mismatch: { number, items, validity },
  problems,
}: {
  mismatch: ShownMismatch;
  problems: readonly { field: string; message: string }[];
}) {
  const t = useWords();
  const tell = useMessages();
  const rows = validity ? [{ field: "form", code: "", text: t("Phiếu"), ...validity }] : items;
  return (
    <form method="post" className="paper-mismatch" id={`form-${number}`}>
      <h3>{t("Phiếu số {n}", { n: number })}</h3>
      {problems.length > 0 && (
        <div className="problem" role="alert">
          {problems.map(({ field, message }) => (
            <p key={field}>{tell(message)}</p>
          ))}
        </div>
      )}
      <input type="hidden" name="paper.number" value={number} />
      <TableRegion label={t("Các câu lệch của phiếu số {n}", { n: number })}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Câu hỏi")}</th>
              <th scope="col">{t("Lần một")}</th>
              <th scope="col">{t("Lần hai")}</th>
              {!validity && <th scope="col">{t("Giá trị khác")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, code, text, first, second }) => (
              <tr key={field}>
                <th scope="row">
                  {code && `[${code}] `}
                  {text}
                </th>
                <td data-label={t("Lần một")}>
                  <label className="check">
                    <input type="radio" name={`take.${field}`} value="first" required />
                    {first}
                  </label>
                </td>
                <td data-label={t("Lần hai")}>
                  <label className="check">
                    <input type="radio" name={`take.${field}`} value="second" />
                    {second}
                  </label>
                </td>
                {!validity && (
                  <td className="paper-other" data-label={t("Giá trị khác")}>
                    <label className="check">
                      <input type="radio" name={`take.${field}`} value="other" />
                      <span className="visually-hidden">{t("Giá trị khác")}</span>
                    </label>
                    <input name={field} inputMode="numeric" aria-label={t("Giá trị khác của {code}", { code })} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <button type="submit" name="paper.intent" value="resolve" className="button">
        {t("Lưu theo phiếu giấy")}
      </button>
    </form>
  );
}
