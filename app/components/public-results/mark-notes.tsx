import { useLanguage } from "~/i18n/use-text";
import { markNotes } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";

/** What the marks at the figures of some rows mean; nothing where there are none. */
export function MarkNotes({ rows }: { rows: readonly (MeasureRow | undefined)[] }) {
  const notes = markNotes(rows, useLanguage());
  if (notes.length === 0) return null;
  return (
    <div className="soft notes">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
