import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useMessages } from "~/i18n/use-words";

/**
 * A step that costs something, behind a summary: what it does, a tick to agree, then the button. Works without scripts;
 * a refusal opens it again and stands beside the box.
 */
export function StepPanel({
  step,
  summary,
  agreement,
  button,
  tone = "danger",
  refusal,
  children,
}: {
  step: string;
  summary: string;
  agreement: string;
  button: string;
  /** `quiet`: nothing is lost by it, and it is not what most come for. */
  tone?: "danger" | "plain" | "quiet";
  refusal: string | null;
  /** What will happen. */
  children: ReactNode;
}) {
  const tell = useMessages();
  const busy = useNavigation().state !== "idle";
  const refusalId = `${step}-refusal`;
  return (
    // The key: a panel that stands where another one stood starts folded and unticked.
    <details key={step} className="step-panel" open={refusal !== null}>
      <summary>{summary}</summary>
      <Form method="post">
        {children}
        {refusal && (
          <p id={refusalId} className="problem" role="alert">
            {tell(refusal)}
          </p>
        )}
        <label className="check">
          {/* No browser puts a tick of before back when the page is loaded again. */}
          <input
            type="checkbox"
            name="confirmed"
            value="yes"
            autoComplete="off"
            aria-describedby={refusal ? refusalId : undefined}
          />
          {agreement}
        </label>
        <button
          type="submit"
          name="change"
          value={step}
          className={tone === "danger" ? "button button-danger" : "button"}
          disabled={busy}
        >
          {button}
        </button>
      </Form>
    </details>
  );
}
