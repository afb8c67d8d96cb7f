import { directWidth } from "./direct-width";
import { findShift, type WantedShift } from "./find-shift";
import { flowShift } from "./flow-shift";
import { type GroupSizes, type Shift, type SizeSystem, sizeSystem } from "./group-sizes";
import { raiseWithTotals } from "./raise-with-totals";
import { type Neighbourhood, neighbourhood, type Reach } from "./size-neighbourhood";
import { type SizeNetwork, sizeNetwork } from "./size-network";
import { variesInTable } from "./table-cycle";

/** Groups with the relations between them, those to be masked for their own sake, and how well. */
export interface SuppressionInput extends GroupSizes {
  /** Groups masked for their own sake, each of at least one person. */
  primary: Iterable<number>;
  /** How wide the interval of every masked size must be; 0 asks for nothing. */
  minimum: number;
  /** Groups that are published elsewhere and can be masked no more; never a primary one. */
  fixed?: ReadonlySet<number>;
  /**
   * Groups masked in the last publication: as long as one has to be masked besides, these before any other, so that what
   * stood published is not masked in their place, and figures of both publications give nothing away.
   */
  before?: ReadonlySet<number>;
  /** Work at most where relations are no network, in rows × columns of the programmes. */
  workLimit?: number;
}

const REACH: readonly Reach[] = [
  { cells: 60, perRelation: 8 },
  { cells: 240, perRelation: 24 },
];

/** A group of nobody, which is published as absent, changes only where there is no other way. */
const NOBODY_COST = 1e9;

/** What changing a masked group costs, and what one masked before costs of what it would otherwise. */
const FREE_COST = 0.001;
const BEFORE_SHARE = 1e-5;

/**
 * Programmes solved at most, by rows × columns. Past it what is still unprotected is masked with all totals above it,
 * which needs none: coarser, never unsafe.
 */
const WORK_LIMIT = 30_000_000;

/**
 * Which groups to mask so that no masked size can be recovered: complementary suppression in tables with margins, trees
 * and their crossings. The interval of every masked size that follows from all other sizes, the relations and
 * non-negativity is at least `minimum` wide. Method: Fischetti & Salazar-González (2001), "Solving the cell suppression
 * problem on tabular data with linear constraints", with one difference: instead of the optimum, the cheapest
 * circulation for one group at a time (sizes as costs), which never unmasks and so ends. Each group is released from the
 * queue only by two possible states of the sizes that differ by `minimum` in it, checked in plain arithmetic.
 *
 * Where the relations are a network (trees, tables with margins: `sizeNetwork`) those states are flows over all of it,
 * exact and without a programme (`flowShift`); elsewhere programmes over a neighbourhood.
 *
 * Sizes of 0 are published as absent and are masked only where nothing else protects. Parts are preferred to totals, and
 * what was masked in the last publication to what was not.
 * @returns the primary groups and those masked to protect them; never a hidden group that was not primary.
 */
export function complementarySuppression(input: SuppressionInput): Set<number> {
  const {
    minimum,
    hidden = new Set<number>(),
    fixed = new Set<number>(),
    before = new Set<number>(),
    workLimit = WORK_LIMIT,
  } = input;
  const system = sizeSystem(input);
  const masked = new Set(input.primary);
  if (minimum <= 0 || masked.size === 0) return masked;
  const search = new Protection(system, masked, { hidden, fixed, before, workLimit, minimum });
  const order = [...masked].sort((one, other) => sizeOf(system, one) - sizeOf(system, other) || one - other);
  for (let next = 0; next < order.length; next++) order.push(...search.protect(order[next] as number));
  return masked;
}

function sizeOf({ sizes }: SizeSystem, cell: number): number {
  return sizes[cell] ?? 0;
}

class Protection {
  /** Least and greatest change of each size seen among the possible states found so far. */
  readonly #lowest = new Map<number, number>();
  readonly #highest = new Map<number, number>();
  readonly #isTotal: Uint8Array;
  readonly #network: SizeNetwork | null;
  /** Groups of which everything connected to them is masked. */
  readonly #exhausted = new Set<number>();
  #work = 0;

  constructor(
    private readonly system: SizeSystem,
    private readonly masked: Set<number>,
    private readonly given: Required<Pick<SuppressionInput, "hidden" | "fixed" | "before" | "workLimit" | "minimum">>,
  ) {
    this.#network = sizeNetwork(system);
    this.#isTotal = new Uint8Array(system.sizes.length);
    for (const { total } of system.relations) this.#isTotal[total] = 1;
  }

