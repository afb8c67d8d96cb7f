import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flaggedMasks } from "~/indices/flagged-masks";
import type { PairedGroup } from "~/indices/flagged-rows";
import { measureGroups } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import { branchSums } from "~/indices/withheld-groups";
import { pairWithoutFlagged } from "~/indices/without-flagged";
import type { Answers } from "~/questionnaires/answers";
import { analysisOf, type Person, unitRow } from "./support/analysis";
import { Published } from "./support/published-bounds";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("A", "B"),
  items: [scaleItem("a1", "A"), scaleItem("b1", "B")],
});
const UNITS = [
  unitRow("v", { surveyed: false }),
  ...["u1", "u2"].map((key) => unitRow(key, { parentKey: "v", depth: 1 })),
  ...["u3", "u4"].map((key) => unitRow(key)),
];
const LEAVES = ["u1", "u2", "u3", "u4"] as const;
const SUMS = branchSums(UNITS);
const ROWS = ["overall/*", "factor/A", "factor/B"];
const CELL = 10;

function paired(persons: readonly Person[]) {
  const { results } = analysisOf(questionnaire, persons, { units: UNITS, complementary: true });
  const frames = { kept: createFrame(questionnaire), flagged: createFrame(questionnaire) };
  const forms = new Map(LEAVES.map((key) => [key as string, { flagged: 0, unflagged: 0 }]));
  for (const { unit, answers, flagged } of persons) {
    frames[flagged ? "flagged" : "kept"].add(unit, answers);
    const own = forms.get(unit);
    if (own) own[flagged ? "flagged" : "unflagged"]++;
  }
  const named = UNITS.map(({ key }) => ({ key, unitKeys: key === "v" ? ["u1", "u2"] : [key] }));
  const [kept, flagged] = [frames.kept, frames.flagged].map((frame) => measureGroups({ frame, groups: named }));
  const groups = (kept ?? []).flatMap((own, at): PairedGroup[] => {
    const apart = flagged?.[at];
    const published = results.measures.filter(({ unit }) => unit === own.unit);
    return apart ? [{ unit: own.unit, published, kept: own, flagged: apart }] : [];
  });
  const isHidden = flaggedMasks(results, forms);
  const pairs = pairWithoutFlagged({ questionnaire, results, groups, isHidden, minimums: results.minimums });
  return { groups, pairs };
}

function pairOf({ all, units }: ReturnType<typeof paired>["pairs"], unit: string, row: string) {
  const own = unit === "*" ? all : [units.get(unit) ?? []].flat();
  return own.find(({ with: { level, code } }) => `${level}/${code}` === row);
}

/** What pairs tell of persons and answers; or what the results tell alone. */
function told({ groups, pairs }: ReturnType<typeof paired>, besides: boolean): Published {
  const published = new Published();
  for (const { unit, published: rows, kept, flagged } of groups) {
    // Of units the page has the overall index alone; what its factors tell of them besides is not looked at.
    for (const row of unit === "*" ? ROWS : ["overall/*"]) {
      const of = (measures: PairedGroup["published"]) =>
        measures.find(({ level, code }) => `${level}/${code}` === row) ?? null;
      const [one, rest, apart] = [of(rows), of(kept.measures), of(flagged.measures)];
      const pair = pairOf(pairs, unit, row);
      const isTold = {
        with: one?.suppressed === null,
        kept: besides && pair?.without.suppressed === null,
        flagged: false,
      };
      for (const count of ["n_persons", "n_valid"] as const) {
        const [without, left] = [rest?.[count] ?? 0, apart?.[count] ?? 0];
        const sizes = { with: without + left, kept: without, flagged: left };
        for (const kind of ["with", "kept", "flagged"] as const)
          published.say(`${kind} ${unit} ${count} ${row}`, sizes[kind], isTold[kind]);
        published.sum(`with ${unit} ${count} ${row}`, [
          `kept ${unit} ${count} ${row}`,
          `flagged ${unit} ${count} ${row}`,
        ]);
      }
    }
    for (const kind of unit === "*" ? ["with", "kept", "flagged"] : []) {
      const name = (count: string, row: string) => `${kind} ${unit} ${count} ${row}`;
      published.sum(
        name("n_valid", "overall/*"),
        ["factor/A", "factor/B"].map((row) => name("n_valid", row)),
      );
      for (const row of ["factor/A", "factor/B"])
        published.atMost(name("n_persons", row), name("n_persons", "overall/*"));
    }
  }
  for (const kind of ["with", "kept", "flagged"])
    for (const { total, parts } of SUMS)
      published.sum(
        `${kind} ${total} n_persons overall/*`,
        parts.map((part) => `${kind} ${part} n_persons overall/*`),
      );
  return published;
}

