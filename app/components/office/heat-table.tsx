import { Link } from "@remix-run/react";
import { capitalized } from "~/i18n/names";
import { formatCount, formatDecimal, formatShare } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { type AnalysisFilter, analysisAddress } from "~/indices/analysis-filter";
import {
  MASKED,
  markedRateText,
  meanIntervalText,
  meanText,
  personsText,
  rateIntervalText,
  stateOf,
} from "~/indices/figures";
import { colourOf, type HeatOrder, type HeatRow } from "~/indices/heat-table";
import type { IndexMeasure } from "~/indices/index-estimate";
import type { MeasureRow } from "~/indices/result";
import type { Factor } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { MarkNotes } from "./mark-notes";
import { TableRegion } from "./table-region";

export interface HeatTableProps {
  surveyId: number;
  filter: AnalysisFilter;
  factors: readonly Factor[];
  measure: IndexMeasure;
  order: HeatOrder;
  cuts: readonly number[];
  rows: readonly HeatRow[];
  basis: SampleBasis;
}

/** Units by factors: every figure with its persons and interval, on a ground whose colour says no more than the figure does. */
export function HeatTable(table: HeatTableProps) {
  const t = useWords();
  const names = useNames();
  const { factors, rows, order, basis } = table;
  return (
    <section aria-labelledby="heat-heading" className="print-landscape">
      <h2 id="heat-heading">{t("Chỉ số theo đơn vị và yếu tố")}</h2>
      <ColourScale cuts={table.cuts} measure={table.measure} />
      <TableRegion label={t("Bảng chỉ số theo đơn vị và yếu tố")}>
        <table className="wide stacked sortable threes heat-table">
          <thead data-label={t("Xếp theo")}>
            <tr>
              <Column table={table} by="name" label={t("Đơn vị")} />
              <Column table={table} by="persons" label={t("n (người)")} numeric />
              <Column table={table} by="overall" label={t("Chung")} numeric />
              {factors.map(({ code, title }) => (
                <Column key={code} table={table} by={`f.${code}`} label={code} title={title.vi} numeric />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unit.key} className={row.unit.surveyed ? undefined : "row-roll-up"}>
                <th scope="row" className={order.by === "tree" ? `depth-${Math.min(row.unit.depth, 4)}` : undefined}>
                  <Link to={`/surveys/${table.surveyId}/results/${encodeURIComponent(row.unit.key)}`}>
                    {row.unit.name}
                  </Link>
                  {(row.pooled || !row.unit.surveyed) && (
                    <span className="sub">{row.pooled ? t("theo quy mô") : t("gộp phiếu")}</span>
                  )}
                  {row.unit.surveyed && row.unit.place && order.by !== "tree" && (
                    <span className="sub">{row.unit.place}</span>
                  )}
                </th>
                <HeatCells row={row} table={table} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={rows.flatMap(({ overall, factors: own }) => [overall, ...own])} />
      <p className="table-note">
        {t("Yếu tố: {columns}.", { columns: factors.map(({ code, title }) => `${code}: ${title.vi}`).join("; ") })}{" "}
        {t("Dưới mỗi chỉ số: n là số người có câu trả lời hợp lệ, rồi {interval}.", {
          interval: names.interval(basis),
        })}
      </p>
    </section>
  );
}

function HeatCells({ row, table }: { row: HeatRow; table: HeatTableProps }) {
  const t = useWords();
  const language = useLanguage();
  const { overall } = row;
  const persons = (
    <td className="numeric heat-persons" data-label={t("n (người)")}>
      {row.persons === null ? <span className="absent">–</span> : formatCount(row.persons, language)}
    </td>
  );
  if (stateOf(overall) === "empty" || (overall?.suppressed && row.factors.every((factor) => factor?.suppressed))) {
    return (
      <>
        {persons}
        <td className="absent heat-absent" colSpan={1 + row.factors.length}>
          {capitalized(t(overall?.suppressed ? MASKED : "Chưa có dữ liệu"))}
        </td>
      </>
    );
  }
  return (
    <>
      {persons}
      <HeatCell label={t("Chung")} row={overall} pooled={row.pooled} table={table} />
      {row.factors.map((factor, at) => (
        <HeatCell key={table.factors[at]?.code} label={table.factors[at]?.code ?? ""} row={factor} table={table} />
      ))}
    </>
  );
}

function HeatCell({
  label,
  row,
  pooled,
  table: { measure, cuts },
}: {
  label: string;
  row: MeasureRow | undefined;
  pooled?: MeasureRow | undefined;
  table: HeatTableProps;
}) {
  const t = useWords();
  const language = useLanguage();
  const state = stateOf(row);
  if (row === undefined || state !== "published") {
    return (
      <td className="numeric absent" data-label={label}>
        {state === "masked" ? t("che") : "–"}
      </td>
    );
  }
  const figure = (one: MeasureRow) => (measure === "rate" ? markedRateText(one, language) : meanText(one, language));
  const interval = measure === "rate" ? rateIntervalText(row, language) : meanIntervalText(row, language);
  const colour = colourOf(row[measure], cuts);
  return (
    <td className={`numeric${colour ? ` heat-${colour}` : ""}`} data-label={label}>
      {figure(row)}
      <span className="sub">{t("n = {n}", { n: personsText(row, language) })}</span>
      <span className="sub">{interval}</span>
      {pooled && <span className="sub">{t("Gộp phiếu: {figure}", { figure: figure(pooled) })}</span>}
    </td>
  );
}

/** A heading by which the rows can be ordered: the highest first, the other way round on the second press. */
function Column({
  table: { filter, measure, order },
  by,
  label,
  title,
  numeric = false,
}: {
  table: HeatTableProps;
  by: string;
  label: string;
  title?: string;
  numeric?: boolean;
}) {
  const active = order.by === by;
  const next = active ? !order.descending : numeric;
  const of = measure === "mean" ? "mean" : "";
  return (
    <th
      scope="col"
      title={title}
      className={numeric ? "numeric" : undefined}
      aria-sort={active ? (order.descending ? "descending" : "ascending") : undefined}
    >
      <Link to={analysisAddress(filter, { of, sort: (next ? "-" : "") + by })} preventScrollReset className="sort-link">
        {label}
        {title && <span className="visually-hidden">: {title}</span>}
        <span aria-hidden="true">{active ? (order.descending ? " ↓" : " ↑") : " ↕"}</span>
      </Link>
    </th>
  );
}

/** What each colour stands for, in words. */
function ColourScale({ cuts, measure }: { cuts: readonly number[]; measure: IndexMeasure }) {
  const t = useWords();
  const language = useLanguage();
  const text = (cut: number) => (measure === "rate" ? formatShare(cut, 0, language) : formatDecimal(cut, 2, language));
  const ranges = [undefined, ...cuts].map((from, at) => {
    const to = cuts[at];
    if (from === undefined) return t("dưới {to}", { to: text(to ?? 0) });
    return to === undefined
      ? t("từ {from} trở lên", { from: text(from) })
      : t("từ {from} đến dưới {to}", { from: text(from), to: text(to) });
  });
  return (
    <ul className="colour-scale" aria-label={t("Thang màu")}>
      {ranges.map((range, at) => (
        <li key={range} className={`heat-${at + 1}`}>
          {range}
        </li>
      ))}
    </ul>
  );
}
