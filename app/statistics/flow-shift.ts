import { isPossible, type Shift, type SizeSystem } from "./group-sizes";
import type { SizeNetwork } from "./size-network";

/** A change wanted of one group, as far as it goes within a limit. */
export interface WantedFlow {
  cell: number;
  aim: "raise" | "lower";
  by: number;
  /** What it costs to change a group at all, however far; infinite where it must stand still. */
  costOf: (cell: number) => number;
}

/** Amounts below this are rounding. */
const NEGLIGIBLE = 1e-9;
/** Sizes are counts, so that a few paths are enough; a system that needs more is left as far as it came. */
const PATHS = 1_000;

/**
 * A change of sizes in a network that raises or lowers one group as far as wanted, or as far as it goes: flow along the
 * cheapest path back round the group, then along the next, until it is enough (Ford and Fulkerson; the cheapest path at a
 * time as in Castro 2007, "A shortest-paths heuristic for statistical data protection in positive tables"). A group that
 * changes already costs nothing more. The last state is checked in plain arithmetic; null where nothing can change.
 */
export function flowShift(system: SizeSystem, network: SizeNetwork, wanted: WantedFlow): Shift | null {
  const { cell, aim, costOf } = wanted;
  const by = aim === "raise" ? wanted.by : Math.min(wanted.by, system.rooms[cell] ?? 0);
  const ends = [network.to[cell] ?? 0, network.from[cell] ?? 0] as const;
  const [start, end] = aim === "raise" ? ends : ([ends[1], ends[0]] as const);
  const changes = new Map<number, number>();
  const roomIn = (group: number, lowers: boolean) =>
    lowers ? (system.rooms[group] ?? 0) + (changes.get(group) ?? 0) : Number.POSITIVE_INFINITY;
  const priceOf = (group: number) =>
    group === cell ? Number.POSITIVE_INFINITY : changes.get(group) ? 0 : costOf(group);
  let done = 0;
  for (let round = 0; round < PATHS && by - done > NEGLIGIBLE; round++) {
    const path = start === end ? [] : cheapestPath(network, { start, end, roomIn, priceOf });
    if (!path) break;
    const amount = path.reduce((least, { group, lowers }) => Math.min(least, roomIn(group, lowers)), by - done);
    for (const { group, lowers } of path) changes.set(group, (changes.get(group) ?? 0) + (lowers ? -amount : amount));
    done += amount;
  }
  if (done <= NEGLIGIBLE) return null;
  for (const [group, change] of changes) if (Math.abs(change) <= NEGLIGIBLE) changes.delete(group);
  changes.set(cell, aim === "raise" ? done : -done);
  return isPossible(system, changes) ? changes : null;
}

interface Step {
  group: number;
  /** Whether the group becomes smaller. */
  lowers: boolean;
}

interface Search {
  start: number;
  end: number;
  roomIn: (group: number, lowers: boolean) => number;
  priceOf: (group: number) => number;
}

/** The cheapest way from one place to another along groups that have room (Dijkstra). */
function cheapestPath({ places, from, to, groupsAt }: SizeNetwork, search: Search): Step[] | null {
  const best = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const settled = new Uint8Array(places);
  const reachedBy = new Int32Array(places).fill(-1);
  best[search.start] = 0;
  const open = new PlaceQueue();
  open.add(search.start, 0);
  for (let place = open.take(); place >= 0 && place !== search.end; place = open.take()) {
    if (settled[place]) continue;
    settled[place] = 1;
    for (const group of groupsAt[place] ?? []) {
      const lowers = from[group] !== place;
      const next = (lowers ? from[group] : to[group]) ?? place;
      if (settled[next]) continue;
      const cost = (best[place] ?? 0) + search.priceOf(group);
      if (!(cost < (best[next] ?? 0)) || search.roomIn(group, lowers) <= NEGLIGIBLE) continue;
      best[next] = cost;
      reachedBy[next] = group;
      open.add(next, cost);
    }
  }
  if (best[search.end] === Number.POSITIVE_INFINITY) return null;
  const path: Step[] = [];
  for (let place = search.end; place !== search.start; ) {
    const group = reachedBy[place] ?? -1;
    const lowers = to[group] !== place;
    path.push({ group, lowers });
    place = (lowers ? to[group] : from[group]) ?? search.start;
  }
  return path;
}

/** Places to go on from, the cheapest first: a binary heap. */
class PlaceQueue {
  readonly #places: number[] = [];
  readonly #costs: number[] = [];

  add(place: number, cost: number): void {
    let at = this.#places.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.#costs[above] ?? 0) <= cost) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, place, cost);
  }

  /** The cheapest place; −1 where none is left. */
  take(): number {
    const first = this.#places[0] ?? -1;
    const place = this.#places.pop();
    const cost = this.#costs.pop();
    const length = this.#places.length;
    if (place === undefined || cost === undefined || length === 0) return first;
    let at = 0;
    for (let below = 1; below < length; below = 2 * at + 1) {
      if (below + 1 < length && (this.#costs[below + 1] ?? 0) < (this.#costs[below] ?? 0)) below++;
      if ((this.#costs[below] ?? 0) >= cost) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, place, cost);
    return first;
  }

  #move(source: number, target: number): void {
    this.#put(target, this.#places[source] ?? 0, this.#costs[source] ?? 0);
  }

  #put(at: number, place: number, cost: number): void {
    this.#places[at] = place;
    this.#costs[at] = cost;
  }
}
