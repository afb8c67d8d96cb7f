import { solve } from "yalps";
import { isPossible, type Shift, type SizeSystem } from "./group-sizes";
import type { Neighbourhood } from "./size-neighbourhood";

/** A change wanted of one group: as far as it goes up or down within a limit, or exactly so far at the least cost. */
export interface WantedShift {
  cell: number;
  aim: "raise" | "lower" | "exactly";
  by: number;
  /** What a change of a group by one person costs; asked only where the aim is "exactly". */
  costOf: (cell: number) => number;
}

/** Changes below this are rounding of the programme, not part of the answer. */
const NEGLIGIBLE = 1e-7;

/**
 * A change of sizes by linear programme over a neighbourhood, everything outside it standing still. Each size changes by
 * up − down with both ≥ 0 and down at most its room; the relations hold. Null where there is none, or where rounding spoilt it:
 * what is returned has been checked in plain arithmetic.
 */
export function findShift(system: SizeSystem, { cells, relations }: Neighbourhood, wanted: WantedShift): Shift | null {
  const { membershipsOf, rooms } = system;
  const inside = new Set(relations);
  const constraints = new Map<string, { equal: number } | { max: number }>();
  for (const relation of relations) constraints.set(`r${relation}`, { equal: 0 });
  constraints.set("aim", wanted.aim === "exactly" ? { equal: wanted.by } : { max: wanted.by });
  const variables = new Map<string, Map<string, number>>();
  for (const cell of cells) {
    const own = wanted.cell === cell;
    const cost = wanted.aim === "exactly" ? wanted.costOf(cell) : 0;
    const towards = wanted.aim === "lower" ? -1 : 1;
    for (const direction of [1, -1] as const) {
      const room = rooms[cell] ?? 0;
      if (direction < 0 && room === 0) continue;
      const coefficients = new Map<string, number>();
      for (const { relation, sign } of membershipsOf[cell] ?? []) {
        if (!inside.has(relation)) continue;
        const key = `r${relation}`;
        coefficients.set(key, (coefficients.get(key) ?? 0) + sign * direction);
      }
      if (own) coefficients.set("aim", direction * towards);
      if (wanted.aim === "exactly") coefficients.set("cost", cost);
      if (direction < 0) {
        constraints.set(`c${cell}`, { max: room });
        coefficients.set(`c${cell}`, 1);
      }
      variables.set(`${direction < 0 ? "d" : "u"}${cell}`, coefficients);
    }
  }
  const minimise = wanted.aim === "exactly";
  const solution = solve({
    ...{ direction: minimise ? "minimize" : "maximize", objective: minimise ? "cost" : "aim" },
    ...{ constraints, variables },
  });
  if (solution.status !== "optimal") return null;
  const shift = new Map<number, number>();
  for (const [key, change] of solution.variables) {
    const cell = Number(key.slice(1));
    shift.set(cell, (shift.get(cell) ?? 0) + (key.startsWith("d") ? -change : change));
  }
  for (const [cell, change] of shift) if (Math.abs(change) < NEGLIGIBLE) shift.delete(cell);
  return isPossible(system, shift) ? shift : null;
}
