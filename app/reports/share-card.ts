import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { personsText, rateIntervalText, rateText, stateOf } from "~/indices/figures";
import type { PublishedSurvey } from "~/snapshots/published";
import { publishedUnit, unitFigures } from "~/snapshots/published-view";

/** Pixels, as the sites that show it want them. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** What a published page shows of itself where its address is shared. */
export interface ShareCard {
  /** Said above everything where the answers are simulated. */
  warning: string | null;
  brand: string;
  province: string;
  title: string;
  /** The survey of a unit's page. */
  subtitle: string | null;
  share: { rate: number; range: readonly [number, number] } | null;
  /** The figure, or why there is none. */
  figure: string;
  /** What it rests on. */
  text: string;
}

/** The card of a survey, or of one of its units; null where it has no such unit. */
export function shareCard(
  published: PublishedSurvey,
  { unitKey, language, province }: { unitKey: string | undefined; language: Language; province: string },
): ShareCard | null {
  const { results: words, product } = textFor(language);
  const { head } = published;
  const unit = unitKey === undefined ? null : publishedUnit(published, unitKey);
  if (unit === undefined) return null;
  const { overall } = unitFigures(published, unit?.key ?? "*");
  const state = stateOf(overall);
  const told = state === "published" && overall?.rate != null ? { ...overall, rate: overall.rate } : null;
  return {
    ...{ brand: product.name, province, warning: head.simulated ? product.simulated : null },
    ...(unit ? { title: unit.name, subtitle: head.title } : { title: head.title, subtitle: null }),
    share: told && { rate: told.rate, range: told.rate_ci ?? [told.rate, told.rate] },
    figure: told ? rateText(told, language) : state === "masked" ? words.masked : words.noData,
    text: told
      ? `${words.rate} · ${words.range(words.interval95, `${rateIntervalText(told, language)}%`)} · ${words.persons(personsText(told, language))}`
      : words.title,
  };
}
