import fc from "fast-check";
import { expect, test } from "vitest";
import { type BySizeInput, bySize, correctedUnits } from "~/indices/by-size";
import { maskSmallCells } from "~/indices/mask-small-cells";
import { measureGroups } from "~/indices/measure-groups";
import { rankUnits } from "~/indices/rank-units";
import { createFrame } from "~/indices/response-frame";
import { branchSums, withheldBySize } from "~/indices/withheld-groups";
import type { Answers } from "~/questionnaires/answers";
import { unitRow } from "./support/analysis";
import { sizeRowsOfRecords } from "./support/measure-records";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F", "G"),
  items: [scaleItem("f1", "F"), scaleItem("f2", "F"), scaleItem("g1", "G")],
});
const MINIMUMS = { cell: 10, unit: 30, same: 30 };
/** Units `a` and `b` of branch `v` are small; the rest is not. */
const NODES = [
  unitRow("v", { surveyed: false, kind: "district" }),
  ...["a", "b", "c"].map((key) => unitRow(key, { parentKey: "v", depth: 1 })),
  ...["d", "e"].map((key) => unitRow(key)),
];
const SUMS = branchSums(NODES);
const SIZES = new Map(["a", "b", "c", "d", "e"].map((key, at) => [key, 400 + 700 * at]));
type Persons = Readonly<Record<string, readonly Answers[]>>;

/** Everything that leaves: numbers, figures pooled and theo quy mô, and ranks. */
function publication(persons: Persons, basis: BySizeInput["basis"]) {
  const frame = createFrame(questionnaire);
  for (const [unit, answers] of Object.entries(persons)) for (const one of answers) frame.add(unit, one);
  const membersOf = (key: string) => (key === "v" ? ["a", "b", "c"] : [key]);
  const groups = measureGroups({ frame, groups: NODES.map(({ key }) => ({ key, unitKeys: membersOf(key) })) });
  const { uncounted, withheld } = withheldBySize({ groups, channels: [], sums: SUMS, minimums: MINIMUMS });
  const masked = maskSmallCells({
    ...{ questionnaire, groups, sums: SUMS, withheld },
    ...{ minCell: MINIMUMS.cell, minUnit: MINIMUMS.unit, minSame: MINIMUMS.same },
  });
  const input: BySizeInput = {
    ...{ basis, groups, masked, populations: SIZES, minUnit: MINIMUMS.unit, measure: sizeRowsOfRecords(frame) },
    nodes: NODES.map(({ key, surveyed }) => ({ key, surveyed, members: surveyed ? [key] : membersOf(key) })),
  };
  const rows = NODES.map((unit) => {
    const group = masked.find((one) => one.unit === unit.key);
    const overall = group?.measures.find(({ level }) => level === "overall");
    return { unit, overall, persons: group?.persons ?? null, factors: [] };
  });
  return {
    counts: groups.map(({ unit, persons: many }) => (uncounted.has(unit) ? null : many)),
    units: correctedUnits(input).map(({ unit, measures }) => ({ unit, measures })),
    reliability: masked.flatMap((group) => group.reliability),
    sized: bySize(input),
    ranking: rankUnits({ survey: { id: 7 } as Parameters<typeof rankUnits>[0]["survey"] }, rows),
  };
}

const person: fc.Arbitrary<Answers> = fc.record({
  ...{ f1: fc.integer({ min: 1, max: 5 }), f2: fc.integer({ min: 1, max: 5 }), g1: fc.integer({ min: 1, max: 5 }) },
});
const few = fc.array(person, { minLength: 24, maxLength: 36 });
const crowd = fc.array(person, { minLength: 60, maxLength: 90 });
/** The first so many of the small units' persons are those of one of them, in whatever order. */
const split = fc.record({ first: fc.integer({ min: 1, max: 7 }), turn: fc.nat(), other: fc.boolean() });

function divide(pool: readonly Answers[], { first, turn, other }: { first: number; turn: number; other: boolean }) {
  const at = turn % pool.length;
  const turned = [...pool.slice(at), ...pool.slice(0, at)];
  const [one, rest] = [turned.slice(0, first), turned.slice(first)];
  return other ? { a: rest, b: one } : { a: one, b: rest };
}

test("two withheld units could share their persons otherwise, and all that is published would be the same", () => {
  let apart = 0;
  fc.assert(
    fc.property(
      ...[
        few,
        split,
        split,
        fc.tuple(crowd, crowd, crowd),
        fc.constantFrom("probability" as const, "voluntary" as const),
      ],
      (pool, one, another, [c, d, e], basis) => {
        const [first, second] = [divide(pool, one), divide(pool, another)];
        // Units of 30 persons or more are not withheld for their own sake.
        fc.pre([first, second].every(({ a, b }) => Math.max(a.length, b.length) < MINIMUMS.unit));
        if (Math.abs(first.a.length - second.a.length) >= 10) apart++;
        expect(publication({ ...first, c, d, e }, basis)).toEqual(publication({ ...second, c, d, e }, basis));
      },
    ),
    { numRuns: 30, endOnFailure: true },
  );
  expect(apart).toBeGreaterThan(3);
});
