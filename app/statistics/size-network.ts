import type { Membership, SizeSystem } from "./group-sizes";

/**
 * Sizes of groups as a network: relations are places, a group leads from one to another, and a change that keeps every
 * relation true is a flow that leaves each place as it enters it. What stands in one relation alone leads to the ground.
 */
export interface SizeNetwork {
  /** How many places there are, the ground included. */
  places: number;
  /** Places by group: raising it lets its change flow from the first to the second, lowering it back. */
  from: Int32Array;
  to: Int32Array;
  /** Groups at every place. */
  groupsAt: readonly (readonly number[])[];
}

/**
 * The network of a system, where it is one: no group stands in more than two relations, and the relations can be written
 * with signs such that it is added in one and taken off in the other. So it is in trees, in two-way tables with margins
 * and in trees crossed with one classification (Cox 1995, "Network models for complementary cell suppression"), as long
 * as no relation follows from the others. Null elsewhere.
 */
export function sizeNetwork({ relations, membershipsOf }: SizeSystem): SizeNetwork | null {
  const isTwice = ([one, other]: readonly Membership[]) => other !== undefined && one?.relation === other.relation;
  if (membershipsOf.some((own) => own.length > 2 || isTwice(own))) return null;
  const written = signsOf({ relations, membershipsOf });
  if (!written) return null;
  const ground = relations.length;
  const from = new Int32Array(membershipsOf.length).fill(ground);
  const to = new Int32Array(membershipsOf.length).fill(ground);
  const groupsAt: number[][] = Array.from({ length: ground + 1 }, () => []);
  membershipsOf.forEach((own, group) => {
    for (const { relation, sign } of own) (sign * (written[relation] ?? 1) > 0 ? to : from)[group] = relation;
    for (const place of new Set([from[group], to[group]])) groupsAt[place ?? ground]?.push(group);
  });
  return { places: ground + 1, from, to, groupsAt };
}

/** A sign for every relation, so that a group of two relations is added in one and taken off in the other; or null. */
function signsOf({ relations, membershipsOf }: Pick<SizeSystem, "relations" | "membershipsOf">): Int8Array | null {
  const signs = new Int8Array(relations.length);
  for (let start = 0; start < relations.length; start++) {
    if (signs[start] !== 0) continue;
    signs[start] = 1;
    const queue = [start];
    for (let next = 0; next < queue.length; next++) {
      const relation = queue[next] as number;
      const { total, parts } = relations[relation] ?? { total: -1, parts: [] };
      for (const group of [total, ...parts]) {
        const [one, other] = membershipsOf[group] ?? [];
        if (!one || !other) continue;
        const [here, there] = one.relation === relation ? [one, other] : [other, one];
        const wanted = -(signs[relation] ?? 1) * here.sign * there.sign;
        if (signs[there.relation] === 0) {
          signs[there.relation] = wanted;
          queue.push(there.relation);
        } else if (signs[there.relation] !== wanted) return null;
      }
    }
  }
  return signs;
}
