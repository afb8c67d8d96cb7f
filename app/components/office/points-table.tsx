import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import type { FieldworkPoint } from "~/collection-points/fieldwork-point";
import { formatOpenHours } from "~/collection-points/open-hours";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { MASKED } from "~/indices/figures";
import { NumericHeading } from "./numeric-heading";
import { Pager } from "./pager";
import { PointChanges } from "./point-changes";
import { PointFiles } from "./point-files";
import { POSTER_FORM, PosterOrder } from "./poster-order";
import { PublicUrlWarning } from "./public-url-warning";
import { TableRegion } from "./table-region";

interface PointsTableProps {
  surveyId: number;
  /** Those of one page. */
  points: FieldworkPoint[];
  total: number;
  /** Ids of all that match the search. */
  matching: number[];
  search: string;
  page: number;
  pages: number;
  mayPrint: boolean;
  /** Whether points may be added and changed, and put into and out of the survey. */
  mayManage: boolean;
  mayMove: boolean;
  /** What a form that was refused held. */
  kept: { ticked: readonly number[]; openHours: string };
  /** Whether to say what each code leads to today: it is not this survey's form everywhere. */
  sayWhatOpens: boolean;
  /** Whether counts of this minute stand in the table, small ones too, for whoever runs the fieldwork. */
  live: boolean;
  /** The address that the codes hold, where phones cannot reach it. */
  warnedAddress: string | null;
}

/** Collection points of a survey: code, address, QR and poster of each, and how many answers came from it. */
export function PointsTable(props: PointsTableProps) {
  const { surveyId, points, total, matching, search, page, pages, mayPrint, live, warnedAddress } = props;
  const t = useWords();
  const language = useLanguage();
  // Ticks outlive a search and a change of page, since the component stays.
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set(props.kept.ticked));
  const tick = (ids: readonly number[], on: boolean) => {
    const left = [...ticked].filter((id) => !ids.includes(id));
    setTicked(new Set(on ? [...left, ...ids] : left));
  };
  const seen = new Set(points.map(({ id }) => id));
  const addressOf = (number: number) =>
    `/surveys/${surveyId}/points?${new URLSearchParams({ ...(search && { q: search }), page: String(number) })}`;
  return (
    <section aria-labelledby="points-heading">
      <header className="section-header">
        <h2 id="points-heading">{t("Điểm khảo sát ({n})", { n: formatCount(total, language) })}</h2>
      </header>
      {props.mayManage && (
        <p className="actions">
          <Link className="button" to={`/surveys/${surveyId}/points/new`}>
            {t("Thêm điểm")}
          </Link>
          <a className="button button-quiet" href={`/surveys/${surveyId}/points/file`}>
            {t("Tải danh sách (CSV)")}
          </a>
          <Link className="button button-quiet" to={`/surveys/${surveyId}/points/import`}>
            {t("Nhập từ tệp CSV")}
          </Link>
        </p>
      )}
      {warnedAddress !== null && <PublicUrlWarning address={warnedAddress} />}
      <Form className="field field-inline" role="search" key={search}>
        <label htmlFor="point-search">{t("Tìm đơn vị, quầy hoặc mã")}</label>
        <input id="point-search" type="search" name="q" defaultValue={search} />
        <button type="submit" className="button button-quiet">
          {t("Tìm")}
        </button>
      </Form>
      {/* First, since Enter in a field presses the first button of its form. */}
      {props.mayManage && total > 0 && (
        <PointChanges surveyId={surveyId} openHours={props.kept.openHours} mayMove={props.mayMove} />
      )}
      {mayPrint && total > 0 && (
        <PosterOrder surveyId={surveyId} chosen={ticked.size} hidden={[...ticked].filter((id) => !seen.has(id))} />
      )}
      {mayPrint && matching.length > 0 && (
        <label className="check needs-script">
          <input
            type="checkbox"
            checked={matching.every((id) => ticked.has(id))}
            onChange={(event) => tick(matching, event.target.checked)}
          />
          {matching.length === 1
            ? t("Đánh dấu điểm này")
            : search
              ? t("Đánh dấu cả {n} điểm tìm thấy", { n: formatCount(matching.length, language) })
              : t("Đánh dấu cả {n} điểm", { n: formatCount(matching.length, language) })}
        </label>
      )}
      {points.length > 0 && <Rows {...props} ticked={ticked} tick={tick} />}
      <Pager page={page} pages={pages} addressOf={addressOf} />
      {points.length > 0 && (
        <p className="table-note">
          {live
            ? t(
                "Bảng này ghi đủ số phiếu, kể cả số nhỏ, để cơ quan thực hiện theo dõi tiến độ thu phiếu; trang kết quả và báo cáo vẫn không công bố số nhỏ.",
              )
            : t(
                "Trang này ghi số phiếu đã vào kết quả và che như trang kết quả; số phiếu tức thời dành cho cơ quan thực hiện.",
              )}
        </p>
      )}
      {matching.length === 0 && (
        <p className="empty-state">
          {search
            ? t("Không có điểm khảo sát nào khớp với “{search}”.", { search })
            : t("Chưa có điểm khảo sát nào trong phạm vi của tài khoản.")}
        </p>
      )}
    </section>
  );
}

