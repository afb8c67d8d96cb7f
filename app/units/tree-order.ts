/** Where a unit stands: under which other one of the list, and by what it is ordered among its siblings. */
export interface Placed {
  key: string;
  /** Key of the unit above; one that is not in the list counts as none. */
  parentKey: string | null;
  name: string;
  code: string;
}

const collator = new Intl.Collator("vi", { numeric: true });

/** Order of names as a Vietnamese reader looks them up: "Trạm 2" before "Trạm 10"; namesakes by code. */
export function byName(one: Pick<Placed, "name" | "code">, other: Pick<Placed, "name" | "code">): number {
  return collator.compare(one.name, other.name) || collator.compare(one.code, other.code);
}

/**
 * The order of units on screen, in reports and in files: parents before children, siblings by name, never by result.
 * A unit that is its own ancestor, which no tree has, is left out.
 */
export function inTreeOrder<U>(units: readonly U[], placeOf: (unit: U) => Placed): U[] {
  const places = units.map((unit) => ({ unit, place: placeOf(unit) }));
  const keys = new Set(places.map(({ place }) => place.key));
  const children = new Map<string | null, typeof places>();
  for (const entry of places) {
    const { parentKey } = entry.place;
    const parent = parentKey !== null && keys.has(parentKey) ? parentKey : null;
    children.set(parent, [...(children.get(parent) ?? []), entry]);
  }
  const ordered: U[] = [];
  const visit = (parent: string | null) => {
    const siblings = [...(children.get(parent) ?? [])].sort((one, other) => byName(one.place, other.place));
    for (const { unit, place } of siblings) {
      ordered.push(unit);
      visit(place.key);
    }
  };
  visit(null);
  return ordered;
}
