import { useMemo } from "react";
import { ChartCanvas } from "~/components/chart-canvas";
import { formatCount, formatDecimal, formatShare } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { Drivers } from "~/indices/satisfaction-drivers";
import type { Quadrant } from "~/statistics/importance-performance";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

const loadMap = () => import("~/components/draw-driver-map").then((loaded) => loaded.drawDriverMap);

const QUADRANTS: Readonly<Record<Quadrant, Phrase>> = {
  improve: "Ưu tiên cải thiện: quan trọng, điểm thấp",
  keep: "Giữ vững: quan trọng, điểm cao",
  maintain: "Duy trì: ít quan trọng hơn, điểm cao",
  "low-priority": "Làm sau: ít quan trọng hơn, điểm thấp",
};

const QUARTERS: Readonly<Record<Quadrant, Phrase>> = {
  improve: "Ưu tiên cải thiện",
  keep: "Giữ vững",
  maintain: "Duy trì",
  "low-priority": "Làm sau",
};

const WITHOUT: Readonly<Record<Exclude<Drivers["state"], "found">, Phrase>> = {
  masked: "Số người trả lời đủ câu chung và mọi yếu tố quá ít nên không công bố.",
  "too-few": "Chưa có đủ người trả lời cả câu chung và mọi yếu tố để tính.",
  constant:
    "Câu trả lời chung không khác nhau hoặc không đi cùng yếu tố nào, nên không xếp được yếu tố nào quan trọng.",
};

/** Which factors overall satisfaction goes with, and what to do about each. */
export function DriverResults({ drivers, outcome }: { drivers: Drivers; outcome: { code: string; text: string } }) {
  const t = useWords();
  const language = useLanguage();
  const map = useMemo(
    () =>
      drivers.state === "found"
        ? {
            points: drivers.drivers.map(({ code, title, importance, performance }) => ({
              ...{ code, label: title, importance, performance },
            })),
            ...{ importance: drivers.importance, performance: drivers.performance },
            axes: { importance: t("Mức quan trọng (%)"), performance: t("Điểm trung bình") },
            quadrants: {
              ...{ improve: t(QUARTERS.improve), keep: t(QUARTERS.keep), maintain: t(QUARTERS.maintain) },
              "low-priority": t(QUARTERS["low-priority"]),
            },
          }
        : null,
    [drivers, t],
  );
  return (
    <section aria-labelledby="drivers-heading">
      <h2 id="drivers-heading">{t("Yếu tố nào đi cùng sự hài lòng chung")}</h2>
      <p>{t("Câu chung: {code}. {text}", outcome)}</p>
      {drivers.state !== "found" || map === null ? (
        <p className="empty-state">{drivers.state !== "found" && t(WITHOUT[drivers.state])}</p>
      ) : (
        <>
          <ChartCanvas
            label={t("Bản đồ mức quan trọng và điểm của các yếu tố")}
            size="square"
            load={loadMap}
            drawn={map}
          />
          <TableRegion label={t("Bảng mức quan trọng và điểm của các yếu tố")}>
            <table className="stacked figures">
              <thead>
                <tr>
                  <th scope="col">{t("Yếu tố")}</th>
                  <NumericHeading>{t("Mức quan trọng (%)")}</NumericHeading>
                  <NumericHeading>{t("Điểm trung bình")}</NumericHeading>
                  <NumericHeading>{t("n (người)")}</NumericHeading>
                  <th scope="col">{t("Gợi ý")}</th>
                </tr>
              </thead>
              <tbody>
                {drivers.drivers.map((driver) => (
                  <tr key={driver.code}>
                    <th scope="row">
                      {driver.code}. {driver.title}
                    </th>
                    <td className="numeric" data-label={t("Mức quan trọng (%)")}>
                      {formatShare(driver.importance, 1, language)}
                    </td>
                    <td className="numeric" data-label={t("Điểm trung bình")}>
                      {formatDecimal(driver.performance, 2, language)}
                    </td>
                    <td className="numeric" data-label={t("n (người)")}>
                      {formatCount(driver.persons, language)}
                    </td>
                    <td data-label={t("Gợi ý")}>{t(QUADRANTS[driver.quadrant])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
          <p className="table-note">
            {t(
              "n = {n} người trả lời câu chung và có ít nhất một câu hợp lệ ở mỗi yếu tố. Các yếu tố cùng nhau giải thích {share} khác biệt của câu chung (R²). Mức quan trọng: phần của mỗi yếu tố trong đó (Johnson 2000). Đi cùng không có nghĩa là nguyên nhân.",
              { n: formatCount(drivers.size, language), share: formatShare(drivers.rSquared, 1, language) },
            )}{" "}
            {t("Hai đường cắt của bản đồ là số trung bình của các yếu tố.")}
          </p>
        </>
      )}
    </section>
  );
}
