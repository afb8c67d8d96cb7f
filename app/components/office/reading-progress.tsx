import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { ReadingProgress as Progress } from "~/indices/reading-progress";

/** How far what is made of the forms of a large survey is. Looks again by itself, with script or without. */
export function ReadingProgress({
  heading,
  progress: { read, total },
  inPlace = false,
}: {
  heading: string;
  progress: Progress;
  /** Whether it stands in place of the page, which then is asked for as a whole: a page that was thrown runs no script. */
  inPlace?: boolean;
}) {
  const t = useWords();
  const language = useLanguage();
  const { revalidate, state } = useRevalidator();
  const { pathname, search } = useLocation();
  // Named without the fragment: a refresh to an address with one only scrolls, and the page would never open.
  const here = `${pathname}${search}`;
  useEffect(() => {
    if (state !== "idle") return;
    const timer = inPlace ? setTimeout(() => location.reload(), 600) : setTimeout(revalidate, 300);
    return () => clearTimeout(timer);
  }, [state, revalidate, inPlace]);
  return (
    <section className="card form-stack" aria-labelledby="progress-heading">
      {inPlace ? (
        <meta httpEquiv="refresh" content={`1;url=${here}`} />
      ) : (
        <noscript>
          <meta httpEquiv="refresh" content={`2;url=${here}`} />
        </noscript>
      )}
      <h2 id="progress-heading">{heading}</h2>
      {total > 0 && read < total ? (
        <progress aria-labelledby="progress-heading" max={total} value={read} />
      ) : (
        <progress aria-labelledby="progress-heading" />
      )}
      <p role="status">
        {total === 0 && t("Đang bắt đầu đọc phiếu. Trang tự mở khi xong.")}
        {total > 0 &&
          (read < total
            ? t("Đã đọc {n} trên {total} phiếu. Trang tự mở khi xong.", {
                n: formatCount(read, language),
                total: formatCount(total, language),
              })
            : t("Đã đọc đủ {total} phiếu, đang tính. Trang tự mở khi xong.", {
                total: formatCount(total, language),
              }))}
      </p>
    </section>
  );
}
