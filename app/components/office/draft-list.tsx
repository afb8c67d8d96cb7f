import { Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";

/** Forms that are being written in the viewer's reach: whose they are, who changed them last. */
export function DraftList({
  drafts,
}: {
  drafts: readonly {
    id: number;
    title: string;
    variantName: string | null;
    ownerName: string;
    day: string;
    changedBy: string | null;
    base: { title: string; version: number } | null;
  }[];
}) {
  const t = useWords();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts-heading">
      <h2 id="drafts-heading">{t("Bản nháp đang soạn")}</h2>
      <ul className="card-list">
        {drafts.map(({ id, title, variantName, ownerName, day, changedBy, base }) => (
          <li key={id} className="card">
            <h3>
              <Link to={`/questionnaires/drafts/${id}`}>{title || t("(chưa đặt tên)")}</Link>
            </h3>
            <p>
              <span className="badge badge-draft">{t("Bản nháp")}</span>
              {variantName && <span className="badge">{variantName}</span>}
            </p>
            <p className="muted">
              {ownerName}
              {base && <> · {t("từ “{title}”, phiên bản {n}", { title: base.title, n: base.version })}</>}
            </p>
            <p className="muted">
              {changedBy
                ? t("{name} sửa lần cuối ngày {day}", { name: changedBy, day: formatDay(day) })
                : t("Sửa lần cuối ngày {day}", { day: formatDay(day) })}
            </p>
            <p className="actions">
              <Link to={`/questionnaires/drafts/${id}`}>{t("Soạn tiếp")}</Link>
              <Link to={`/questionnaires/drafts/${id}/publish`}>{t("Xem thay đổi và công bố")}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
