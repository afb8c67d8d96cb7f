import { useMessages, useWords } from "~/i18n/use-words";
import type { DraftProblem } from "~/questionnaires/draft-problems";
import { useEditor } from "./editor-context";

/** What is to be put right, errors first; each line takes the focus to its field. */
export function ProblemList({ onOpen }: { onOpen: (problem: DraftProblem) => void }) {
  const { problems } = useEditor();
  const t = useWords();
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity !== "error");
  return (
    <section className="problem-list" aria-labelledby="problems-heading">
      <h2 id="problems-heading">{errors.length > 0 ? t("Cần sửa ({n})", { n: errors.length }) : t("Cần sửa")}</h2>
      {errors.length === 0 && <p>{t("Không có lỗi: phiếu có thể công bố.")}</p>}
      <ProblemLines problems={errors} onOpen={onOpen} />
      {warnings.length > 0 && (
        <details>
          <summary>{t("Nên xem lại ({n})", { n: warnings.length })}</summary>
          <ProblemLines problems={warnings} onOpen={onOpen} />
        </details>
      )}
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
          <button type="button" className={`problem-line problem-${problem.severity}`} onClick={() => onOpen(problem)}>
            {messageOf(problem.message)}
          </button>
        </li>
      ))}
    </ul>
  );
}
