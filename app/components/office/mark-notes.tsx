import { useLanguage } from "~/i18n/use-text";
import { markNotes } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";

/** What the marks beside figures mean, for those that really stand there. */
export function MarkNotes({ rows }: { rows: readonly (MeasureRow | undefined)[] }) {
  return markNotes(rows, useLanguage()).map((note) => (
    <p key={note} className="table-note">
      {note}
    </p>
  ));
}
