import type { SizeSystem } from "./group-sizes";

/**
 * A lower bound, without a programme, of how wide the interval of a group's size is: in each of its relations the change
 * is taken up by free groups that stand in no other relation. Exact for units right below one published total.
 * @param isFree whether a size is not published.
 */
export function directWidth(system: SizeSystem, cell: number, isFree: (cell: number) => boolean): number {
  let up = Number.POSITIVE_INFINITY;
  let down = system.rooms[cell] ?? 0;
  for (const { relation, sign } of system.membershipsOf[cell] ?? []) {
    const room = roomIn(system, relation, cell, isFree);
    // Raising a part lowers other parts or raises the total; raising the total raises parts.
    up = Math.min(up, sign > 0 ? room.ofLowering : room.ofRaising);
    down = Math.min(down, sign > 0 ? room.ofRaising : room.ofLowering);
  }
  return up + down;
}

/** How far the free groups of one relation alone can make up for a part that is raised, and for one that is lowered. */
function roomIn(system: SizeSystem, relation: number, cell: number, isFree: (cell: number) => boolean) {
  const { rooms, relations, membershipsOf } = system;
  const { total, parts } = relations[relation] ?? { total: cell, parts: [] };
  const isLoose = (other: number) => other !== cell && membershipsOf[other]?.length === 1 && isFree(other);
  let ofLowering = 0;
  let ofRaising = 0;
  for (const part of parts) {
    if (!isLoose(part)) continue;
    ofLowering += rooms[part] ?? 0;
    ofRaising = Number.POSITIVE_INFINITY;
  }
  if (isLoose(total)) {
    ofLowering = Number.POSITIVE_INFINITY;
    ofRaising += rooms[total] ?? 0;
  }
  return { ofLowering, ofRaising };
}
