import { Link } from "@remix-run/react";
import { formatShare } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { type FieldworkMonitor, type MonitoredUnit, SILENT_DAYS } from "~/surveys/fieldwork-monitor";
import { TableRegion } from "./table-region";

/** Whom to call today: units behind their schedule and units with points that have fallen silent. */
export function CallList({
  surveyId,
  monitor,
  mayPlan,
  mayWrite,
}: {
  surveyId: number;
  monitor: FieldworkMonitor;
  /** Whether the viewer sets targets of this survey. */
  mayPlan: boolean;
  /** Whether the viewer writes contacts. */
  mayWrite: boolean;
}) {
  const t = useWords();
  const { calls, collecting } = monitor;
  const targeted = monitor.units.some(({ target }) => target !== null);
  return (
    <section className="fieldwork-section" aria-labelledby="calls-heading">
      <h2 id="calls-heading">{t("Cần gọi hôm nay")}</h2>
      {collecting && !targeted && (
        <p className="notice notice-caution">
          {t("Chưa đặt chỉ tiêu nên chưa biết đơn vị nào chậm.")}{" "}
          {mayPlan && <Link to={`/surveys/${surveyId}/units`}>{t("Đặt chỉ tiêu cho các đơn vị")}</Link>}
        </p>
      )}
      {calls.length === 0 ? (
        <p>
          {collecting && !targeted
            ? t("Điểm nào cũng có phiếu trong {n} ngày làm việc vừa qua.", { n: SILENT_DAYS })
            : collecting
              ? t("Không đơn vị nào chậm tiến độ; điểm nào cũng có phiếu trong {n} ngày làm việc vừa qua.", {
                  n: SILENT_DAYS,
                })
              : t("Đợt không trong thời gian thu phiếu.")}
        </p>
      ) : (
        <TableRegion label={t("Cần gọi hôm nay")}>
          <table className="stacked">
            <thead>
              <tr>
                <th scope="col">{t("Đơn vị")}</th>
                <th scope="col">{t("Vì sao")}</th>
                <th scope="col">{t("Người liên hệ")}</th>
              </tr>
            </thead>
            <tbody>
              {calls.map((unit) => (
                <tr key={unit.key}>
                  <th scope="row" data-label={t("Đơn vị")}>
                    {unit.name}
                  </th>
                  <td data-label={t("Vì sao")}>
                    <Reason unit={unit} elapsed={monitor.elapsed} />
                  </td>
                  <td data-label={t("Người liên hệ")}>
                    {unit.contact ? (
                      <>
                        {unit.contact.name}{" "}
                        <a href={`tel:${unit.contact.phone.replace(/[^\d+]/g, "")}`}>{unit.contact.phone}</a>
                      </>
                    ) : (
                      <>
                        <span className="absent">{t("chưa ghi")}</span>{" "}
                        {mayWrite && (
                          <Link
                            className="no-print"
                            to={`/surveys/${surveyId}/monitor?contact=${encodeURIComponent(unit.key)}#contact-form`}
                          >
                            {t("Ghi người liên hệ")}
                          </Link>
                        )}
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}

function Reason({ unit, elapsed }: { unit: MonitoredUnit; elapsed: number }) {
  const t = useWords();
  const language = useLanguage();
  const share = (value: number) => formatShare(value, 0, language);
  return (
    <>
      {unit.behind &&
        t("Chậm tiến độ: đạt {reached} chỉ tiêu khi đã qua {elapsed} thời gian.", {
          reached: share(unit.reached ?? 0),
          elapsed: share(elapsed),
        })}{" "}
      {unit.silentPoints.length > 0 &&
        t("Không có phiếu quá {n} ngày làm việc: {points}.", { n: SILENT_DAYS, points: unit.silentPoints.join("; ") })}
    </>
  );
}
