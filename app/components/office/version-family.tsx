import { Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { VariantCounts } from "~/questionnaires/item-identity";

interface Relative {
  id: number;
  version: number;
  title: string;
  variantName: string | null;
  day: string;
  publishedBy: string | null;
  sameCode: boolean;
}

/** Other versions of a form, its variants, how its items follow the version before, and the surveys that use it. */
export function VersionFamily({
  relatives,
  links,
  variantOf,
  uses,
}: {
  relatives: readonly Relative[];
  links: { same: number; reworded: number; new: number; dropped: number } | null;
  variantOf: { id: number; title: string; counts: VariantCounts } | null;
  uses: readonly { id: number; title: string; opensOn: string; closesOn: string }[];
}) {
  const t = useWords();
  return (
    <>
      {variantOf && (
        <p className="notice">
          {t(
            "Biến thể của “{title}”: {verbatim} câu nguyên văn, {changed} câu sửa, {added} câu thêm, {dropped} câu bỏ.",
            {
              title: variantOf.title,
              ...variantOf.counts,
            },
          )}{" "}
          <Link to={`/questionnaires/${variantOf.id}`}>{t("Xem mẫu chính thức")}</Link>
        </p>
      )}
      {links && (
        <p>
          {t("So với bản trước: {same} câu giữ nguyên, {reworded} câu sửa lời, {added} câu mới, {dropped} câu bỏ.", {
            same: links.same,
            reworded: links.reworded,
            added: links.new,
            dropped: links.dropped,
          })}
        </p>
      )}
      <RelativeList heading={t("Các phiên bản khác")} relatives={relatives.filter(({ sameCode }) => sameCode)} />
      <RelativeList heading={t("Các biến thể")} relatives={relatives.filter(({ sameCode }) => !sameCode)} />
      {uses.length > 0 && (
        <section aria-labelledby="uses-heading">
          <h2 id="uses-heading">{t("Đợt khảo sát dùng phiên bản này")}</h2>
          <ul className="outline">
            {uses.map(({ id, title, opensOn, closesOn }) => (
              <li key={id}>
                <Link to={`/surveys/${id}`}>{title}</Link>
                <span className="sub">
                  {formatDay(opensOn)} – {formatDay(closesOn)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function RelativeList({ heading, relatives }: { heading: string; relatives: readonly Relative[] }) {
  const t = useWords();
  if (relatives.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="outline">
        {relatives.map(({ id, version, title, variantName, day, publishedBy }) => (
          <li key={id}>
            <Link to={`/questionnaires/${id}`}>{title}</Link>{" "}
            {variantName && <span className="badge">{variantName}</span>}
            <span className="sub">
              {t("Phiên bản {n}, công bố ngày {day}", { n: version, day: formatDay(day) })}
              {publishedBy && ` · ${publishedBy}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