function Rows({
  surveyId,
  points,
  mayPrint,
  sayWhatOpens,
  ticked,
  tick,
}: PointsTableProps & { ticked: ReadonlySet<number>; tick: (ids: readonly number[], on: boolean) => void }) {
  const t = useWords();
  const message = useMessages();
  const language = useLanguage();
  const someUnmet = points.some((point) => point.unmetVisits > 0);
  return (
    <TableRegion label={t("Bảng điểm khảo sát")}>
      <table className="stacked points">
        <thead>
          <tr>
            <th scope="col">{t("Đơn vị")}</th>
            <th scope="col">{t("Mã và địa chỉ")}</th>
            {sayWhatOpens && <th scope="col">{t("Hôm nay quét mã sẽ gặp")}</th>}
            <NumericHeading>{t("Phiếu")}</NumericHeading>
            <th scope="col">{t("Gần nhất")}</th>
            {someUnmet && (
              <NumericHeading>
                {t("Lượt quét không gặp phiếu")}
                <span className="sub">{t("30 ngày qua")}</span>
              </NumericHeading>
            )}
            {mayPrint && <th scope="col">{t("Mã QR, áp phích")}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.id}>
              <th scope="row">
                {mayPrint && (
                  <input
                    type="checkbox"
                    form={POSTER_FORM}
                    name="point"
                    value={point.id}
                    aria-label={t("Đánh dấu {unit}, {point}", { unit: point.unitName, point: point.label })}
                    checked={ticked.has(point.id)}
                    onChange={(event) => tick([point.id], event.target.checked)}
                  />
                )}{" "}
                {point.unitName}
                <span className="sub">{point.label}</span>
                {point.openHours && <span className="sub">{formatOpenHours(point.openHours, language)}</span>}
              </th>
              <td data-label={t("Mã và địa chỉ")}>
                <span className="code">{point.code}</span>
                {point.revoked && <strong className="sub">{t("Đã thu hồi")}</strong>}
                <a className="sub" href={point.address}>
                  {point.address}
                </a>
              </td>
              {sayWhatOpens && <td data-label={t("Hôm nay quét mã sẽ gặp")}>{message(point.opensToday)}</td>}
              <td className="numeric" data-label={t("Phiếu")}>
                {point.responses === null ? t(MASKED) : formatCount(point.responses, language)}
              </td>
              <td data-label={t("Gần nhất")}>{point.lastDay ? formatDay(point.lastDay) : "–"}</td>
              {someUnmet && (
                <td className="numeric" data-label={t("Lượt quét không gặp phiếu, 30 ngày qua")}>
                  {formatCount(point.unmetVisits, language)}
                </td>
              )}
              {mayPrint && (
                <td className="links" data-label={t("Mã QR, áp phích")}>
                  <PointFiles surveyId={surveyId} point={point} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
