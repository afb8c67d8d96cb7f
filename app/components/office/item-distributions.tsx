import { useMemo } from "react";
import { ChartCanvas } from "~/components/chart-canvas";
import { formatCount, formatRatio } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { ItemDistribution, ScaleDistribution } from "~/indices/item-distribution";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

const loadStackedBars = () => import("~/components/draw-stacked-bars").then((loaded) => loaded.drawStackedBars);

/** How the answers to every item fall on the levels of its scale, a table with its chart for each scale. */
export function ItemDistributions({ scales }: { scales: readonly ScaleDistribution[] }) {
  const t = useWords();
  if (scales.length === 0) {
    return <p className="empty-state">{t("Mẫu phiếu không có câu hỏi theo thang mức.")}</p>;
  }
  return scales.map((scale) => <ScaleTable key={scale.scale} scale={scale} />);
}

function ScaleTable({ scale: { scale, levels, excluded, items } }: { scale: ScaleDistribution }) {
  const t = useWords();
  const titles = levels.map(({ label }) => label.vi);
  const heads = [...titles, ...excluded.map(({ label }) => label.vi)];
  const range = `${titles[0] ?? ""} … ${titles.at(-1) ?? ""}`;
  const bars = useMemo(
    () => ({
      parts: levels.map(({ label }) => label.vi),
      bars: items.flatMap(({ code, row, counts }) =>
        counts && (row?.n_valid ?? 0) > 0 ? [{ label: code, counts: counts.slice(0, levels.length) }] : [],
      ),
    }),
    [levels, items],
  );
  return (
    <section aria-labelledby={`scale-${scale}`} className="print-landscape">
      <h2 id={`scale-${scale}`}>{t("Thang mức: {range}", { range })}</h2>
      {bars.bars.length > 0 && (
        <ChartCanvas
          label={t("Phân bố các mức, phần trăm câu trả lời hợp lệ")}
          size={bars.bars.length > 10 ? "many" : "some"}
          load={loadStackedBars}
          drawn={bars}
        />
      )}
      <TableRegion label={t("Bảng phân bố câu trả lời theo tiêu chí, thang {levels}", { levels: range })}>
        <table className="wide stacked figures">
          <thead>
            <tr>
              <th scope="col">{t("Tiêu chí, câu hỏi")}</th>
              <NumericHeading>{t("n (người)")}</NumericHeading>
              {[...levels, ...excluded].map(({ value, label }) => (
                <NumericHeading key={value}>{label.vi}</NumericHeading>
              ))}
              <NumericHeading>{t("Không trả lời")}</NumericHeading>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemLine key={item.code} item={item} levels={levels.length} heads={heads} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="table-note">
        {excluded.length > 0
          ? t(
              "Mỗi ô: phần trăm của n câu trả lời hợp lệ và số người. “{excluded}” và “Không trả lời” đứng riêng, ngoài n.",
              { excluded: excluded.map(({ label }) => label.vi).join(", ") },
            )
          : t("Mỗi ô: phần trăm của n câu trả lời hợp lệ và số người. “Không trả lời” đứng riêng, ngoài n.")}
      </p>
    </section>
  );
}

function ItemLine({ item, levels, heads }: { item: ItemDistribution; levels: number; heads: readonly string[] }) {
  const t = useWords();
  const { reversedMark } = useNames();
  const language = useLanguage();
  const { row, counts } = item;
  const base = row?.n_valid ?? 0;
  return (
    <tr>
      <th scope="row">
        <span className="item-code">{item.code}</span> {item.text} {item.reversed && reversedMark}
      </th>
      {row?.suppressed || row === undefined || counts === null || (row.n_asked ?? 0) === 0 ? (
        <td className="absent" colSpan={2 + heads.length}>
          {row?.suppressed ? t("che") : t("Chưa có dữ liệu")}
        </td>
      ) : (
        <>
          <td className="numeric" data-label={t("n (người)")}>
            {formatCount(base, language)}
          </td>
          {counts.map((count, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the levels of a scale never change their order
            <td key={at} className="numeric" data-label={heads[at]}>
              {at < levels && base > 0 && formatRatio(count, base, 1, language)}
              <span className={at < levels ? "sub" : undefined}>{formatCount(count, language)}</span>
            </td>
          ))}
          <td className="numeric" data-label={t("Không trả lời")}>
            {formatCount(row.n_missing ?? 0, language)}
          </td>
        </>
      )}
    </tr>
  );
}
