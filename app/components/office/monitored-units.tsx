import { Form, Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount, formatShare } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { MASKED } from "~/indices/figures";
import type { MonitoredUnit } from "~/surveys/fieldwork-monitor";
import type { MonitorOrder, MonitorSort } from "~/surveys/sort-monitored-units";
import { TableRegion } from "./table-region";

/** `live` columns are for whoever runs the fieldwork. */
const COLUMNS: readonly { sort: MonitorSort; label: Phrase; numeric: boolean; live?: true }[] = [
  { sort: "name", label: "Đơn vị", numeric: false },
  { sort: "target", label: "Chỉ tiêu", numeric: true },
  { sort: "received", label: "Thu về", numeric: true },
  { sort: "reached", label: "Đạt chỉ tiêu", numeric: true },
  { sort: "week", label: "7 ngày qua", numeric: true, live: true },
  { sort: "last", label: "Phiếu gần nhất", numeric: true, live: true },
  { sort: "held", label: "Chờ xem xét", numeric: true, live: true },
  { sort: "silent", label: "Điểm chưa có phiếu mấy ngày nay", numeric: true },
];

/** The units of a survey with what came from each, in the order that the address asks for. */
export function MonitoredUnits({
  surveyId,
  units,
  live,
  order,
}: {
  surveyId: number;
  units: readonly MonitoredUnit[];
  live: boolean;
  order: MonitorOrder;
}) {
  const t = useWords();
  const language = useLanguage();
  const count = (value: number | null) => (value === null ? "–" : formatCount(value, language));
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, 1, language));
  const columns = COLUMNS.filter((column) => live || !column.live);
  return (
    <section className="fieldwork-section" aria-labelledby="units-heading">
      <h2 id="units-heading">{t("Theo đơn vị")}</h2>
      <Form method="get" className="filter-form" role="search">
        <label htmlFor="q">{t("Tên đơn vị")}</label>
        <input id="q" type="search" name="q" defaultValue={order.search} />
        {order.sort !== "name" && (
          <input type="hidden" name="sort" value={`${order.descending ? "-" : ""}${order.sort}`} />
        )}
        <button type="submit" className="button button-quiet">
          {t("Lọc")}
        </button>
      </Form>
      {units.length === 0 ? (
        <p>{order.search ? t("Không có đơn vị nào tên như vậy.") : t("Đợt chưa có đơn vị nào.")}</p>
      ) : (
        <TableRegion label={t("Theo đơn vị")}>
          <table className="wide">
            <thead>
              <tr>
                {columns.map(({ sort, label, numeric }) => (
                  <SortHeading key={sort} {...{ surveyId, sort, label, numeric, order }} />
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.key}>
                  <th scope="row">{unit.name}</th>
                  <td className="numeric">{count(unit.target)}</td>
                  <td className="numeric">
                    {unit.received === null ? t(MASKED) : formatCount(unit.received, language)}
                  </td>
                  <td className="numeric">
                    {share(unit.reached)}
                    {unit.behind && <span className="sub">{t("chậm tiến độ")}</span>}
                  </td>
                  {live && (
                    <>
                      <td className="numeric">{count(unit.lastWeek)}</td>
                      <td className="numeric">{unit.lastDay ? formatDay(unit.lastDay) : "–"}</td>
                      <td className="numeric">{share(unit.heldShare)}</td>
                    </>
                  )}
                  <td className="numeric">{unit.silentPoints.length || "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}

function SortHeading({
  surveyId,
  sort,
  label,
  numeric,
  order,
}: {
  surveyId: number;
  sort: MonitorSort;
  label: Phrase;
  numeric: boolean;
  order: MonitorOrder;
}) {
  const t = useWords();
  const chosen = order.sort === sort;
  // The first look at figures is for the largest, the second for the smallest.
  const descending = chosen ? !order.descending : numeric;
  const query = new URLSearchParams({
    sort: `${descending ? "-" : ""}${sort}`,
    ...(order.search && { q: order.search }),
  });
  const state = chosen ? (order.descending ? ("descending" as const) : ("ascending" as const)) : undefined;
  return (
    <th scope="col" className={numeric ? "numeric" : undefined} aria-sort={state}>
      <Link className="sort-link" to={`/surveys/${surveyId}/monitor?${query}`} preventScrollReset>
        {t(label)}
        {chosen && <span aria-hidden="true">{order.descending ? "↓" : "↑"}</span>}
      </Link>
    </th>
  );
}
