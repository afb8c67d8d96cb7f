import { useMessages, useWords } from "~/i18n/use-words";
import { type DraftProblem, hasEnglish } from "~/questionnaires/draft-problems";
import { useEditor } from "./editor-context";

/** What is to be put right, errors first, then what nobody has written yet; each line takes the focus to its field. */
export function ProblemList({ onOpen }: { onOpen: (problem: DraftProblem) => void }) {
  const { problems, document } = useEditor();
  const t = useWords();
  const errors = problems.filter(({ severity, missing }) => severity === "error" && !missing);
  const missing = problems.filter((problem) => problem.missing);
  const warnings = problems.filter(({ severity }) => severity !== "error");
  const onlyMissing = missing.length > 0 ? t("Còn thiếu ({n})", { n: missing.length }) : t("Cần sửa");
  return (
    <section className="problem-list" aria-labelledby="problems-heading">
      <h2 id="problems-heading">{errors.length > 0 ? t("Cần sửa ({n})", { n: errors.length }) : onlyMissing}</h2>
      {errors.length + missing.length === 0 && <p>{t("Không có lỗi: phiếu có thể công bố.")}</p>}
      <ProblemLines problems={errors} onOpen={onOpen} />
      {errors.length > 0 && missing.length > 0 && (
        <p className="problem-kind">{t("Còn thiếu ({n})", { n: missing.length })}</p>
      )}
      <ProblemLines problems={missing} onOpen={onOpen} />
      {warnings.length > 0 && (
        <details>
          <summary>{t("Nên xem lại ({n})", { n: warnings.length })}</summary>
          <ProblemLines problems={warnings} onOpen={onOpen} />
        </details>
      )}
      {!hasEnglish(document) && <p className="hint">{t("Mẫu phiếu chưa có bản tiếng Anh.")}</p>}
    </section>
  );
}

function ProblemLines({
  problems,
  onOpen,
}: {
  problems: readonly DraftProblem[];
  onOpen: (problem: DraftProblem) => void;
}) {
  const messageOf = useMessages();
  if (problems.length === 0) return null;
  return (
    <ul>
      {problems.map((problem) => (
        <li key={problem.path + problem.message}>
          <button
            type="button"
            className={`problem-line problem-${problem.missing ? "missing" : problem.severity}`}
            onClick={() => onOpen(problem)}
          >
            {messageOf(problem.message)}
          </button>
        </li>
      ))}
    </ul>
  );
}
