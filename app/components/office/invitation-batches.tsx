import { Form } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { MASKED } from "~/indices/figures";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

interface Batch {
  id: number;
  label: string;
  unitName: string;
  pointLabel: string;
  size: number;
  /** Null: too few were used to tell. */
  used: number | null;
  unused: number | null;
  revoked: number;
  expiresOn: string | null;
  revokedAt: string | null;
}

/** Batches of one-time codes: how many were used, what can be taken of them, and taking them back. */
export function InvitationBatches({
  surveyId,
  batches,
  closesOn,
}: {
  surveyId: number;
  batches: readonly Batch[];
  closesOn: string;
}) {
  const t = useWords();
  const language = useLanguage();
  if (batches.length === 0) return <p className="empty-state">{t("Chưa có mã mời nào.")}</p>;
  const count = (n: number | null) => (n === null ? MASKED : formatCount(n, language));
  return (
    <section aria-labelledby="batches-heading">
      <h2 id="batches-heading">{t("Các đợt mã")}</h2>
      <TableRegion label={t("Các đợt mã")}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Đợt mã")}</th>
              <NumericHeading>{t("Số mã")}</NumericHeading>
              <NumericHeading>{t("Đã dùng")}</NumericHeading>
              <NumericHeading>{t("Chưa dùng")}</NumericHeading>
              <th scope="col">{t("Hạn dùng")}</th>
              <th scope="col">{t("In, nhắn, nhắc: chỉ mã chưa dùng")}</th>
              <th scope="col">{t("Thu hồi")}</th>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <tr key={batch.id}>
                <th scope="row">
                  {batch.label}
                  <span className="sub">
                    {batch.unitName}, {batch.pointLabel}
                  </span>
                </th>
                <td className="numeric" data-label={t("Số mã")}>
                  {count(batch.size)}
                </td>
                <td className="numeric" data-label={t("Đã dùng")}>
                  {count(batch.used)}
                </td>
                <td className="numeric" data-label={t("Chưa dùng")}>
                  {count(batch.unused)}
                  {batch.revoked > 0 && <span className="sub">{t("thu hồi {n}", { n: count(batch.revoked) })}</span>}
                </td>
                <td data-label={t("Hạn dùng")}>{formatDay(batch.expiresOn ?? closesOn)}</td>
                {batch.revokedAt ? (
                  <td colSpan={2}>
                    <strong>{t("Đã thu hồi")}</strong>
                  </td>
                ) : (
                  <>
                    <td className="links" data-label={t("In, nhắn, nhắc: chỉ mã chưa dùng")}>
                      <a
                        href={`/surveys/${surveyId}/invitations/${batch.id}/slips.pdf`}
                        aria-label={t("Giấy mời PDF của {batch}", { batch: batch.label })}
                      >
                        {t("Giấy mời PDF")}
                      </a>
                      <a
                        href={`/surveys/${surveyId}/invitations/${batch.id}/codes.csv`}
                        aria-label={t("CSV nhắn tin của {batch}", { batch: batch.label })}
                      >
                        {t("CSV nhắn tin")}
                      </a>
                    </td>
                    <td data-label={t("Thu hồi")}>
                      <Revoke batch={batch} />
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="table-note">
        {t(
          "Dưới 10 mã đã dùng thì số ấy chỉ hiện với cơ quan thực hiện đợt khảo sát. Nhắc: tải lại giấy mời hoặc CSV, trong đó chỉ còn mã chưa dùng.",
        )}
      </p>
    </section>
  );
}

function Revoke({ batch }: { batch: Batch }) {
  const t = useWords();
  const id = `number-${batch.id}`;
  return (
    <details>
      <summary aria-label={t("Thu hồi mã của {batch}", { batch: batch.label })}>{t("Thu hồi…")}</summary>
      <Form method="post" className="form-stack">
        <input type="hidden" name="batch" value={batch.id} />
        <div className="field">
          <label htmlFor={id}>{t("Số trên giấy mời; để trống: cả đợt mã")}</label>
          <input id={id} name="number" inputMode="numeric" className="short" autoComplete="off" />
        </div>
        <label className="check">
          <input type="checkbox" name="confirmed" value="yes" />
          {t("Tôi muốn thu hồi; không lấy lại được")}
        </label>
        <p>
          <button type="submit" className="button button-danger" name="change" value="revoke">
            {t("Thu hồi")}
          </button>
        </p>
      </Form>
    </details>
  );
}
