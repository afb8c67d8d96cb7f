import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { PublicShell } from "./public-shell";

interface ErrorPageProps {
  status: number;
  language: Language;
  province: string;
  /** A sentence for the reader, from whoever threw the response. */
  detail?: string | undefined;
  /** Finds the entry in the log; shown for failures of ours only. */
  requestId?: string | undefined;
  /** A better way on than the first page. */
  wayOn?: { name: string; address: string } | null;
}

/** What stands in place of a page that cannot be shown: calm words, never a stack. */
export function ErrorPage({ status, language, province, detail, requestId, wayOn }: ErrorPageProps) {
  const { errors } = textFor(language);
  const [title, text] = errors.byStatus[status] ?? [errors.otherTitle, errors.otherText];
  return (
    <PublicShell language={language} province={province}>
      <div className="lead">
        <h1>{title}</h1>
        <p>{detail ?? text}</p>
        {status >= 500 && requestId && <p className="soft">{errors.requestId(requestId)}</p>}
      </div>
      <p>
        <a className="button" href={wayOn?.address ?? "/"}>
          {wayOn?.name ?? errors.home}
        </a>
      </p>
    </PublicShell>
  );
}
