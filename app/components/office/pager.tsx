import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

/** Ways to the other pages of a long list; nothing where there is only one. `addressOf` gives the address of a page. */
export function Pager({
  page,
  pages,
  addressOf,
}: {
  page: number;
  pages: number;
  addressOf: (page: number) => string;
}) {
  const t = useWords();
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={t("Các trang của danh sách")}>
      {page > 1 && (
        <Link className="button button-quiet" to={addressOf(page - 1)} rel="prev" preventScrollReset>
          {t("← Trang trước")}
        </Link>
      )}
      <span>{t("Trang {page} / {pages}", { page, pages })}</span>
      {page < pages && (
        <Link className="button button-quiet" to={addressOf(page + 1)} rel="next" preventScrollReset>
          {t("Trang sau →")}
        </Link>
      )}
    </nav>
  );
}
