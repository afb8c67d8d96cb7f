import type { ReactNode } from "react";
import { useEditor } from "./editor-context";
import { outlineId, type Part, samePart } from "./parts";

/** One entry that opens a part. */
export function OutlineButton({ part, children, ...more }: { part: Part; children: ReactNode; className?: string }) {
  const { select, selected } = useEditor();
  return (
    <button
      type="button"
      id={outlineId(part)}
      className={`outline-entry ${more.className ?? ""}`}
      aria-current={samePart(part, selected) || undefined}
      onClick={() => select(part)}
    >
      {children}
    </button>
  );
}
