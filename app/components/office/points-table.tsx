import { useState } from "react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { searchable } from "~/i18n/searchable";
import { MASKED } from "~/indices/figures";
import { POSTER_FORM, PosterOrder } from "./poster-order";
import { PublicUrlWarning } from "./public-url-warning";
import { TableRegion } from "./table-region";

export interface PointRow {
  id: number;
  unitName: string;
  label: string;
  code: string;
  address: string;
  /** What its code leads to today. */
  opensToday: string;
  revoked: boolean;
  /** Null: masked. */
  responses: number | null;
  lastDay: string | null;
  /** Visits of the last 30 days that met no form. */
  unmetVisits: number;
}

/** Collection points of a survey: code, address, QR and poster of each, and how many answers came from it. */
export function PointsTable({
  surveyId,
  points,
  mayPrint,
  sayWhatOpens,
  showsSmallCounts,
  warnedAddress,
}: {
  surveyId: number;
  points: PointRow[];
  mayPrint: boolean;
  /** Whether to say what each code leads to today: it is not this survey's form everywhere. */
  sayWhatOpens: boolean;
  /** Whether counts below the minimum stand in the table, for whoever runs the survey. */
  showsSmallCounts: boolean;
  /** The address that the codes hold, where phones cannot reach it. */
  warnedAddress: string | null;
}) {
  const [search, setSearch] = useState("");
  const shown = points.filter((point) => searchable(`${point.unitName} ${point.code}`).includes(searchable(search)));
  const someUnmet = points.some((point) => point.unmetVisits > 0);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const tick = (ids: number[], on: boolean) => {
    const left = [...ticked].filter((id) => !ids.includes(id));
    setTicked(new Set(on ? [...left, ...ids] : left));
  };
  const seen = new Set(shown.map(({ id }) => id));
  const unseen = [...ticked].filter((id) => !seen.has(id));
  return (
    <section aria-labelledby="points-heading">
      <header className="section-header">
        <h2 id="points-heading">Điểm khảo sát ({formatCount(points.length)})</h2>
      </header>
      {warnedAddress !== null && <PublicUrlWarning address={warnedAddress} />}
      <div className="field field-inline needs-script">
        <label htmlFor="point-search">Tìm đơn vị</label>
        <input id="point-search" type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </div>
      {mayPrint && points.length > 0 && <PosterOrder surveyId={surveyId} chosen={ticked.size} hidden={unseen} />}
      <TableRegion label="Bảng điểm khảo sát">
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">
                {mayPrint && (
                  <input
                    type="checkbox"
                    className="needs-script"
                    aria-label="Đánh dấu mọi điểm đang hiện"
                    checked={shown.length > 0 && unseen.length + shown.length === ticked.size}
                    onChange={(event) => tick([...seen], event.target.checked)}
                  />
                )}{" "}
                Đơn vị
              </th>
              <th scope="col">Mã và địa chỉ</th>
              {sayWhatOpens && <th scope="col">Hôm nay quét mã sẽ gặp</th>}
              <th scope="col" className="numeric">
                Phiếu
              </th>
              <th scope="col">Gần nhất</th>
              {someUnmet && (
                <th scope="col" className="numeric">
                  Lượt quét không gặp phiếu
                  <span className="sub">30 ngày qua</span>
                </th>
              )}
              {mayPrint && <th scope="col">Mã QR, áp phích</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((point) => (
              <tr key={point.id}>
                <th scope="row">
                  {mayPrint && (
                    <input
                      type="checkbox"
                      form={POSTER_FORM}
                      name="point"
                      value={point.id}
                      aria-label={`In áp phích của ${point.unitName}, ${point.label}`}
                      checked={ticked.has(point.id)}
                      onChange={(event) => tick([point.id], event.target.checked)}
                    />
                  )}{" "}
                  {point.unitName}
                  <span className="sub">{point.label}</span>
                </th>
                <td data-label="Mã và địa chỉ">
                  <span className="code">{point.code}</span>
                  {point.revoked && <strong className="sub">Đã thu hồi</strong>}
                  <a className="sub" href={point.address}>
                    {point.address}
                  </a>
                </td>
                {sayWhatOpens && <td data-label="Hôm nay quét mã sẽ gặp">{point.opensToday}</td>}
                <td className="numeric" data-label="Phiếu">
                  {point.responses === null ? MASKED : formatCount(point.responses)}
                </td>
                <td data-label="Gần nhất">{point.lastDay ? formatDay(point.lastDay) : "–"}</td>
                {someUnmet && (
                  <td className="numeric" data-label="Lượt quét không gặp phiếu, 30 ngày qua">
                    {formatCount(point.unmetVisits)}
                  </td>
                )}
                {mayPrint && (
                  <td className="links" data-label="Mã QR, áp phích">
                    {!point.revoked && <PointFiles surveyId={surveyId} point={point} />}
                    <a
                      href={`/surveys/${surveyId}/points/${point.id}`}
                      aria-label={`Thay, thu hồi mã của ${point.unitName}`}
                    >
                      Thay, thu hồi mã
                    </a>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {showsSmallCounts && (
        <p className="table-note">
          Bảng này ghi đủ số phiếu, kể cả số nhỏ, để cơ quan thực hiện theo dõi tiến độ thu phiếu; trang kết quả và báo
          cáo vẫn không công bố số nhỏ.
        </p>
      )}
      {shown.length === 0 && <p className="empty-state">Không có đơn vị nào khớp với “{search}”.</p>}
    </section>
  );
}

function PointFiles({ surveyId, point }: { surveyId: number; point: PointRow }) {
  const files = [
    ["poster.pdf", "Áp phích A4"],
    ["qr.svg", "SVG"],
    ["qr.png", "PNG"],
  ];
  return files.map(([file, label]) => (
    <a
      key={file}
      href={`/surveys/${surveyId}/points/${point.id}/${file}`}
      aria-label={`${label} của ${point.unitName}`}
    >
      {label}
    </a>
  ));
}
