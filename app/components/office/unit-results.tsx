import { Form, Link } from "@remix-run/react";
import { capitalized, intervalName } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { MASKED, markedRateText, meanText, rateIntervalText, rateText, stateOf } from "~/indices/figures";
import { sortAddress } from "~/indices/read-unit-table";
import type { UnitOrder, UnitRow, UnitTableRequest } from "~/indices/results-view";
import type { Factor } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { MarkNotes } from "./mark-notes";
import { TableRegion } from "./table-region";

/** Every unit with its figures, searched and ordered by the address, so that a view can be shared and needs no script. */
export function UnitResults({
  surveyId,
  basis,
  factors,
  table,
}: {
  surveyId: number;
  basis: SampleBasis;
  factors: readonly Factor[];
  table: UnitTableRequest & { total: number; rows: UnitRow[] };
}) {
  return (
    <section aria-labelledby="units-heading">
      <h2 id="units-heading">Theo đơn vị</h2>
      <Form method="get" className="field field-inline" preventScrollReset>
        <label htmlFor="q">Tìm đơn vị</label>
        <input id="q" name="q" type="search" defaultValue={table.search} placeholder="Tên hoặc mã, không cần dấu" />
        {table.order !== "tree" && (
          <input type="hidden" name="sort" value={(table.descending ? "-" : "") + table.order} />
        )}
        <button type="submit" className="button button-quiet">
          Tìm
        </button>
        {table.search && (
          <Link to="?" preventScrollReset>
            Bỏ tìm
          </Link>
        )}
      </Form>
      <p className="muted">
        {formatCount(table.rows.length)} trong {formatCount(table.total)} đơn vị. Thứ tự không phải là xếp hạng: hai
        khoảng 95% chồng lên nhau thì chưa đủ căn cứ để nói có chênh lệch.
      </p>
      <TableRegion label="Bảng kết quả theo đơn vị">
        <table className="wide">
          <thead>
            <tr>
              <Sortable table={table} order="name" label="Đơn vị" />
              <Sortable table={table} order="rate" label="Hài lòng chung" numeric />
              <th scope="col" className="numeric">
                {capitalized(intervalName(basis))} (%)
              </th>
              <Sortable table={table} order="responses" label="Phiếu" numeric />
              <Sortable table={table} order="mean" label="Điểm trung bình" numeric />
              {factors.map((factor) => (
                <th key={factor.code} scope="col" className="numeric" title={factor.title.vi}>
                  {factor.code}
                  <span className="visually-hidden">: {factor.title.vi}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <UnitLine key={row.unit.key} surveyId={surveyId} row={row} indent={table.order === "tree"} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      {table.rows.length === 0 && <p className="empty-state">Không có đơn vị nào khớp với “{table.search}”.</p>}
      <MarkNotes rows={table.rows.map(({ overall }) => overall)} />
      <p className="table-note">
        Cột {factors.map(({ code, title }) => `${code}: ${title.vi}`).join("; ")} (tỷ lệ hài lòng).
      </p>
    </section>
  );
}

function Sortable({
  table,
  order,
  label,
  numeric = false,
}: {
  table: UnitTableRequest;
  order: UnitOrder;
  label: string;
  numeric?: boolean;
}) {
  const active = table.order === order;
  const direction = table.descending ? "descending" : "ascending";
  return (
    <th scope="col" className={numeric ? "numeric" : undefined} aria-sort={active ? direction : undefined}>
      <Link to={sortAddress(table, order)} preventScrollReset className="sort-link">
        {label}
        <span aria-hidden="true">{active ? (table.descending ? " ↓" : " ↑") : " ↕"}</span>
      </Link>
    </th>
  );
}

function UnitLine({ surveyId, row, indent }: { surveyId: number; row: UnitRow; indent: boolean }) {
  const { unit, overall } = row;
  return (
    <tr className={unit.surveyed ? undefined : "row-roll-up"}>
      <th scope="row" className={indent ? `depth-${Math.min(unit.depth, 4)}` : undefined}>
        <Link to={`/surveys/${surveyId}/results/${encodeURIComponent(unit.key)}`}>{unit.name}</Link>
        {!unit.surveyed && <span className="sub">gộp phiếu</span>}
        {unit.surveyed && unit.place && !indent && <span className="sub">{unit.place}</span>}
      </th>
      {stateOf(overall) === "published" ? <Figures row={row} /> : <NoFigures row={row} />}
    </tr>
  );
}

function Figures({ row: { unit, overall, factors } }: { row: UnitRow }) {
  return (
    <>
      <td className="numeric">
        <strong>{markedRateText(overall)}</strong>
      </td>
      <td className="numeric">{rateIntervalText(overall)}</td>
      <td className="numeric">{unit.responses === null ? MASKED : formatCount(unit.responses)}</td>
      <td className="numeric">{meanText(overall)}</td>
      {factors.map((factor, position) => (
        <td key={factor?.code ?? position} className="numeric">
          {rateText(factor)}
        </td>
      ))}
    </>
  );
}

/** One sentence instead of a row of the same word: masked, or nobody has answered. */
function NoFigures({ row: { unit, overall, factors } }: { row: UnitRow }) {
  return (
    <>
      <td colSpan={2} className="absent">
        {capitalized(rateText(overall))}
      </td>
      <td className="numeric">
        {unit.responses === null ? <span className="absent">–</span> : formatCount(unit.responses)}
      </td>
      <td colSpan={1 + factors.length} />
    </>
  );
}
