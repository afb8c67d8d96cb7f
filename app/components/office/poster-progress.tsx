import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { PosterJobState } from "~/collection-points/poster-job-state";
import { formatCount } from "~/i18n/numbers";

const LOOK_EVERY_MS = 1000;

export interface PosterJobView {
  id: string;
  surveyId: number;
  layout: string;
  total: number;
  pages: number;
  state: PosterJobState;
}

/** How far a large file of posters is, and what can be done about it. Looks again by itself, with script or without. */
export function PosterProgress({ job }: { job: PosterJobView }) {
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
        {formatCount(total)} áp phích, khổ {layout}
      </h2>
      {unfinished && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
      {unfinished && <progress aria-labelledby="posters-heading" max={total} value={pages} />}
      <p role="status">{explain(job)}</p>
      {unfinished && (
        <Form method="post">
          <button type="submit" className="button button-quiet">
            Hủy
          </button>
        </Form>
      )}
      {state === "done" && (
        <p>
          <a className="button" href={`${address}/file`}>
            Tải áp phích (PDF)
          </a>
        </p>
      )}
      {!unfinished && (
        <p>
          <Link to={`/surveys/${surveyId}`}>Về trang của đợt khảo sát</Link>
        </p>
      )}
    </section>
  );
}

function explain({ state, pages, total }: PosterJobView): string {
  switch (state) {
    case "waiting":
      return "Đang chờ tệp khác dựng xong.";
    case "running":
      return `Đã dựng ${formatCount(pages)} trên ${formatCount(total)} trang.`;
    case "done":
      return "Đã xong. Tệp được giữ một giờ.";
    case "failed":
      return "Không dựng được tệp. Xin thử lại; nếu vẫn lỗi, báo quản trị hệ thống.";
    case "cancelled":
      return "Đã hủy.";
  }
}
