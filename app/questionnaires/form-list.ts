import { searchable } from "~/i18n/searchable";
import type { Sector } from "./questionnaire-schema";

export interface ListedVersion {
  id: number;
  code: string;
  version: number;
  sector: Sector;
  title: string;
  source: string;
  variantName: string | null;
}

/** A form with its latest version in front and the earlier ones folded behind it. */
export interface ListedForm<V extends ListedVersion> {
  latest: V;
  earlier: V[];
}

/**
 * Versions as the list of forms shows them: by sector, one entry for each code, those that hold every word that is sought
 * in title, code, source or the variant's name, whatever their accents.
 */
export function formsBySector<V extends ListedVersion>(
  versions: readonly V[],
  sought: string,
): { sector: Sector; forms: ListedForm<V>[] }[] {
  const words = searchable(sought).split(/\s+/).filter(Boolean);
  const sectors = new Map<Sector, Map<string, V[]>>();
  for (const version of versions) {
    const forms = sectors.get(version.sector) ?? new Map<string, V[]>();
    sectors.set(version.sector, forms);
    forms.set(version.code, [...(forms.get(version.code) ?? []), version]);
  }
  return [...sectors]
    .map(([sector, forms]) => ({
      sector,
      forms: [...forms.values()].flatMap((some): ListedForm<V>[] => {
        const [latest, ...earlier] = some.sort((one, other) => other.version - one.version);
        if (!latest) return [];
        const { title, code, source, variantName } = latest;
        const text = searchable([title, code, source, variantName ?? ""].join(" "));
        return words.every((word) => text.includes(word)) ? [{ latest, earlier }] : [];
      }),
    }))
    .filter(({ forms }) => forms.length > 0);
}
