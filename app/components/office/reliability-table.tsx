import { formatCount, formatDecimal, type Language } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { FactorReliability } from "~/indices/factor-reliability";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** Whether the items of each factor measure one thing, and which one does not belong. */
export function ReliabilityTable({ factors }: { factors: readonly FactorReliability[] }) {
  const t = useWords();
  const language = useLanguage();
  if (factors.length === 0) return null;
  return (
    <section aria-labelledby="reliability-heading">
      <h2 id="reliability-heading">{t("Các tiêu chí của một yếu tố có đi cùng nhau không (Cronbach α)")}</h2>
      <TableRegion label={t("Bảng độ tin cậy của các yếu tố")}>
        <table className="stacked figures">
          <thead>
            <tr>
              <th scope="col">{t("Yếu tố, tiêu chí")}</th>
              <NumericHeading>α</NumericHeading>
              <NumericHeading>{t("α nếu bỏ tiêu chí")}</NumericHeading>
              <NumericHeading>{t("n (người)")}</NumericHeading>
              <NumericHeading>{t("α chuẩn hóa")}</NumericHeading>
            </tr>
          </thead>
          {factors.map((factor) => (
            <tbody key={factor.code}>
              <FactorLine factor={factor} />
              {factor.size !== null &&
                factor.items.map(({ code, text, without }) => (
                  <tr key={code}>
                    <th scope="row" className="depth-1">
                      <span className="item-code">{code}</span> {text}
                    </th>
                    <td />
                    <td
                      className={higher(without, factor.alpha) ? "numeric alpha-higher" : "numeric"}
                      data-label={t("α nếu bỏ tiêu chí")}
                    >
                      {without === null ? "–" : alphaText(without, language)}
                      {higher(without, factor.alpha) && <span className="sub">{t("cao hơn khi bỏ")}</span>}
                    </td>
                    <td colSpan={2} />
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </TableRegion>
      <p className="table-note">
        {t(
          "Tính trên n người trả lời hợp lệ mọi tiêu chí của yếu tố, không trọng số. α từ 0,7 thường được coi là đủ. “α nếu bỏ tiêu chí” cao hơn α của yếu tố thì tiêu chí ấy có thể không hợp với yếu tố.",
        )}
      </p>
    </section>
  );
}

function FactorLine({ factor: { code, title, size, alpha, standardised } }: { factor: FactorReliability }) {
  const t = useWords();
  const language = useLanguage();
  const text = (value: number | null) => (value === null ? t("không xác định") : alphaText(value, language));
  return (
    <tr className="row-domain">
      <th scope="row">
        {code}. {title}
      </th>
      {size === null || size === 0 ? (
        <td className="absent" colSpan={4}>
          {size === null ? t("che") : t("Chưa có dữ liệu")}
        </td>
      ) : (
        <>
          <td className="numeric" data-label="α">
            {text(alpha)}
          </td>
          <td />
          <td className="numeric" data-label={t("n (người)")}>
            {formatCount(size, language)}
          </td>
          <td className="numeric" data-label={t("α chuẩn hóa")}>
            {text(standardised)}
          </td>
        </>
      )}
    </tr>
  );
}

function alphaText(alpha: number, language: Language): string {
  return formatDecimal(alpha, 3, language);
}

function higher(without: number | null, alpha: number | null): boolean {
  return without !== null && alpha !== null && without > alpha + 0.0005;
}
