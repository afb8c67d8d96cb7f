import { formatDay } from "~/i18n/dates";
import { useText } from "~/i18n/use-text";
import type { PublishedHead } from "~/snapshots/published";

/** Whose survey it is, of what days, since when it is published, and what was said with it. */
export function SurveyLead({ head }: { head: PublishedHead }) {
  const { results } = useText();
  const { ownerName, opensOn, closesOn, publishedOn, number, note, correction } = head;
  return (
    <div className="soft notes">
      <p>{results.fieldwork(ownerName, formatDay(opensOn), formatDay(closesOn))}</p>
      <p>{results.publishedOn(formatDay(publishedOn), number)}</p>
      {correction !== null && <p lang="vi">{results.correction(correction)}</p>}
      {note !== "" && note !== correction && <p lang="vi">{note}</p>}
    </div>
  );
}
