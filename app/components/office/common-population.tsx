import { useState } from "react";
import { useMessages, useWords } from "~/i18n/use-words";
import { type FieldProblem, problemOf } from "./problem-summary";

/** One population for many units: fills the table, saves nothing. Its buttons send the form where no script runs. */
export function CommonPopulation({
  typed,
  problems,
  onFill,
}: {
  typed: string;
  problems: readonly FieldProblem[];
  /** Says whether it filled; false lets the server tell what is wrong. */
  onFill: (typed: string, all: boolean) => boolean;
}) {
  const t = useWords();
  const tell = useMessages();
  const [value, setValue] = useState(typed);
  const problem = problemOf(problems, "common");
  const fill = (all: boolean) => (event: { preventDefault: () => void }) => {
    if (onFill(value, all)) event.preventDefault();
  };
  return (
    <div className="field">
      <label htmlFor="common">{t("Cùng một N cho nhiều đơn vị")}</label>
      {problem && (
        <p id="common-problem" className="problem">
          {tell(problem)}
        </p>
      )}
      <div className="actions">
        <input
          id="common"
          name="common"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          size={8}
          value={value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? "common-problem" : undefined}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
          onKeyDown={(event) => {
            // Enter here must not send the whole form.
            if (event.key === "Enter") event.preventDefault();
          }}
        />
        <button type="submit" name="intent" value="fill-blank" className="button button-quiet" onClick={fill(false)}>
          {t("Điền vào đơn vị còn trống")}
        </button>
        <button type="submit" name="intent" value="fill-all" className="button button-quiet" onClick={fill(true)}>
          {t("Điền vào mọi đơn vị")}
        </button>
        <span className="hint">{t("Số mới hiện trong bảng dưới; chưa lưu.")}</span>
      </div>
    </div>
  );
}
