import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";

/**
 * A table that scrolls sideways inside itself where it does not fit; focusable, so that the keyboard can scroll it. That
 * there is more to the side is said by a shadow at the edge, by the first column, which stays, and on a phone in words.
 * A group, not a region: the section around it with its heading is the landmark, and two of one name cannot be told apart.
 */
export function TableRegion({ label, children }: { label: string; children: ReactNode }) {
  const t = useWords();
  return (
    <div className="table-region">
      {/* For eyes and fingers only: a screen reader reads every column anyway. */}
      <p className="table-hint" aria-hidden="true">
        {t("← Vuốt ngang để xem hết bảng →")}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and this is a table */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scrolling region must be reachable by keyboard */}
      <div role="group" className="table-scroll" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
