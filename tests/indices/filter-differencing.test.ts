import fc from "fast-check";
import { expect, test } from "vitest";
import { withheldUnits } from "~/indices/analysis";
import { type AnalysisFilter, NO_FILTER } from "~/indices/analysis-filter";
import { analysisGroup, cutOfUnit, hiddenBy } from "~/indices/analysis-group";
import { cutsOfFilter, isKept } from "~/indices/split-persons";
import type { Channel } from "~/responses/channels";
import { analysisOf, type Person, unitRow } from "./support/analysis";
import { named, options, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F"),
  items: [
    scaleItem("a", "F"),
    { code: "P", type: "single", profile: true, text: { vi: "Nhóm tuổi" }, options: options(1, 2, 3) },
  ],
});
const units = [
  unitRow("district", { surveyed: false, kind: "district" }),
  unitRow("A", { parentKey: "district", depth: 1 }),
  unitRow("B", { parentKey: "district", depth: 1 }),
  unitRow("C"),
];
const CHANNELS: readonly Channel[] = ["qr", "paper", "kiosk"];
const MONTHS = ["2026-03", "2026-04", "2026-05"];
const CELL = 10;

/** So many persons of a unit who are alike in everything that a filter can tell. */
interface Alike {
  unit: string;
  channel: Channel;
  month: string;
  flagged: boolean;
  option: number | undefined;
  many: number;
}

const anyCell: fc.Arbitrary<Alike> = fc.record({
  unit: fc.constantFrom("A", "B", "C"),
  channel: fc.constantFrom(...CHANNELS),
  month: fc.constantFrom(...MONTHS),
  flagged: fc.boolean(),
  option: fc.constantFrom(undefined, 1, 2, 3),
  many: fc.oneof(
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
    { weight: 3, arbitrary: fc.integer({ min: 25, max: 90 }) },
  ),
});

function personsOf(cells: readonly Alike[]): Person[] {
  return cells.flatMap(({ unit, channel, month, flagged, option, many }) =>
    Array.from({ length: many }, (_, at) => ({
      ...{ unit, channel, month, flagged },
      answers: { a: 1 + (at % 5), ...(option === undefined ? {} : { P: option }) },
    })),
  );
}

type Part = Partial<AnalysisFilter>;
const PARTS: readonly (readonly Part[])[] = [
  CHANNELS.map((channel) => ({ channel })),
  MONTHS.map((month) => ({ from: month, to: month })),
  [{ quality: "unflagged" }, { quality: "flagged" }],
  [1, 2, 3].map((option) => ({ profile: { item: "P", option } })),
];
const NODES: readonly (string | null)[] = [null, "district", "A", "B", "C"];

/** Every filter of at most two cuts, with periods of two months besides. */
function allCuts(): Part[] {
  const periods: Part[] = [...(PARTS[1] ?? []), { to: "2026-04" }, { from: "2026-04" }];
  const ways = [PARTS[0] ?? [], periods, PARTS[2] ?? [], PARTS[3] ?? []];
  const two = ways.flatMap((first, at) =>
    ways.slice(at + 1).flatMap((second) => first.flatMap((one) => second.map((other) => ({ ...one, ...other })))),
  );
  return [{}, ...ways.flat(), ...two];
}

/** Who is in each group that is told, by its address: one bit for each of the cells that persons were made from. */
function toldGroups(cells: readonly Alike[]): Map<string, number> {
  const analysis = analysisOf(questionnaire, personsOf(cells), { units, complementary: true });
  const withheld = withheldUnits(analysis.results);
  const firstRow = cells.map((_, at) => personsOf(cells.slice(0, at)).length);
  const told = new Map<string, number>();
  for (const part of allCuts()) {
    const cuts = cutsOfFilter(analysis, { ...NO_FILTER, ...part });
    const isHidden = cuts.length === 0 ? (unit: string) => withheld.has(unit) : hiddenBy(analysis, cuts);
    for (const unit of NODES) {
      const isBelow = (own: string) => unit === null || unit === own || (unit === "district" && own !== "C");
      const inside = cells.map((cell, at) => isBelow(cell.unit) && isKept(cuts, firstRow[at] ?? 0));
      if (!isHidden(unit ?? "*")) told.set(nameOf(part, unit), bits(inside));
    }
  }
  return told;
}

function bits(inside: readonly boolean[]): number {
  return inside.reduce((sum, one, at) => (one ? sum | (1 << at) : sum), 0);
}

function personsIn(cells: readonly Alike[], group: number): number {
  return cells.reduce((sum, { many }, at) => (group & (1 << at) ? sum + many : sum), 0);
}

function nameOf(part: Part, unit: string | null): string {
  return JSON.stringify({ ...NO_FILTER, ...part, unit });
}

