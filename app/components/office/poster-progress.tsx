import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { PosterJobState } from "~/collection-points/poster-job-state";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";

const LOOK_EVERY_MS = 1000;

export interface PosterJobView {
  id: string;
  surveyId: number;
  layout: string;
  total: number;
  pages: number;
  state: PosterJobState;
}

const STATES: Readonly<Record<PosterJobState, Phrase>> = {
  waiting: "Đang chờ tệp khác dựng xong.",
  running: "Đã dựng {n} trên {total} trang.",
  done: "Đã xong. Tệp được giữ một giờ.",
  failed: "Không dựng được tệp. Xin thử lại; nếu vẫn lỗi, báo quản trị hệ thống.",
  cancelled: "Đã hủy.",
};

/** How far a large file of posters is, and what can be done about it. Looks again by itself, with script or without. */
export function PosterProgress({ job }: { job: PosterJobView }) {
  const t = useWords();
  const tell = useMessages();
  const language = useLanguage();
  const { id, surveyId, layout, total, pages, state } = job;
  const unfinished = state === "waiting" || state === "running";
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!unfinished) return;
    const timer = setInterval(revalidate, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [unfinished, revalidate]);
  const address = `/surveys/${surveyId}/posters/${id}`;
  return (
    <section className="card form-stack" aria-labelledby="posters-heading">
      <h2 id="posters-heading">
        {t("{n} áp phích, khổ {layout}", { n: formatCount(total, language), layout: tell(layout) })}
      </h2>
      {unfinished && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
      {unfinished && <progress aria-labelledby="posters-heading" max={total} value={pages} />}
      <p role="status">{t(STATES[state], { n: formatCount(pages, language), total: formatCount(total, language) })}</p>
      {unfinished && (
        <Form method="post">
          <button type="submit" className="button button-quiet">
            {t("Hủy")}
          </button>
        </Form>
      )}
      {state === "done" && (
        <p>
          <a className="button" href={`${address}/file`}>
            {t("Tải áp phích (PDF)")}
          </a>
        </p>
      )}
      {!unfinished && (
        <p>
          <Link to={`/surveys/${surveyId}`}>{t("Về trang của đợt khảo sát")}</Link>
        </p>
      )}
    </section>
  );
}
