import { capitalized } from "~/i18n/names";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { markedRateText, personsText, rateIntervalText } from "~/indices/figures";
import type { IndexSides as Row, Side, SideFigure } from "~/indices/index-sides";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { MarkNotes } from "./mark-notes";
import { TableRegion } from "./table-region";

/** The overall index and each factor with all forms, without flagged ones and by channel, side by side. */
export function IndexSides({
  sides,
  rows,
  factors,
  basis,
  minimums,
}: {
  sides: readonly Side[];
  rows: readonly Row[];
  factors: Questionnaire["factors"];
  basis: SampleBasis;
  minimums: { cell: number; unit: number };
}) {
  const t = useWords();
  const names = useNames();
  const nameOf = (side: Side) => {
    if (side === "all") return t("Tất cả phiếu");
    return side === "unflagged" ? t("Không có phiếu có dấu hiệu") : names.channels[side];
  };
  const figures = rows.flatMap((row) => row.figures) as (MeasureRow | undefined)[];
  return (
    <section aria-labelledby="sides-heading">
      <h2 id="sides-heading">{t("Tỷ lệ hài lòng theo từng cách tính")}</h2>
      <TableRegion label={t("Tỷ lệ hài lòng theo từng cách tính")}>
        <table className="stacked sides-table">
          <thead>
            <tr>
              <th scope="col">{t("Chỉ số")}</th>
              {sides.map((side) => (
                <th key={side} scope="col" className="numeric">
                  {nameOf(side)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ level, code, figures: own }) => (
              <tr key={`${level}-${code}`}>
                <th scope="row">
                  {level === "overall"
                    ? t(OVERALL_RATE_NAME)
                    : `${code}. ${factors.find((factor) => factor.code === code)?.title.vi ?? ""}`}
                </th>
                {sides.map((side, at) => (
                  <Figure key={side} label={nameOf(side)} figure={own[at]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="table-note">
        {t("Dưới mỗi tỷ lệ: n là số người, rồi {interval} (%).", { interval: names.interval(basis) })}{" "}
        {figures.some((row) => row?.suppressed === "masked") &&
          t(
            "Nhóm dưới {cell} người, kênh dưới {unit} người không công bố; vài ô khác để trống theo, vì lấy tổng trừ đi sẽ ra số của nhóm ít người.",
            minimums,
          )}
      </p>
      <MarkNotes rows={figures} />
    </section>
  );
}

function Figure({ label, figure }: { label: string; figure: SideFigure | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const row = figure as MeasureRow | undefined;
  const isTold = row?.suppressed === null && (row.n_persons ?? 0) > 0;
  return (
    <td className="numeric" data-label={capitalized(label)}>
      {markedRateText(row, language)}
      {isTold && (
        <>
          <span className="sub">{t("n = {n}", { n: personsText(row, language) })}</span>
          <span className="sub">{rateIntervalText(row, language)}</span>
        </>
      )}
    </td>
  );
}
