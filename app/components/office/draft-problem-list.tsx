import { Link } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { DraftProblem } from "~/questionnaires/draft-checks";

/** What keeps a draft from being published, then what is allowed but unwise; both lead to the editor. */
export function DraftProblemList({
  problems,
  english,
  editor,
}: {
  problems: readonly DraftProblem[];
  english: boolean;
  editor: string;
}) {
  const t = useWords();
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return (
    <>
      {errors.length > 0 && (
        <section className="notice notice-error" aria-labelledby="errors-heading">
          <h2 id="errors-heading">{t("Chưa công bố được: còn {n} chỗ phải sửa", { n: errors.length })}</h2>
          <Messages problems={errors} />
          <p>
            <Link className="button" to={editor}>
              {t("Mở trình soạn để sửa")}
            </Link>
          </p>
        </section>
      )}
      {warnings.length > 0 && (
        <details className="notice notice-caution">
          <summary>{t("{n} điều nên xem lại (vẫn công bố được)", { n: warnings.length })}</summary>
          <Messages problems={warnings} />
        </details>
      )}
      {!english && (
        <p className="hint">{t("Mẫu phiếu chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt.")}</p>
      )}
    </>
  );
}

function Messages({ problems }: { problems: readonly DraftProblem[] }) {
  const told = useMessages();
  return (
    <ul>
      {problems.map(({ path, message }) => (
        <li key={path + message}>{told(message)}</li>
      ))}
    </ul>
  );
}
