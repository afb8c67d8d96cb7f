import { useState } from "react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { searchable } from "~/i18n/searchable";
import { MASKED } from "~/indices/figures";
import { TableRegion } from "./table-region";

export interface PointRow {
  id: number;
  unitName: string;
  label: string;
  code: string;
  address: string;
  /** Null: masked. */
  responses: number | null;
  lastDay: string | null;
}

/** Collection points of a survey: code, address, QR and poster of each, and how many answers came from it. */
export function PointsTable({
  surveyId,
  points,
  mayPrint,
}: {
  surveyId: number;
  points: PointRow[];
  mayPrint: boolean;
}) {
  const [search, setSearch] = useState("");
  const shown = points.filter((point) => searchable(`${point.unitName} ${point.code}`).includes(searchable(search)));
  return (
    <section aria-labelledby="points-heading">
      <header className="section-header">
        <h2 id="points-heading">Điểm khảo sát ({formatCount(points.length)})</h2>
        {mayPrint && points.length > 0 && (
          <a className="button button-quiet" href={`/surveys/${surveyId}/files/posters.pdf`}>
            Áp phích của tất cả (PDF)
          </a>
        )}
      </header>
      <div className="field field-inline needs-script">
        <label htmlFor="point-search">Tìm đơn vị</label>
        <input id="point-search" type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </div>
      <TableRegion label="Bảng điểm khảo sát">
        <table>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col">Mã và địa chỉ</th>
              <th scope="col" className="numeric">
                Phiếu
              </th>
              <th scope="col">Gần nhất</th>
              <th scope="col">Mã QR, áp phích</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((point) => (
              <tr key={point.id}>
                <th scope="row">
                  {point.unitName}
                  <span className="sub">{point.label}</span>
                </th>
                <td>
                  <span className="code">{point.code}</span>
                  <a className="sub" href={point.address}>
                    {point.address}
                  </a>
                </td>
                <td className="numeric">{point.responses === null ? MASKED : formatCount(point.responses)}</td>
                <td>{point.lastDay ? formatDay(point.lastDay) : "–"}</td>
                <td className="links">{mayPrint && <PointFiles surveyId={surveyId} point={point} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
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