  /** Masks what it takes to protect one masked group; returns the groups newly masked, which need protection too. */
  protect(cell: number): number[] {
    if (this.#exhausted.has(cell) || this.#isProtected(cell)) return [];
    if (this.#network) return this.#protectByFlow(cell, this.#network);
    if (this.#protectedByMasked(cell)) return [];
    const shift = this.#cheapestShift(cell) ?? this.#raise(cell);
    return shift ? this.#maskAll(shift) : this.#maskConnected(cell);
  }

  /**
   * First what the groups masked so far let it vary, upwards and downwards; then the cheapest that are needed besides.
   * Where even all of them are too few, they are all that could be masked for it.
   */
  #protectByFlow(cell: number, network: SizeNetwork): number[] {
    const added: number[] = [];
    for (const mayAdd of [false, true]) {
      for (const aim of ["raise", "lower"] as const) {
        const seen = aim === "raise" ? -(this.#lowest.get(cell) ?? 0) : (this.#highest.get(cell) ?? 0);
        const costOf = (other: number) =>
          mayAdd || this.#isFree(other) ? this.#flowCost(other) : Number.POSITIVE_INFINITY;
        const shift = flowShift(this.system, network, { cell, aim, by: this.given.minimum - seen, costOf });
        if (shift) added.push(...this.#maskAll(shift));
        if (this.#isProtected(cell)) return added;
      }
    }
    return added;
  }

  #flowCost(cell: number): number {
    if (this.given.fixed.has(cell)) return Number.POSITIVE_INFINITY;
    return sizeOf(this.system, cell) > 0 ? this.#costOf(cell) : NOBODY_COST;
  }

  #isFree = (cell: number) => this.masked.has(cell) || this.given.hidden.has(cell);

  #isPreferred = (cell: number) => this.#isFree(cell) || this.given.before.has(cell);

  #isProtected(cell: number): boolean {
    const seen = (this.#highest.get(cell) ?? 0) - (this.#lowest.get(cell) ?? 0);
    return (
      seen >= this.given.minimum - 1e-6 ||
      directWidth(this.system, cell, this.#isFree) >= this.given.minimum ||
      variesInTable(this.system, cell, { isFree: this.#isFree, minimum: this.given.minimum })
    );
  }

  #protectedByMasked(cell: number): boolean {
    const wanted = { cell, by: this.given.minimum, costOf: () => 0 };
    for (const reach of REACH) {
      if (this.#work > this.given.workLimit) return false;
      const around = this.#around(cell, reach, () => false);
      for (const aim of ["raise", "lower"] as const) {
        const shift = this.#find(around, { ...wanted, aim });
        if (shift) this.#remember(shift);
        if (this.#isProtected(cell)) return true;
      }
      if (around.cells.length < reach.cells) return false;
    }
    return false;
  }

  #cheapestShift(cell: number): Shift | null {
    for (const reach of REACH) {
      if (this.#work > this.given.workLimit) return null;
      const around = this.#around(cell, reach, (other) => this.#mayMask(other) && sizeOf(this.system, other) > 0);
      const shift = this.#find(around, { cell, aim: "exactly", by: this.given.minimum, costOf: this.#costOf });
      if (shift) return shift;
    }
    return null;
  }

  /** Masked groups are free, all but free of each other's choice; a total costs half as much again as a part. */
  #costOf = (cell: number): number => {
    if (this.#isFree(cell)) return FREE_COST;
    const own = 1 + sizeOf(this.system, cell) * (this.#isTotal[cell] ? 1.5 : 1);
    return this.given.before.has(cell) ? 2 * FREE_COST + BEFORE_SHARE * own : own;
  };

  #around(cell: number, reach: Reach, others: (cell: number) => boolean) {
    const { before } = this.given;
    return neighbourhood(this.system, cell, { isFree: this.#isFree, others, before, reach });
  }

  #find(around: Neighbourhood, wanted: WantedShift): Shift | null {
    this.#work += (2 * around.relations.length + around.cells.length) * 2 * around.cells.length;
    return findShift(this.system, around, wanted);
  }

  #mayMask = (cell: number) => !this.given.fixed.has(cell);

  #raise(cell: number): Shift | null {
    const shift = raiseWithTotals(this.system, { cell, by: this.given.minimum, prefer: this.#isPreferred });
    return shift && [...shift.keys()].every(this.#mayMask) ? shift : null;
  }

  #maskAll(shift: Shift): number[] {
    this.#remember(shift);
    const added = [...shift.keys()].filter((cell) => !this.#isFree(cell));
    for (const cell of added) this.masked.add(cell);
    return added;
  }

  /** Last resort, where relations are no network and totals are fixed: everything connected to the group. */
  #maskConnected(cell: number): number[] {
    const everything = { cells: Number.POSITIVE_INFINITY, perRelation: Number.POSITIVE_INFINITY };
    const { cells } = this.#around(cell, everything, this.#mayMask);
    const added = cells.filter((other) => !this.#isFree(other));
    for (const other of added) this.masked.add(other);
    for (const other of cells) this.#exhausted.add(other);
    return added;
  }

  #remember(shift: Shift): void {
    for (const [cell, change] of shift) {
      this.#lowest.set(cell, Math.min(this.#lowest.get(cell) ?? 0, change));
      this.#highest.set(cell, Math.max(this.#highest.get(cell) ?? 0, change));
    }
  }
}
