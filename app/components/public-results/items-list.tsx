import { roundPercent } from "~/i18n/numbers";
import { useLanguage, useText } from "~/i18n/use-text";
import { markedRateText, personsText, stateOf } from "~/indices/figures";
import { localize } from "~/questionnaires/questionnaire";
import type { ItemFigures } from "~/snapshots/published-view";
import { LevelsBar } from "./levels-bar";
import { MarkNotes } from "./mark-notes";

/** Each question with how its answers fall on the levels, in words. */
export function ItemsList({ items }: { items: readonly ItemFigures[] }) {
  const { results } = useText();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="items">
      <h2 id="items">{results.items}</h2>
      <p className="soft">{results.itemsNote}</p>
      <ol className="items">
        {items.map((item) => (
          <li key={item.code}>
            <p lang="vi">
              <span className="soft">{item.code}.</span> {item.text}
            </p>
            <ItemWords item={item} />
          </li>
        ))}
      </ol>
      <MarkNotes rows={items.map(({ row }) => row)} />
    </section>
  );
}

function ItemWords({ item: { row, levels } }: { item: ItemFigures }) {
  const language = useLanguage();
  const { results } = useText();
  const state = stateOf(row);
  if (state !== "published") {
    return <p className="absent">{state === "masked" ? results.masked : results.noData}</p>;
  }
  const counts = (levels ?? []).map(({ count }) => count);
  const base = counts.reduce((sum, count) => sum + count, 0);
  const parts = (levels ?? [])
    .filter(({ count }) => count > 0)
    .map(
      ({ label, count }) => `${roundPercent(count, base, 0)} ${localize(label, language).text.toLocaleLowerCase("vi")}`,
    );
  return (
    <>
      <p>
        {row?.rate != null && (
          <>
            <b>{markedRateText(row, language)}</b> {results.satisfied} ·{" "}
          </>
        )}
        {results.answered(personsText(row, language))}
      </p>
      <LevelsBar counts={counts} />
      {parts.length > 0 && <p className="soft level-words">{parts.join(" · ")}</p>}
    </>
  );
}
