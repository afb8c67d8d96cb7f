import { expect, it } from "vitest";
import { breaksBetween, channelShift, type Ground } from "~/indices/break-markers";
import { shortNamesOf } from "~/indices/trend";

const GROUND: Ground = {
  ...{ versionId: 1, rule: "pooled", basis: "voluntary", changedUnits: false },
  channels: new Map([
    ["qr", 90],
    ["paper", 10],
  ]),
  units: new Set(["a", "b", "c"]),
};

it.each([
  ["version", { versionId: 2 }],
  ["rule", { rule: "mean-of-items" }],
  [
    "channels",
    {
      channels: new Map([
        ["qr", 70],
        ["paper", 30],
      ]),
    },
  ],
  ["sampling", { basis: "probability" }],
  ["coverage", { units: new Set(["a", "b", "d"]) }],
] as const)("marks a break: %s", (kind, change) => {
  expect(breaksBetween(GROUND, { ...GROUND, ...change } as Ground)).toEqual([kind]);
});

it("marks units that became others, and nothing where nothing changed", () => {
  expect(breaksBetween({ ...GROUND, changedUnits: true }, GROUND)).toEqual(["boundary"]);
  expect(breaksBetween(GROUND, GROUND)).toEqual([]);
});

it("measures a shift of channels as the part of the responses that came another way", () => {
  expect(
    channelShift(
      GROUND.channels,
      new Map([
        ["qr", 7],
        ["paper", 3],
      ]),
    ),
  ).toBeCloseTo(0.2, 12);
  expect(channelShift(GROUND.channels, new Map())).toBe(0);
});

it("calls a survey by its year, or by its day where two began in one year", () => {
  const survey = (id: number, opensOn: string) => ({ id, opensOn });
  expect([...shortNamesOf([survey(1, "2025-05-01"), survey(2, "2026-05-01")]).values()]).toEqual(["2025", "2026"]);
  expect([...shortNamesOf([survey(1, "2026-02-01"), survey(2, "2026-05-01")]).values()]).toEqual([
    "01/02/2026",
    "01/05/2026",
  ]);
});
