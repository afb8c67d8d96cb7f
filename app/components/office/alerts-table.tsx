import { Form, Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { AlertKind } from "~/surveys/alert-kinds";
import { TableRegion } from "./table-region";

const KIND_WORDS: Readonly<Record<AlertKind, Phrase>> = {
  "rate-falls": "Phiếu về ít hơn một nửa so với hai tuần trước",
  silent: "Ba ngày làm việc liền không có phiếu",
  money: "Ý kiến vừa công bố có nhắc đến tiền, quà",
  harassment: "Ý kiến vừa công bố có nhắc đến nhũng nhiễu, xúc phạm",
};

export interface AlertLine {
  id: number;
  kind: AlertKind;
  day: string;
  seenAt: string | null;
  surveyId: number;
  surveyTitle: string;
  unitKey: string;
  unitName: string;
}

/** Alerts, those not seen yet first, each with the way to what it is about. */
export function AlertsTable({ alerts }: { alerts: readonly AlertLine[] }) {
  const t = useWords();
  if (alerts.length === 0) return <p>{t("Chưa có cảnh báo nào.")}</p>;
  const unseen = alerts.filter(({ seenAt }) => seenAt === null).length;
  return (
    <>
      {unseen > 1 && (
        <Form method="post" className="actions">
          <button type="submit" name="alert" value="all" className="button button-quiet">
            {t("Đánh dấu đã xem tất cả ({n})", { n: unseen })}
          </button>
        </Form>
      )}
      <TableRegion label={t("Cảnh báo")}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Đơn vị")}</th>
              <th scope="col">{t("Cảnh báo")}</th>
              <th scope="col">{t("Đợt khảo sát")}</th>
              <th scope="col">{t("Ngày")}</th>
              <th scope="col">{t("Đã xem")}</th>
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <tr key={alert.id}>
                <th scope="row" data-label={t("Đơn vị")}>
                  {alert.unitName}
                </th>
                <td data-label={t("Cảnh báo")}>{t(KIND_WORDS[alert.kind])}</td>
                <td data-label={t("Đợt khảo sát")}>
                  <Link to={addressOf(alert)}>{alert.surveyTitle}</Link>
                </td>
                <td data-label={t("Ngày")}>{formatDay(alert.day)}</td>
                <td data-label={t("Đã xem")}>
                  {alert.seenAt === null ? (
                    <Form method="post">
                      <button type="submit" name="alert" value={alert.id} className="button button-quiet">
                        {t("Đánh dấu đã xem")}
                        <span className="visually-hidden">: {alert.unitName}</span>
                      </button>
                    </Form>
                  ) : (
                    t("đã xem")
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

function addressOf({ kind, surveyId, unitKey }: AlertLine): string {
  const place = `/surveys/${surveyId}`;
  return kind === "money" || kind === "harassment" ? `${place}/comments?unit=${unitKey}` : `${place}/monitor`;
}
