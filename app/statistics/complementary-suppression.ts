import { directWidth } from "./direct-width";
import { findShift, type WantedShift } from "./find-shift";
import { type GroupSizes, type Shift, type SizeSystem, sizeSystem } from "./group-sizes";
import { raiseWithTotals } from "./raise-with-totals";
import { type Neighbourhood, neighbourhood, type Reach } from "./size-neighbourhood";
import { variesInTable } from "./table-cycle";

/** Groups with the relations between them, those to be masked for their own sake, and how well. */
export interface SuppressionInput extends GroupSizes {
  /** Groups masked for their own sake, each of at least one person. */
  primary: Iterable<number>;
  /** How wide the interval of every masked size must be; 0 asks for nothing. */
  minimum: number;
  /** Groups that are published elsewhere and can be masked no more; never a primary one. */
  fixed?: ReadonlySet<number>;
}

const REACH: readonly Reach[] = [
  { cells: 60, perRelation: 8 },
  { cells: 240, perRelation: 24 },
];

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
 * Sizes of 0 are published as absent and are masked only where nothing else protects. Parts are preferred to totals.
 * @returns the primary groups and those masked to protect them; never a hidden group that was not primary.
 */
export function complementarySuppression(input: SuppressionInput): Set<number> {
  const { minimum, hidden = new Set<number>(), fixed = new Set<number>() } = input;
  const system = sizeSystem(input);
  const masked = new Set(input.primary);
  if (minimum <= 0 || masked.size === 0) return masked;
  const search = new Protection(system, masked, { hidden, fixed, minimum });
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
  #work = 0;

  constructor(
    private readonly system: SizeSystem,
    private readonly masked: Set<number>,
    private readonly given: { hidden: ReadonlySet<number>; fixed: ReadonlySet<number>; minimum: number },
  ) {
    this.#isTotal = new Uint8Array(system.sizes.length);
    for (const { total } of system.relations) this.#isTotal[total] = 1;
  }

  /** Masks what it takes to protect one masked group; returns the groups newly masked, which need protection too. */
  protect(cell: number): number[] {
    if (this.#isProtected(cell) || this.#protectedByMasked(cell)) return [];
    const shift = this.#cheapestShift(cell) ?? this.#raise(cell);
    return shift ? this.#maskAll(shift) : this.#maskConnected(cell);
  }

  #isFree = (cell: number) => this.masked.has(cell) || this.given.hidden.has(cell);

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
      if (this.#work > WORK_LIMIT) return false;
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
      if (this.#work > WORK_LIMIT) return null;
      const around = this.#around(cell, reach, (other) => this.#mayMask(other) && sizeOf(this.system, other) > 0);
      const shift = this.#find(around, { cell, aim: "exactly", by: this.given.minimum, costOf: this.#costOf });
      if (shift) return shift;
    }
    return null;
  }

  /** Masked groups are free, all but free of each other's choice; a total costs half as much again as a part. */
  #costOf = (cell: number): number => {
    if (this.#isFree(cell)) return 0.001;
    return 1 + sizeOf(this.system, cell) * (this.#isTotal[cell] ? 1.5 : 1);
  };

  #around(cell: number, reach: Reach, others: (cell: number) => boolean) {
    return neighbourhood(this.system, cell, { isFree: this.#isFree, others, reach });
  }

  #find(around: Neighbourhood, wanted: WantedShift): Shift | null {
    this.#work += (2 * around.relations.length + around.cells.length) * 2 * around.cells.length;
    return findShift(this.system, around, wanted);
  }

  #mayMask = (cell: number) => !this.given.fixed.has(cell);

  #raise(cell: number): Shift | null {
    const shift = raiseWithTotals(this.system, { cell, by: this.given.minimum, prefer: this.#isFree });
    return shift && [...shift.keys()].every(this.#mayMask) ? shift : null;
  }

  #maskAll(shift: Shift): number[] {
    this.#remember(shift);
    const added = [...shift.keys()].filter((cell) => !this.#isFree(cell));
    for (const cell of added) this.masked.add(cell);
    return added;
  }

  /** Last resort, where totals are fixed or relations are neither tables nor trees: everything connected to the group. */
  #maskConnected(cell: number): number[] {
    const everything = { cells: Number.POSITIVE_INFINITY, perRelation: Number.POSITIVE_INFINITY };
    const { cells } = this.#around(cell, everything, this.#mayMask);
    const added = cells.filter((other) => !this.#isFree(other));
    for (const other of added) this.masked.add(other);
    return added;
  }

  #remember(shift: Shift): void {
    for (const [cell, change] of shift) {
      this.#lowest.set(cell, Math.min(this.#lowest.get(cell) ?? 0, change));
      this.#highest.set(cell, Math.max(this.#highest.get(cell) ?? 0, change));
    }
  }
}
