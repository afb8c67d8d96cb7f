import { atOnePlace } from "./at-one-place";
import type { FilledForm } from "./filled-form";
import { isOneLevel, levelsGiven } from "./find-straight-liners";

/**
 * Forms with the same answers to every scored item as another at the same point that was filled in within some minutes.
 * One level throughout is left to its own rule: there equal forms say nothing more.
 */
export function findIdentical(
  forms: readonly FilledForm[],
  { minutes, items }: { minutes: number; items: number },
): number[] {
  const found = new Set<number>();
  for (const places of atOnePlace(forms).values()) {
    const lastOf = new Map<string, number>();
    for (const position of places) {
      const form = forms[position] as FilledForm;
      const last = lastOf.get(form.levels);
      lastOf.set(form.levels, position);
      if (last === undefined || levelsGiven(form.levels) < items || isOneLevel(form.levels)) continue;
      if (form.finishedAt - (forms[last]?.finishedAt ?? 0) > minutes * 60_000) continue;
      found.add(last).add(position);
    }
  }
  return [...found];
}