const crowd = (unit: string, count: number, flagged: boolean, answers?: Answers): Person[] =>
  Array.from({ length: count }, (_, at) => ({
    unit,
    flagged,
    answers: answers ?? { a1: 1 + (at % 5), b1: 1 + (at % 3) },
  }));

const isTold = ({ pairs }: ReturnType<typeof paired>, unit: string, row: string) =>
  pairOf(pairs, unit, row)?.without.suppressed === null;

describe("indices with and without flagged forms", () => {
  test("are told where enough forms are on both sides, or none is flagged", () => {
    const all = LEAVES.flatMap((unit) => [...crowd(unit, 60, false), ...crowd(unit, unit === "u3" ? 0 : 12, true)]);
    const made = paired(all);
    for (const unit of ["*", "v", ...LEAVES]) expect(isTold(made, unit, "overall/*"), unit).toBe(true);
    for (const row of ROWS) expect(isTold(made, "*", row), row).toBe(true);
    expect(isTold(made, "u1", "factor/A")).toBe(false);
  });

  test("are masked in a unit where few flagged persons answered, in another with it, and told of all", () => {
    // Twelve flagged forms everywhere, of which eight in one unit answered no question that counts.
    const all = LEAVES.flatMap((unit) => [
      ...crowd(unit, 60, false),
      ...crowd(unit, unit === "u1" ? 4 : 12, true),
      ...crowd(unit, unit === "u1" ? 8 : 0, true, { a1: 0, b1: 0 }),
    ]);
    const made = paired(all);
    expect(["u1", "u2"].map((unit) => isTold(made, unit, "overall/*"))).toEqual([false, false]);
    expect(["*", "v", "u3", "u4"].map((unit) => isTold(made, unit, "overall/*"))).toEqual([true, true, true, true]);
  });

  test("of all are masked for a factor that few flagged persons answered, with what would tell it", () => {
    const all = LEAVES.flatMap((unit) => [
      ...crowd(unit, 60, false),
      ...crowd(unit, 20, false, { a1: 4 }),
      ...crowd(unit, 1, true),
      ...crowd(unit, 12, true, { a1: 3 }),
    ]);
    const made = paired(all);
    expect(ROWS.filter((row) => isTold(made, "*", row))).toEqual(["overall/*"]);
  });

  test("leave every small number of flagged or other persons an interval as wide as the minimum", () => {
    const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 20, max: 70 }));
    const answers = fc.constantFrom<Answers[]>({ a1: 3, b1: 4 }, { a1: 2 }, { b1: 5 }, { a1: 0, b1: 0 });
    const part = fc.array(fc.tuple(size, answers), { minLength: 1, maxLength: 3 });
    const unit = fc.record({ whole: fc.integer({ min: 0, max: 60 }), kept: part, flagged: part });
    let masked = 0;
    fc.assert(
      fc.property(fc.record({ u1: unit, u2: unit, u3: unit, u4: unit }), (given) => {
        const made = paired(
          LEAVES.flatMap((key) => [
            ...crowd(key, given[key].whole, false),
            ...given[key].kept.flatMap(([count, own]) => crowd(key, count, false, own)),
            ...given[key].flagged.flatMap(([count, own]) => crowd(key, count, true, own)),
          ]),
        );
        const possible = told(made, false).widths(CELL);
        for (const [name, width] of told(made, true).widths(CELL)) {
          if (!/^(kept|flagged) .* n_persons/.test(name)) continue;
          masked++;
          expect(width, name).toBeGreaterThan(Math.min(CELL, possible.get(name) ?? CELL) - 1e-5);
        }
      }),
      { numRuns: 60 },
    );
    expect(masked).toBeGreaterThan(30);
  });
});
