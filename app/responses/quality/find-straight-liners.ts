import type { FilledForm } from "./filled-form";
import { positions } from "./find-speeders";

/** Forms that give one level to every scored item answered, of which there are at least `items`. */
export function findStraightLiners(forms: readonly FilledForm[], items: number): number[] {
  return positions(forms, ({ levels }) => levelsGiven(levels) >= items && isOneLevel(levels));
}

export function levelsGiven(levels: string): number {
  let given = 0;
  for (const level of levels) if (level !== " ") given++;
  return given;
}

export function isOneLevel(levels: string): boolean {
  let first = "";
  for (const level of levels) {
    if (level === " ") continue;
    if (first !== "" && level !== first) return false;
    first = level;
  }
  return true;
}
