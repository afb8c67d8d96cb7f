import { isProbabilityBasis, type SampleBasis } from "~/surveys/survey";
import { type FiniteSample, finitePopulationRow } from "./finite-population";
import { maskRow } from "./mask-row";
import { ALL_UNITS, type GroupMeasures, groupMadeLater } from "./measure-groups";
import type { MeasureRow } from "./result";
import type { MeasureBySize, SizedUnit } from "./size-rows";
import { indexOfUnits, type UnitRows } from "./survey-results";

/** What an estimate theo quy mô of a branch, or of all units (`*`), speaks for. */
export interface SizeStanding {
  unit: string;
  /** Surveyed units of the branch. */
  units: number;
  /** Those whose figures it is made from. */
  covered: number;
  /** Part of the summed sizes that those stand for; null where the size of some unit is not known. */
  share: number | null;
  /** Units with answers, but without a size that could be used: any of them, and there is no such estimate. */
  missing: number;
}

/** Estimates post-stratified to the sizes of the units, beside the pooled ones of the same branches. */
export interface BySize {
  /** Index rows of branches and of all units together, masked. */
  rows: MeasureRow[];
  standings: SizeStanding[];
  /** Units and branches whose intervals take the finite population correction, their persons having been drawn from a known N. */
  narrowed: string[];
}

export interface BySizeInput {
  basis: SampleBasis;
  /** Rows of the results: nodes with the surveyed units at or below them. */
  nodes: readonly { key: string; members: readonly string[]; surveyed: boolean }[];
  /** All units together, then the nodes: before masking, and masked. */
  groups: readonly GroupMeasures[];
  masked: readonly (UnitRows & Pick<GroupMeasures, "persons">)[];
  /** Sizes by the key of the unit. */
  populations: ReadonlyMap<string, number>;
  /** Least persons of a unit with figures of its own. */
  minUnit: number;
  measure: MeasureBySize;
}

/**
 * The roll-up theo quy mô (statistics, "Roll-up up the tree"). It is made from such units alone as are told themselves, and
 * of each row only where all of them have that row told: so it says nothing that does not follow from published figures and the
 * sizes, and it speaks for those units, whose part of the sizes stands beside it.
 */
export function bySize(input: BySizeInput): BySize {
  const finite = isProbabilityBasis(input.basis);
  const lookup = lookUp(input);
  const branches = [{ key: ALL_UNITS, members: lookup.surveyed }, ...input.nodes].filter(
    ({ members }) => members.length > 1,
  );
  const standings: SizeStanding[] = [];
  const rows: MeasureRow[] = [];
  for (const { key, members } of branches) {
    const covered = members.flatMap((member) => lookup.usable(member) ?? []);
    standings.push({
      unit: key,
      units: members.length,
      covered: covered.length,
      ...shareOf(input, lookup, members, covered),
    });
    if ((standings.at(-1)?.missing ?? 0) > 0 || covered.length === 0) continue;
    const whole = finite && covered.every(({ sampled, population }) => sampled === population);
    for (const figures of input.measure({ key, units: covered }, finite)) {
      const pooled = lookup.rowOf(key, figures.level, figures.code);
      if (!pooled) continue;
      const row: MeasureRow = {
        ...pooled,
        ...figures,
        n_asked: null,
        n_valid: null,
        n_excluded: null,
        n_missing: null,
      };
      const told = pooled.suppressed === null && covered.every((unit) => lookup.isTold(unit.key, figures));
      rows.push(told ? (whole ? withoutChance(row) : row) : maskRow(row));
    }
  }
  return { rows, standings, narrowed: [...finiteSamples(input).keys()] };
}

/** Masked units and branches, with the finite population correction where persons were drawn from known sizes. */
export function correctedUnits(input: BySizeInput): UnitRows[] {
  const finite = finiteSamples(input);
  return input.masked.map((group) => {
    const sample = finite.get(group.unit);
    if (!sample) return group;
    const corrected = (rows: readonly MeasureRow[]) => rows.map((row) => finitePopulationRow(row, sample));
    return groupMadeLater({
      ...{ unit: group.unit, persons: group.persons, reliability: () => [...group.reliability] },
      ...{ measures: () => corrected(group.measures), indices: () => corrected(group.indices) },
    });
  });
}

