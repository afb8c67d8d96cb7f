import { Form, Link } from "@remix-run/react";
import { capitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { MASKED, markedRateText, meanText, rateIntervalText, rateText, stateOf } from "~/indices/figures";
import { pageAddress, sortAddress } from "~/indices/read-unit-table";
import type { UnitOrder, UnitRow, UnitTable, UnitTableRequest } from "~/indices/results-view";
import type { Factor } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { Pager } from "./pager";
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
  table: UnitTable;
}) {
  const t = useWords();
  const { interval } = useNames();
  const language = useLanguage();
  return (
    <section aria-labelledby="units-heading">
      <h2 id="units-heading">{t("Theo đơn vị")}</h2>
      <Form method="get" className="field field-inline" preventScrollReset>
        <label htmlFor="q">{t("Tìm đơn vị")}</label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={table.search}
          placeholder={t("Tên hoặc mã, không cần dấu")}
        />
        {table.order !== "tree" && (
          <input type="hidden" name="sort" value={(table.descending ? "-" : "") + table.order} />
        )}
        <button type="submit" className="button button-quiet">
          {t("Tìm")}
        </button>
        {table.search && (
          <Link to="?" preventScrollReset>
            {t("Bỏ tìm")}
          </Link>
        )}
      </Form>
      {table.search && (
        <p role="status">{t("Đang lọc: tên hoặc mã đơn vị có “{search}”.", { search: table.search })}</p>
      )}
      <p className="muted">
        {t(
          "{n} trong {total} đơn vị. Thứ tự không phải là xếp hạng: hai khoảng 95% chồng lên nhau thì chưa đủ căn cứ để nói có chênh lệch.",
          { n: formatCount(table.found, language), total: formatCount(table.total, language) },
        )}
      </p>
      <TableRegion label={t("Bảng kết quả theo đơn vị")}>
        <table className="wide stacked sortable threes">
          <thead data-label={t("Xếp theo")}>
            <tr>
              <Sortable table={table} order="name" label={t("Đơn vị")} />
              <Sortable table={table} order="rate" label={t("Hài lòng chung")} numeric />
              <NumericHeading>{capitalized(interval(basis))} (%)</NumericHeading>
              <Sortable table={table} order="responses" label={t("Phiếu")} numeric />
              <Sortable table={table} order="mean" label={t("Điểm trung bình")} numeric />
              {factors.map((factor) => (
                <NumericHeading key={factor.code} title={factor.title.vi}>
                  {factor.code}
                  <span className="visually-hidden">: {factor.title.vi}</span>
                </NumericHeading>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <UnitLine
                key={row.unit.key}
                surveyId={surveyId}
                basis={basis}
                row={row}
                indent={table.order === "tree"}
              />
            ))}
          </tbody>
        </table>
      </TableRegion>
      {table.rows.length === 0 && (
        <p className="empty-state">{t("Không có đơn vị nào khớp với “{search}”.", { search: table.search })}</p>
      )}
      <Pager page={table.page} pages={table.pages} addressOf={(page) => pageAddress(table, page)} />
      <MarkNotes rows={table.rows.map(({ overall }) => overall)} />
      <p className="table-note">
        {t("Cột {columns} (tỷ lệ hài lòng).", {
          columns: factors.map(({ code, title }) => `${code}: ${title.vi}`).join("; "),
        })}
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

function UnitLine({
  surveyId,
  basis,
  row,
  indent,
}: {
  surveyId: number;
  basis: SampleBasis;
  row: UnitRow;
  indent: boolean;
}) {
  const t = useWords();
  const { unit, overall } = row;
  return (
    <tr className={unit.surveyed ? undefined : "row-roll-up"}>
      <th scope="row" className={indent ? `depth-${Math.min(unit.depth, 4)}` : undefined}>
        <Link to={`/surveys/${surveyId}/results/${encodeURIComponent(unit.key)}`}>{unit.name}</Link>
        {(row.pooled || !unit.surveyed) && (
          <span className="sub">{row.pooled ? t("theo quy mô") : t("gộp phiếu")}</span>
        )}
        {unit.surveyed && unit.place && !indent && <span className="sub">{unit.place}</span>}
      </th>
      {stateOf(overall) === "published" ? <Figures row={row} basis={basis} /> : <NoFigures row={row} />}
    </tr>
  );
}

function Figures({ row: { unit, overall, factors, pooled }, basis }: { row: UnitRow; basis: SampleBasis }) {
  const t = useWords();
  const { interval } = useNames();
  const language = useLanguage();
  return (
    <>
      <td className="numeric" data-label={t("Hài lòng chung")}>
        <strong>{markedRateText(overall, language)}</strong>
        {pooled && (
          <span className="sub">{t("Gộp phiếu: {figure}", { figure: markedRateText(pooled, language) })}</span>
        )}
      </td>
      <td className="numeric" data-label={`${capitalized(interval(basis))} (%)`}>
        {rateIntervalText(overall, language)}
      </td>
      <td className="numeric" data-label={t("Phiếu")}>
        {unit.responses === null ? t(MASKED) : formatCount(unit.responses, language)}
      </td>
      <td className="numeric" data-label={t("Điểm trung bình")}>
        {meanText(overall, language)}
        {pooled && <span className="sub">{t("Gộp phiếu: {figure}", { figure: meanText(pooled, language) })}</span>}
      </td>
      {factors.map((factor, position) => (
        <td key={factor?.code ?? position} className="numeric" data-label={factor?.code}>
          {rateText(factor, language)}
        </td>
      ))}
    </>
  );
}

/** One sentence instead of a row of the same word: masked, or nobody has answered. */
function NoFigures({ row: { unit, overall, factors } }: { row: UnitRow }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <td colSpan={2} className="absent">
        {capitalized(rateText(overall, language))}
      </td>
      <td className="numeric" data-label={t("Phiếu")}>
        {unit.responses === null ? <span className="absent">–</span> : formatCount(unit.responses, language)}
      </td>
      <td colSpan={1 + factors.length} />
    </>
  );
}
