import { DayBars } from "~/components/day-bars";
import { useChannelNames } from "~/components/office/channel-name";
import { formatDay } from "~/i18n/dates";
import { formatCount, formatShare } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { MASKED } from "~/indices/figures";
import { BATCHES_NOTE } from "~/indices/published-batches";
import { DAYS_TOLD, type FieldworkMonitor } from "~/surveys/fieldwork-monitor";
import { Facts } from "./facts";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** The whole of a survey's fieldwork: what came in against the target, by channel and by day. */
export function MonitorSummary({ surveyId, monitor }: { surveyId: number; monitor: FieldworkMonitor }) {
  const t = useWords();
  const language = useLanguage();
  const nameOf = useChannelNames();
  const count = (value: number | null) => (value === null ? t(MASKED) : formatCount(value, language));
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, 1, language));
  const { total, elapsed, channels, days, live, collecting } = monitor;
  const reached = total.target && total.counted !== null ? total.counted / total.target : null;
  return (
    <>
      <Facts
        facts={[
          ...(live ? [fact(t("Phiếu thu về"), count(total.received))] : []),
          [t("Phiếu hợp lệ"), count(total.counted)],
          [t("Chỉ tiêu"), total.target === null ? t("chưa đặt") : formatCount(total.target, language)],
          [t("Đạt chỉ tiêu"), share(reached)],
          [t("Thời gian đã qua"), share(elapsed)],
          ...(live ? [fact(t("Tỷ lệ chờ xem xét"), share(total.heldShare))] : []),
        ]}
      />
      <nav className="actions" aria-label={t("Tải về")}>
        <a className="button button-quiet" href={`/surveys/${surveyId}/monitor/units.csv`}>
          {t("Bảng theo đơn vị (CSV)")}
        </a>
        <a className="button button-quiet" href={`/surveys/${surveyId}/monitor/fieldwork.xlsx`}>
          {t("Toàn bộ (XLSX)")}
        </a>
      </nav>
      {!live && (
        <p className="table-note">
          {t(
            "Trang này ghi số phiếu đã vào kết quả và che như trang kết quả; số phiếu tức thời dành cho cơ quan thực hiện.",
          )}{" "}
          {collecting && t(BATCHES_NOTE)}
        </p>
      )}
      {live && <Days days={days} />}
      <section className="fieldwork-section" aria-labelledby="channels-heading">
        <h2 id="channels-heading">{t("Theo kênh")}</h2>
        {channels.length === 0 ? (
          <p>{t("Chưa có phiếu nào.")}</p>
        ) : (
          <Facts facts={channels.map(({ channel, received }) => [nameOf(channel), count(received)])} />
        )}
      </section>
    </>
  );
}

/** What came in day by day. */
function Days({ days }: Pick<FieldworkMonitor, "days">) {
  const t = useWords();
  const language = useLanguage();
  return (
    <section className="fieldwork-section" aria-labelledby="days-heading">
      <h2 id="days-heading">{t("Theo ngày, {n} ngày gần nhất", { n: DAYS_TOLD })}</h2>
      {days.length === 0 ? (
        <p>{t("Đợt chưa bắt đầu.")}</p>
      ) : (
        <>
          <DayBars
            label={t("Phiếu thu về mỗi ngày")}
            bars={days.map(({ day, received }) => ({ label: formatDay(day).slice(0, 5), value: received }))}
          />
          <TableRegion label={t("Phiếu thu về mỗi ngày")}>
            <table className="day-table">
              <thead>
                <tr>
                  <th scope="col">{t("Ngày")}</th>
                  {days.map(({ day }) => (
                    <NumericHeading key={day}>{formatDay(day).slice(0, 5)}</NumericHeading>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t("Phiếu")}</th>
                  {days.map(({ day, received }) => (
                    <td key={day} className="numeric">
                      {formatCount(received, language)}
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </TableRegion>
        </>
      )}
    </section>
  );
}

function fact(name: string, value: string): [string, string] {
  return [name, value];
}
