import { withheldGroups } from "./withheld-groups";

/** How many responses came from one point of a unit; `point` null: those of none. */
export interface PointCount {
  unitKey: string;
  point: number | null;
  responses: number;
}

const WHOLE = "unit";

/**
 * Points whose number of responses must not be told: all those of a unit whose own number is withheld, and of any other unit
 * the small ones with what subtraction from the unit's number needs besides. Units are masked as the results mask them,
 * never anew: where a unit would have to be masked to protect a point, all of its points are instead.
 */
export function withheldPoints(
  counts: readonly PointCount[],
  { isTold, minimum }: { isTold: (unitKey: string) => boolean; minimum: number },
): Set<number> {
  const byUnit = new Map<string, PointCount[]>();
  for (const count of counts) byUnit.set(count.unitKey, [...(byUnit.get(count.unitKey) ?? []), count]);
  const withheld = new Set<number>();
  for (const [unitKey, own] of byUnit) {
    const points = own.flatMap(({ point, responses }) => (point === null ? [] : [{ point, responses }]));
    const persons = new Map(points.map(({ point, responses }) => [String(point), responses]));
    const parts = [...persons.keys()];
    persons.set(
      WHOLE,
      own.reduce((sum, { responses }) => sum + responses, 0),
    );
    const hidden = withheldGroups({ persons, sums: [{ total: WHOLE, parts }], minimum });
    const all = !isTold(unitKey) || hidden.has(WHOLE);
    for (const { point } of points) if (all || hidden.has(String(point))) withheld.add(point);
  }
  return withheld;
}
