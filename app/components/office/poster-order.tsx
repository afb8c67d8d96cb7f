import { LAYOUT_LABELS, POSTER_LAYOUTS } from "~/collection-points/poster-layouts";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";

/** Name of the form that the tick boxes of the points' table belong to. */
export const POSTER_FORM = "poster-order";

/**
 * Choice of a layout and the button for the PDF; the points are ticked in the table. `hidden` are those ticked that the
 * search or another page has put out of sight.
 */
export function PosterOrder({ surveyId, chosen, hidden }: { surveyId: number; chosen: number; hidden: number[] }) {
  const t = useWords();
  const message = useMessages();
  const language = useLanguage();
  return (
    <form id={POSTER_FORM} className="poster-order" method="post" action={`/surveys/${surveyId}/posters`}>
      {hidden.map((id) => (
        <input key={id} type="hidden" name="point" value={id} />
      ))}
      <div className="field">
        <label htmlFor="poster-layout">{t("Khổ áp phích")}</label>
        <select id="poster-layout" name="layout">
          {POSTER_LAYOUTS.map((layout) => (
            <option key={layout} value={layout}>
              {message(LAYOUT_LABELS[layout])}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button" name="which" value="chosen">
        {t("Tải áp phích điểm đã đánh dấu")}
        {chosen > 0 && ` (${formatCount(chosen, language)})`}
      </button>
      <button type="submit" className="button button-quiet" name="which" value="all">
        {t("Tải áp phích mọi điểm")}
      </button>
    </form>
  );
}
