import { useEffect, useState } from "react";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";

/**
 * A labelled day. Browsers write a day in their own language, often month first, so with scripts the chosen one stands
 * beside it as day/month/year.
 */
export function DateField({
  value = "",
  ...frame
}: {
  name: string;
  label: string;
  hint?: string;
  /** ISO day, or empty. */
  value?: string;
  problems?: readonly FieldProblem[];
}) {
  const t = useWords();
  const [day, setDay] = useState<string | null>(null);
  useEffect(() => setDay(value), [value]);
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <>
          <input {...control} type="date" defaultValue={value} onInput={(event) => setDay(event.currentTarget.value)} />
          {day && (
            <output className="hint" htmlFor={control.id}>
              {t("Ngày {day}", { day: formatDay(day) })}
            </output>
          )}
        </>
      )}
    </FieldFrame>
  );
}
