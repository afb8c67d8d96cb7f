import { Form, Link } from "@remix-run/react";
import { formatCount, formatShare } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { markedRateText, personsText, rateIntervalText } from "~/indices/figures";
import type { QualityPage, QualityView } from "~/indices/quality-page";
import { QUALITY_BREAKDOWNS, type QualityLine } from "~/indices/quality-report";
import type { MeasureRow } from "~/indices/result";
import type { Channel } from "~/responses/channels";
import { QUALITY_RULES } from "~/responses/quality/quality-rules";
import type { SampleBasis } from "~/surveys/survey";
import { CarriedFields } from "./carried-fields";
import { NumericHeading } from "./numeric-heading";
import { BREAKDOWN_WORDS, RULE_WORDS } from "./quality-words";
import { TableRegion } from "./table-region";

/** Shares of forms that the rules found, by unit, point, interviewer or channel as the address asks. */
export function QualityBreakdown({
  surveyId,
  page,
  view,
  basis,
}: {
  surveyId: number;
  page: QualityPage;
  view: QualityView;
  basis: SampleBasis;
}) {
  const t = useWords();
  const names = useNames();
  const language = useLanguage();
  const wanted = QUALITY_BREAKDOWNS.filter((by) => by !== "interviewer" || page.hasInterviewers || view.by === by);
  const withIndex = view.by === "unit";
  return (
    <section aria-labelledby="breakdown-heading">
      <h2 id="breakdown-heading">{t("Ở đâu có nhiều phiếu có dấu hiệu")}</h2>
      <nav className="analysis-views" aria-label={t("Cách chia bảng")}>
        <ul>
          {wanted.map((by) => (
            <li key={by}>
              <Link
                to={`/surveys/${surveyId}/quality?by=${by}#breakdown-heading`}
                aria-current={by === view.by ? "true" : undefined}
                preventScrollReset
              >
                {t(BREAKDOWN_WORDS[by])}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {(view.by === "unit" || view.by === "point") && (
        <Form method="get" action="#breakdown-heading" className="filter-form" role="search" preventScrollReset>
          <label htmlFor="q">{t("Tên đơn vị hoặc điểm")}</label>
          <input id="q" type="search" name="q" defaultValue={view.search} />
          <input type="hidden" name="by" value={view.by} />
          <CarriedFields />
          <button type="submit" className="button button-quiet">
            {t("Lọc")}
          </button>
        </Form>
      )}
      {view.search && (
        <p role="status">{t("Đang lọc: tên đơn vị hoặc điểm có “{search}”.", { search: view.search })}</p>
      )}
      {page.lines.length === 0 ? (
        <p>{view.search ? t("Không có dòng nào tên như vậy.") : t("Chưa có dữ liệu")}</p>
      ) : (
        <TableRegion label={t("Ở đâu có nhiều phiếu có dấu hiệu")}>
          <table className="stacked figures quality-lines">
            <thead>
              <tr>
                <th scope="col">{t(BREAKDOWN_WORDS[view.by])}</th>
                <NumericHeading>{t("Số phiếu")}</NumericHeading>
                <NumericHeading>{t("Có dấu hiệu")}</NumericHeading>
                <th scope="col">{t("Dấu hiệu tìm thấy")}</th>
                <NumericHeading>{t("Hai dấu hiệu khác nhóm")}</NumericHeading>
                <NumericHeading>{t("Đã loại")}</NumericHeading>
                {withIndex && <NumericHeading>{t("Hài lòng, mọi phiếu")}</NumericHeading>}
                {withIndex && <NumericHeading>{t("Hài lòng, không có phiếu có dấu hiệu")}</NumericHeading>}
              </tr>
            </thead>
            <tbody>
              {page.lines.map((line) => (
                <Line key={line.key} line={line} by={view.by} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      <p className="table-note">
        {t("Xếp theo tỷ lệ phiếu có dấu hiệu. Tỷ lệ cao là lý do để hỏi lại, chưa phải là kết luận.")}
        {withIndex &&
          ` ${t("Dưới mỗi tỷ lệ: n là số người, rồi {interval} (%).", { interval: names.interval(basis) })}`}
        {withIndex &&
          page.lines.some(({ overall }) => overall?.without?.suppressed) &&
          ` ${t("“Không công bố” ở cột cuối: đơn vị còn quá ít người, hoặc quá ít phiếu có dấu hiệu nên so hai cột sẽ lộ câu trả lời của nhóm ít người.")}`}
        {page.moreLines > 0 && ` ${t("Còn {n} dòng nữa; tìm theo tên.", { n: formatCount(page.moreLines, language) })}`}
      </p>
    </section>
  );
}

function Line({ line: { name, place, counts, overall, standsOut }, by }: { line: QualityLine; by: QualityView["by"] }) {
  const t = useWords();
  const names = useNames();
  const language = useLanguage();
  const found = QUALITY_RULES.filter((rule) => counts.rules[rule] > 0);
  const share = (part: number) => formatShare(part / counts.forms, 1, language);
  return (
    <tr>
      <th scope="row">
        {by === "channel" ? names.channels[name as Channel] : name}
        {place && <span className="sub">{place}</span>}
        {standsOut.map((outlier) => (
          <span key={outlier.by} className="sub">
            {t("{mark}: {share}, các {group} khác thường {others}", {
              mark: t(RULE_WORDS[outlier.by].name),
              share: formatShare(outlier.marked / outlier.forms, 1, language),
              group: t(BREAKDOWN_WORDS[by]).toLowerCase(),
              others: formatShare(outlier.others, 1, language),
            })}
          </span>
        ))}
      </th>
      <td className="numeric" data-label={t("Số phiếu")}>
        {formatCount(counts.forms, language)}
      </td>
      <td className="numeric" data-label={t("Có dấu hiệu")}>
        {formatCount(counts.flagged, language)}
        <span className="sub">{share(counts.flagged)}</span>
      </td>
      <td data-label={t("Dấu hiệu tìm thấy")}>
        {found.length === 0
          ? "–"
          : found.map((rule) => (
              <span key={rule} className="quality-found">
                {t(RULE_WORDS[rule].name)}: {formatCount(counts.rules[rule], language)}
              </span>
            ))}
      </td>
      <td className="numeric" data-label={t("Hai dấu hiệu khác nhóm")}>
        {formatCount(counts.excludable, language)}
      </td>
      <td className="numeric" data-label={t("Đã loại")}>
        {formatCount(counts.excluded, language)}
      </td>
      {by === "unit" && <IndexCell label={t("Hài lòng, mọi phiếu")} row={overall?.with} />}
      {by === "unit" && <IndexCell label={t("Hài lòng, không có phiếu có dấu hiệu")} row={overall?.without} />}
    </tr>
  );
}

/** A rate with the persons it rests on and its interval. */
function IndexCell({ label, row }: { label: string; row: MeasureRow | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const isTold = row?.suppressed === null && (row.n_persons ?? 0) > 0;
  return (
    <td className="numeric" data-label={label}>
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
