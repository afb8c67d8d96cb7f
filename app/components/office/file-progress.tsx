import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { FileJobState } from "~/reports/file-job-state";

const LOOK_EVERY_MS = 1000;

interface Place {
  address: string;
  label: string;
}

const STATES: Readonly<Record<Exclude<FileJobState, "running">, Phrase>> = {
  waiting: "Đang chờ tệp khác dựng xong.",
  done: "Đã xong. Tệp được giữ một giờ.",
  failed: "Không dựng được tệp. Xin thử lại; nếu vẫn lỗi, báo quản trị hệ thống.",
  cancelled: "Đã hủy.",
};

/** How far a large file is, and what can be done about it. Looks again by itself, with script or without. */
export function FileProgress({
  job: { total, made, state },
  heading,
  progress,
  download,
  back,
}: {
  job: { total: number; made: number; state: FileJobState };
  heading: string;
  /** How much of it is made, in words. */
  progress: string;
  download: Place;
  back: Place;
}) {
  const t = useWords();
  const unfinished = state === "waiting" || state === "running";
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!unfinished) return;
    const timer = setInterval(revalidate, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [unfinished, revalidate]);
  return (
    <section className="card form-stack" aria-labelledby="file-heading">
      <h2 id="file-heading">{heading}</h2>
      {unfinished && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
      {unfinished && <progress aria-labelledby="file-heading" {...(total > 0 ? { max: total, value: made } : {})} />}
      <p role="status">{state === "running" ? progress : t(STATES[state])}</p>
      {unfinished && (
        <Form method="post">
          <button type="submit" className="button button-quiet">
            {t("Hủy")}
          </button>
        </Form>
      )}
      {state === "done" && (
        <p>
          <a className="button" href={download.address}>
            {download.label}
          </a>
        </p>
      )}
      {!unfinished && (
        <p>
          <Link to={back.address}>{back.label}</Link>
        </p>
      )}
    </section>
  );
}
