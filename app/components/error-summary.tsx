import { useEffect, useRef } from "react";

export interface SummarizedProblem {
  /** Anchor of the place to correct, without `#`; absent where the form as a whole is meant. */
  anchor?: string | undefined;
  message: string;
}

interface ErrorSummaryProps {
  title: string;
  problems: readonly SummarizedProblem[];
}

/** What is wrong with a form, with a link to each place; takes the focus when it appears, where scripts run. */
export function ErrorSummary({ title, problems }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  if (problems.length === 0) return null;
  return (
    <div
      ref={summary}
      className="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page is the answer to a form, and its problems come first (no script)
      autoFocus
    >
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {problems.map(({ anchor, message }) => (
          <li key={`${anchor} ${message}`}>{anchor ? <a href={`#${anchor}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
