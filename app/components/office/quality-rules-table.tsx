import { Link } from "@remix-run/react";
import { formatCount, formatShare } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { QualityPage } from "~/indices/quality-page";
import { MARKS_ONLY, QUALITY_RULES } from "~/responses/quality/quality-rules";
import { NumericHeading } from "./numeric-heading";
import { RULE_WORDS } from "./quality-words";
import { TableRegion } from "./table-region";

/** What each rule looks for, and how many forms it found. */
export function QualityRulesTable({
  surveyId,
  page: { counts, settings, medianSeconds, points },
}: {
  surveyId: number;
  page: QualityPage;
}) {
  const t = useWords();
  const language = useLanguage();
  return (
    <section aria-labelledby="rules-heading">
      <h2 id="rules-heading">{t("Theo quy tắc")}</h2>
      <TableRegion label={t("Theo quy tắc")}>
        <table className="quality-rules">
          <thead>
            <tr>
              <th scope="col">{t("Dấu hiệu")}</th>
              <NumericHeading>{t("Số phiếu")}</NumericHeading>
              <NumericHeading>{t("Tỷ lệ")}</NumericHeading>
            </tr>
          </thead>
          <tbody>
            {QUALITY_RULES.map((rule) => (
              <tr key={rule}>
                <th scope="row">
                  {t(RULE_WORDS[rule].name)}
                  {MARKS_ONLY.includes(rule) && <span className="quality-mark">{t("dấu để xem")}</span>}
                  <span className="sub">{t(RULE_WORDS[rule].explanation, { ...settings })}</span>
                  {rule === "closed-hours" && (
                    <span className="sub">
                      {t(
                        "Giờ theo từng thứ trong tuần, kể cả ngày chỉ mở một buổi. Đã khai giờ: {told} trong {all} điểm có phiếu.",
                        { told: formatCount(points.withHours, language), all: formatCount(points.all, language) },
                      )}{" "}
                      {points.withHours < points.all && (
                        <Link to={`/surveys/${surveyId}/points`}>{t("Điểm khảo sát")}</Link>
                      )}
                    </span>
                  )}
                </th>
                {rule === "closed-hours" && points.withHours === 0 ? (
                  <td className="absent" colSpan={2}>
                    {t("Chưa xét được")}
                  </td>
                ) : (
                  <>
                    <td className="numeric">{formatCount(counts.rules[rule], language)}</td>
                    <td className="numeric">
                      {counts.forms === 0 ? "–" : formatShare(counts.rules[rule] / counts.forms, 1, language)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {medianSeconds !== null && (
        <p className="table-note">
          {t("Một nửa số phiếu được trả lời trong không quá {n} giây.", { n: formatCount(medianSeconds, language) })}
        </p>
      )}
    </section>
  );
}
