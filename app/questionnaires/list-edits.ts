/** A list with one entry changed; the same list where there is none at the position. */
export function changed<T>(list: readonly T[], at: number, change: (entry: T) => T): T[] {
  return list.map((entry, position) => (position === at ? change(entry) : entry));
}

/** A list with one entry put in before a position. */
export function inserted<T>(list: readonly T[], at: number, entry: T): T[] {
  return [...list.slice(0, at), entry, ...list.slice(at)];
}

export function removed<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, position) => position !== at);
}

/** A list with one entry moved to the position that it will have. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  return inserted(removed(list, from), to, entry);
}