/** Units and branches that are told, whose persons were drawn, and of which every size is known. */
function finiteSamples(input: BySizeInput): Map<string, FiniteSample> {
  if (!isProbabilityBasis(input.basis)) return new Map();
  const { surveyed } = lookUp(input);
  const membersOf = new Map([[ALL_UNITS, surveyed], ...input.nodes.map(({ key, members }) => [key, members] as const)]);
  const persons = new Map(input.groups.map((group) => [group.unit, group.persons ?? 0]));
  const told = input.masked.filter((group) => group.persons !== null);
  return new Map(
    told.flatMap(({ unit }) => {
      const sizes = (membersOf.get(unit) ?? []).map((member) => input.populations.get(member));
      const population = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
      const sampled = persons.get(unit) ?? 0;
      const isKnown = sizes.length > 0 && !sizes.includes(undefined) && sampled > 1 && population >= sampled;
      return isKnown ? [[unit, { sampled, population }] as const] : [];
    }),
  );
}

type LookUp = ReturnType<typeof lookUp>;

function lookUp({ nodes, groups, masked, populations, minUnit }: BySizeInput) {
  const surveyed = nodes.flatMap((node) => (node.surveyed ? [node.key] : []));
  const membersOf = new Map(nodes.map(({ key, members }) => [key, members]));
  const persons = new Map(groups.map((group) => [group.unit, group.persons ?? 0]));
  const told = new Set(masked.flatMap((group) => (group.persons === null ? [] : [group.unit])));
  const index = indexOfUnits(masked);
  const within = (key: string) => membersOf.get(key) ?? [key];
  // Children stand after their parents, so that what is a unit's own follows from the end backwards.
  const own = new Map<string, number>();
  for (const key of [...surveyed].reverse()) {
    const below = within(key).reduce((sum, member) => sum + (member === key ? 0 : (own.get(member) ?? 0)), 0);
    own.set(key, (persons.get(key) ?? 0) - below);
  }
  const isUsable = (key: string, sampled: number, population: number) =>
    within(key).every((member) => told.has(member)) &&
    sampled >= Math.max(2, within(key).length > 1 ? minUnit : 0) &&
    population >= sampled;
  return {
    surveyed,
    own,
    isPublished: (key: string) => within(key).every((member) => told.has(member)),
    usable: (key: string): SizedUnit | null => {
      const [sampled, population] = [own.get(key) ?? 0, populations.get(key) ?? 0];
      return isUsable(key, sampled, population) ? { key, sampled, population } : null;
    },
    rowOf: (key: string, level: MeasureRow["level"], code: string) => index.find(key, level, code),
    isTold: (key: string, { level, code }: Pick<MeasureRow, "level" | "code">) =>
      within(key).every((member) => !index.find(member, level, code)?.suppressed),
  };
}

function shareOf(
  { populations }: BySizeInput,
  { own, isPublished }: LookUp,
  members: readonly string[],
  covered: readonly SizedUnit[],
): Pick<SizeStanding, "share" | "missing"> {
  const sizes = members.map((member) => populations.get(member));
  // Of a unit that is not told it is not told either whether its size is below its answers.
  const isMissing = (member: string) => {
    const [answers, size] = [own.get(member) ?? 0, populations.get(member)];
    return answers > 0 && (size === undefined || (isPublished(member) && size < answers));
  };
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const stood = covered.reduce((sum, { population }) => sum + population, 0);
  return {
    missing: members.filter(isMissing).length,
    share: sizes.includes(undefined) || total === 0 ? null : stood / total,
  };
}

/** Everybody was asked: the interval is the figure itself. */
function withoutChance(row: MeasureRow): MeasureRow {
  return {
    ...row,
    ...(row.rate == null ? {} : { rate_ci: [row.rate, row.rate] as const }),
    ...(row.mean == null ? {} : { mean_ci: [row.mean, row.mean] as const }),
  };
}
