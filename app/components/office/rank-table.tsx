import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { ChartCanvas } from "~/components/chart-canvas";
import { capitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { markedRateText, personsText, rateIntervalText } from "~/indices/figures";
import { endsOfRanking, type RankEnd, type RankedUnit, type UnitRanking } from "~/indices/rank-units";
import type { SampleBasis } from "~/surveys/survey";
import { isProbabilityBasis } from "~/surveys/survey";
import { FigureCells, type FigureColumn, FigureHeadings } from "./figure-columns";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

const COLUMNS: readonly FigureColumn[] = ["rate", "rate-interval", "persons"];

/** Beyond this many units a chart has no room for their names. */
const CHART_UNITS = 40;

const loadRanges = () => import("~/components/draw-rank-ranges").then((loaded) => loaded.drawRankRanges);

/** Units by rank, each with the ranks that chance alone could have given it. */
export function RankTable({
  surveyId,
  basis,
  ranking: { ranked, masked, empty },
  of,
}: {
  surveyId: number;
  basis: SampleBasis;
  ranking: UnitRanking;
  /** Factor or item by which units are ranked; null: the overall index. */
  of: string | null;
}) {
  const t = useWords();
  const language = useLanguage();
  const words = useNames();
  const ranges = useMemo(
    () => ranked.map(({ unit, rank, interval }) => ({ label: unit.name, rank, interval })),
    [ranked],
  );
  return (
    <section aria-labelledby="rank-heading">
      <h2 id="rank-heading">
        {of === null ? t("Xếp hạng theo tỷ lệ hài lòng chung") : t("Xếp hạng theo tỷ lệ hài lòng: {of}", { of })}
      </h2>
      <RankEnds ranked={ranked} />
      <div className="notice">
        <p>
          <strong>
            {t(
              "Hai đơn vị có khoảng thứ hạng chồng lên nhau thì chưa đủ căn cứ để nói đơn vị nào hơn. Không dùng riêng cột thứ hạng.",
            )}
          </strong>
        </p>
        {!isProbabilityBasis(basis) && <p>{capitalized(words.modelInterval)}.</p>}
      </div>
      {ranked.length > 1 && ranked.length <= CHART_UNITS && (
        <ChartCanvas
          label={t("Khoảng thứ hạng của từng đơn vị")}
          size={ranked.length > 10 ? "many" : "some"}
          load={loadRanges}
          drawn={ranges}
        />
      )}
      {ranked.length < 2 ? (
        <p className="empty-state">
          {ranked.length === 0
            ? t("Chưa có đơn vị nào đủ người trả lời để xếp hạng.")
            : t("Chỉ {unit} có số liệu trong phạm vi đang xem: một đơn vị thì không có gì để xếp hạng.", {
                unit: ranked[0]?.unit.name ?? "",
              })}
        </p>
      ) : (
        <TableRegion label={t("Bảng xếp hạng đơn vị")}>
          <table className="stacked figures">
            <thead>
              <tr>
                <th scope="col">{t("Đơn vị")}</th>
                <NumericHeading>{t("Thứ hạng")}</NumericHeading>
                <NumericHeading>{t("Khoảng thứ hạng 95%")}</NumericHeading>
                <FigureHeadings columns={COLUMNS} basis={basis} />
              </tr>
            </thead>
            <tbody>
              {ranked.map(({ unit, row, rank, interval }) => (
                <tr key={unit.key}>
                  <th scope="row">
                    <Link to={`/surveys/${surveyId}/results/${encodeURIComponent(unit.key)}`}>{unit.name}</Link>
                    {unit.place && <span className="sub">{unit.place}</span>}
                  </th>
                  <td className="numeric" data-label={t("Thứ hạng")}>
                    {formatCount(rank, language)}
                  </td>
                  <td className="numeric" data-label={t("Khoảng thứ hạng 95%")}>
                    <strong>{interval[0] === interval[1] ? interval[0] : `${interval[0]}–${interval[1]}`}</strong>
                  </td>
                  <FigureCells columns={COLUMNS} row={row} basis={basis} />
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {ranked.length > 1 && (
        <>
          <MarkNotes rows={ranked.map(({ row }) => row)} />
          <p className="table-note">
            {t(
              "Xếp hạng trong {n} đơn vị có số liệu được công bố. Khoảng thứ hạng: 95% các lần mô phỏng từ tỷ lệ và khoảng của từng đơn vị cho thứ hạng nằm trong đó. Tỷ lệ bằng nhau thì cùng hạng.",
              { n: formatCount(ranked.length, language) },
            )}
          </p>
        </>
      )}
      <Unranked title={t("Không công bố nên không xếp hạng")} units={masked} />
      <Unranked title={t("Chưa có dữ liệu nên không xếp hạng")} units={empty} />
    </section>
  );
}

/** Names of rivals that are told; more are counted. */
const NAMED_RIVALS = 4;

/** Who is highest and who is lowest, and whether that is sure: what most people open a ranking for. */
function RankEnds({ ranked }: { ranked: readonly RankedUnit[] }) {
  const t = useWords();
  const language = useLanguage();
  const ends = endsOfRanking(ranked);
  if (!ends) return null;
  const sure = (rivals: readonly string[], certain: string, others: (names: string) => string) => {
    if (rivals.length === 0) return certain;
    const more = rivals.length - NAMED_RIVALS;
    const named = rivals.slice(0, NAMED_RIVALS).join(", ");
    return others(more > 0 ? t("{names} và {n} đơn vị khác", { names: named, n: more }) : named);
  };
  const figure = ({ row }: RankEnd) =>
    `${markedRateText(row, language)}; ${rateIntervalText(row, language)}%; ${t("n = {n}", { n: personsText(row, language) })}`;
  return (
    <ul className="rank-ends">
      <li>
        <strong>{t("Thấp nhất: {units}", { units: ends.bottom.units.join(", ") })}</strong> ({figure(ends.bottom)}).{" "}
        {sure(ends.bottom.rivals, t("Đủ căn cứ: không đơn vị nào khác có thể đứng cuối."), (names) =>
          t("Chưa chắc chắn: {names} cũng có thể đứng cuối.", { names }),
        )}
      </li>
      <li>
        <strong>{t("Cao nhất: {units}", { units: ends.top.units.join(", ") })}</strong> ({figure(ends.top)}).{" "}
        {sure(ends.top.rivals, t("Đủ căn cứ: không đơn vị nào khác có thể đứng đầu."), (names) =>
          t("Chưa chắc chắn: {names} cũng có thể đứng đầu.", { names }),
        )}
      </li>
    </ul>
  );
}

/** Units without a rank, by name and nothing else. */
function Unranked({ title, units }: { title: string; units: UnitRanking["masked"] }) {
  const language = useLanguage();
  if (units.length === 0) return null;
  return (
    <details className="unranked">
      <summary>
        {title} ({formatCount(units.length, language)})
      </summary>
      <ul>
        {units.map(({ key, name, place }) => (
          <li key={key}>
            {name}
            {place && <span className="muted"> – {place}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
