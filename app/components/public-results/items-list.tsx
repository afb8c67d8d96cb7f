import { roundPercent } from "~/i18n/numbers";
import { useLanguage, useText } from "~/i18n/use-text";
import { markedRateText, personsText, stateOf } from "~/indices/figures";
import { localize } from "~/questionnaires/questionnaire";
import type { ItemFigures } from "~/snapshots/published-view";

/** Each question with how its answers fall on the levels, in words. */
export function ItemsList({ items }: { items: readonly ItemFigures[] }) {
  const { results } = useText();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="items">
      <h2 id="items">{results.items}</h2>
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
  const base = (levels ?? []).reduce((sum, { count }) => sum + count, 0);
  const parts = (levels ?? [])
    .filter(({ count }) => count > 0)
    .map(
      ({ label, count }) => `${roundPercent(count, base, 0)} ${localize(label, language).text.toLocaleLowerCase("vi")}`,
    );
  return (
    <p className="soft">
      {row?.rate != null && `${results.satisfied(markedRateText(row, language))} · `}
      {results.answered(personsText(row, language))}
      {parts.length > 0 && <> · {results.distribution(parts.join(", "))}</>}
    </p>
  );
}
