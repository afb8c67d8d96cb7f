import { useEffect, useRef } from "react";
import { useMessages, useWords } from "~/i18n/use-words";

export interface FieldProblem {
  field: string;
  message: string;
}

export function problemOf(problems: readonly FieldProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message;
}

/** What is wrong with a form, each line a link to its field; focus moves here when it appears. */
export function ProblemSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const t = useWords();
  const tell = useMessages();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={summary} className="notice notice-error" role="alert" tabIndex={-1}>
      <h2>{t("Chưa lưu được, xin xem lại")}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field + problem.message}>
            <a href={`#${problem.field}`}>{tell(problem.message)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
