import { Link } from "@remix-run/react";
import { COMMENTS_PER_PAGE } from "~/comments/comments-page";
import { type CommentsRequest, pageAddress } from "~/comments/comments-request";
import type { SurveyComments } from "~/comments/survey-comments";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

/** A page of comments with the question each answers and nothing else about it. */
export function CommentsList({ comments, request }: { comments: SurveyComments; request: CommentsRequest }) {
  const t = useWords();
  const language = useLanguage();
  const { found, questions } = comments;
  const titles = new Map(questions.map(({ field, code, title }) => [field, `${code}. ${title}`]));
  const first = (found.page - 1) * COMMENTS_PER_PAGE + 1;
  if (found.total === 0) return <p className="empty-state">{t("Không có ý kiến nào khớp với điều kiện lọc.")}</p>;
  return (
    <>
      <p className="muted">
        {t("Ý kiến {first}–{last} trong {total}.", {
          first: formatCount(first, language),
          last: formatCount(first + found.comments.length - 1, language),
          total: formatCount(found.total, language),
        })}
      </p>
      <ul className="comments">
        {found.comments.map(({ field, text }, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comment has nothing of its own that could tell it apart
          <li key={position} className="comment">
            <p className="comment-text">{text}</p>
            {questions.length > 1 && request.question === "" && <p className="sub">{titles.get(field)}</p>}
          </li>
        ))}
      </ul>
      {found.pages > 1 && (
        <nav className="pages" aria-label={t("Trang ý kiến")}>
          {found.page > 1 && <Link to={pageAddress(request, found.page - 1)}>{t("Trang trước")}</Link>}
          <span>
            {t("Trang {page} / {pages}", {
              page: formatCount(found.page, language),
              pages: formatCount(found.pages, language),
            })}
          </span>
          {found.page < found.pages && <Link to={pageAddress(request, found.page + 1)}>{t("Trang sau")}</Link>}
        </nav>
      )}
    </>
  );
}
