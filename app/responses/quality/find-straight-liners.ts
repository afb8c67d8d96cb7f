import type { FilledForm } from "./filled-form";
import { positions } from "./find-speeders";

/** A space stands where there is no answer that counts. */
const NONE = 32;

/** Forms that give one level to every scored item answered, of which there are at least `items`. */
export function findStraightLiners(forms: readonly FilledForm[], items: number): number[] {
  return positions(forms, ({ levels }) => levelsGiven(levels) >= items && isOneLevel(levels));
}

export function levelsGiven(levels: string): number {
  let given = 0;
  for (let at = 0; at < levels.length; at++) if (levels.charCodeAt(at) !== NONE) given++;
  return given;
}

export function isOneLevel(levels: string): boolean {
  let first = NONE;
  for (let at = 0; at < levels.length; at++) {
    const level = levels.charCodeAt(at);
    if (level === NONE) continue;
    if (first !== NONE && level !== first) return false;
    first = level;
  }
  return true;
}
