import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

interface Named {
  id: number;
  title: string;
}

/** What can be done next with a version that was just published. */
export function VersionWaysOn({
  versionId,
  drafts,
  earlier,
}: {
  versionId: number;
  drafts: readonly Named[];
  earlier: readonly Named[];
}) {
  const t = useWords();
  return (
    <section className="card" aria-labelledby="ways-on-heading">
      <h2 id="ways-on-heading">{t("Dùng mẫu vừa công bố")}</h2>
      <ul className="outline">
        {drafts.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/surveys/${id}/edit?version=${versionId}`}>{t("Dùng cho bản nháp “{title}”", { title })}</Link>
            <span className="sub">{t("Mẫu phiếu của bản nháp đổi sang mẫu này; mọi thứ khác giữ nguyên.")}</span>
          </li>
        ))}
        {earlier.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/surveys/${id}/copy?version=${versionId}`}>
              {t("Lập lại đợt “{title}” với mẫu này", { title })}
            </Link>
            <span className="sub">
              {t("Đơn vị, điểm khảo sát, cỡ mẫu và kế hoạch đi theo; ngày dời sang năm sau.")}
            </span>
          </li>
        ))}
        <li>
          <Link to={`/surveys/new?version=${versionId}`}>{t("Tạo đợt khảo sát mới với mẫu này")}</Link>
        </li>
      </ul>
    </section>
  );
}
