import { Link } from "@remix-run/react";
import { type CommentsRequest, searchAddress } from "~/comments/comments-request";
import type { Keyword } from "~/comments/keywords";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

/** What many comments speak of, each phrase leading to those that hold it. */
export function CommentKeywords({ keywords, request }: { keywords: readonly Keyword[]; request: CommentsRequest }) {
  const t = useWords();
  const language = useLanguage();
  if (keywords.length === 0) return null;
  return (
    <section aria-labelledby="keywords-heading">
      <h2 id="keywords-heading">{t("Được nhắc tới nhiều")}</h2>
      <ul className="keywords">
        {keywords.map(({ phrase, comments }) => (
          <li key={phrase}>
            <Link to={searchAddress(request, phrase)} aria-current={request.search === phrase ? "true" : undefined}>
              {phrase} <span className="muted">{t("{n} ý kiến", { n: formatCount(comments, language) })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
