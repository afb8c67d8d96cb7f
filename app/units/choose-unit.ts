import { searchable } from "~/i18n/searchable";

interface ChoosableUnit {
  code: string;
  name: string;
}

/** How a unit stands in a list of suggestions, and what is typed or chosen there; no two units of a day share one. */
export function unitLabel({ name, code }: ChoosableUnit): string {
  return `${name} — ${code}`;
}

/** Most units that a refusal names. */
const MOST_NAMED = 5;

export type ChosenUnit<U> = { unit: U } | { unit: null; similar: U[]; more: number };

/**
 * The unit that was typed: its line of the suggestions, its code or its whole name, capitals and marks aside. A part of a
 * name is never guessed from: the units that it fits are handed back instead, the first five and how many more.
 */
export function chooseUnit<U extends ChoosableUnit>(units: readonly U[], typed: string): ChosenUnit<U> {
  const wanted = plain(typed);
  if (wanted === "") return { unit: null, similar: [], more: 0 };
  for (const nameOf of [unitLabel, ({ code }: U) => code, ({ name }: U) => name]) {
    const same = units.filter((unit) => plain(nameOf(unit)) === wanted);
    // Two units may differ by their marks only: then the letters as typed decide.
    const exact = same.length > 1 ? same.filter((unit) => nameOf(unit) === typed.trim().normalize()) : same;
    if (exact.length === 1 && exact[0]) return { unit: exact[0] };
    if (same.length > 1) return named(same);
  }
  return named(units.filter((unit) => plain(unitLabel(unit)).includes(wanted)));
}

function named<U>(similar: U[]): ChosenUnit<U> {
  return { unit: null, similar: similar.slice(0, MOST_NAMED), more: Math.max(0, similar.length - MOST_NAMED) };
}

/** As one searches, and with any dash and any run of spaces taken for the same. */
function plain(text: string): string {
  return searchable(text)
    .replace(/\s*[-–—]\s*/g, "-")
    .replace(/\s+/g, " ");
}