/** Whether whoever looks knows that a view is a part of another: by its unit and by what it is filtered by. */
function isPartOf(part: string, whole: string): boolean {
  const [inner, outer]: AnalysisFilter[] = [JSON.parse(part), JSON.parse(whole)];
  if (!inner || !outer) return false;
  const below =
    outer.unit === null || outer.unit === inner.unit || (outer.unit === "district" && "AB".includes(inner.unit ?? "-"));
  const later = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  const earlier = outer.to === null || (inner.to !== null && inner.to <= outer.to);
  const same = (["channel", "quality", "profile"] as const).every(
    (name) => outer[name] === null || JSON.stringify(outer[name]) === JSON.stringify(inner[name]),
  );
  return below && later && earlier && same;
}

test("no filtered view, taken from an unfiltered one or from another, leaves fewer persons than a cell may have", () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 6, maxLength: 16 }), (cells) => {
      const groups = [...toldGroups(cells)].filter(([, rows]) => rows !== 0);
      for (const [whole, rows] of groups) {
        expect(personsIn(cells, rows)).toBeGreaterThanOrEqual(CELL);
        for (const [part, own] of groups) {
          if (own === rows || !isPartOf(part, whole)) continue;
          expect(personsIn(cells, rows & ~own), `${whole} less ${part}`).toBeGreaterThanOrEqual(CELL);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("nor does a view less all its parts that are told, by any way of cutting it or by the units below", () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 6, maxLength: 16 }), (cells) => {
      const told = toldGroups(cells);
      for (const part of allCuts()) {
        for (const unit of NODES) {
          const whole = told.get(nameOf(part, unit));
          if (whole === undefined) continue;
          const leavesEnough = (parts: readonly (number | undefined)[]) => {
            const left = personsIn(cells, whole & ~parts.reduce<number>((sum, one) => sum | (one ?? 0), 0));
            expect(left === 0 || left >= CELL, `${nameOf(part, unit)} leaves ${left} of ${JSON.stringify(parts)}`).toBe(
              true,
            );
          };
          for (const values of PARTS) {
            if (Object.keys(values[0] ?? {}).some((name) => name in part)) continue;
            leavesEnough(values.map((value) => told.get(nameOf({ ...part, ...value }, unit))));
          }
          if (unit === null) leavesEnough(["district", "C"].map((below) => told.get(nameOf(part, below))));
          if (unit === "district") leavesEnough(["A", "B"].map((below) => told.get(nameOf(part, below))));
        }
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("a cut of large groups is told, in a unit and in all of them", () => {
  const cells = ["A", "B", "C"].flatMap((unit) =>
    CHANNELS.flatMap((channel) => [1, 2, 3].map((option) => ({ unit, channel, option, many: 40 }))),
  );
  const analysis = analysisOf(
    questionnaire,
    personsOf(cells.map((cell) => ({ ...cell, month: "2026-05", flagged: false }))),
  );
  const filter = { ...NO_FILTER, channel: "qr" as const, profile: { item: "P", option: 2 } };
  expect(analysisGroup(analysis, { ...filter, unit: "A" }).persons).toBe(40);
  expect(analysisGroup(analysis, filter).persons).toBe(120);
});

test("a row of a cut that leaves few of the persons of the same row of the whole is withheld", () => {
  const answered = (many: number, channel: Channel, answers: Person["answers"]) =>
    Array.from({ length: many }, (_, at) => ({ unit: "C", channel, answers: { ...answers, a: 1 + (at % 5) } }));
  const persons = [
    ...answered(60, "qr", { P: 1 }),
    ...answered(37, "paper", {}).map((person) => ({ ...person, answers: {} })),
    ...answered(3, "paper", {}),
  ];
  const group = analysisGroup(analysisOf(questionnaire, persons, { units: [unitRow("C")] }), {
    ...NO_FILTER,
    channel: "qr",
  });
  expect(group.measures.find(({ level }) => level === "item")?.suppressed).toBe("masked");
});

test("a withheld cut is not told where it happens to be everybody of the unit, whose figures stand published", () => {
  const persons = [60, 70].flatMap((many, at) =>
    Array.from({ length: many }, (_, one) => ({ unit: at === 0 ? "A" : "C", answers: { a: 1 + (one % 5), P: 1 } })),
  );
  const analysis = analysisOf(questionnaire, persons, { units });
  const cuts = cutsOfFilter(analysis, { ...NO_FILTER, channel: "qr" });
  const all = Int32Array.from({ length: 60 }, (_, row) => row);
  expect(cutOfUnit(analysis, "A", all, { cuts, hidden: false }).persons).toBe(60);
  const hidden = cutOfUnit(analysis, "A", all, { cuts, hidden: true });
  expect(hidden).toMatchObject({ persons: null, told: false });
  expect(new Set(hidden.measures.map(({ suppressed }) => suppressed))).toEqual(new Set(["masked"]));
});
