import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import type { MeasureLevel, MeasureRow } from "~/indices/result";

const root = inject("root");
const page = readFileSync(join(root, "docs/method.md"), "utf8");
const folder = join(root, "app/statistics");
const functions = readdirSync(folder).flatMap((name) =>
  [...readFileSync(join(folder, name), "utf8").matchAll(/^export (?:async )?function (\w+)/gm)].map(
    ([, one]) => one ?? "",
  ),
);

test("the page of the method names every function that computes", () => {
  expect(functions.length).toBeGreaterThan(40);
  expect(functions.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("and every level and figure of a result row", () => {
  const levels: Record<MeasureLevel, true> = {
    item: true,
    factor: true,
    domain: true,
    overall: true,
    "all-satisfied": true,
  };
  const figures: Partial<Record<keyof MeasureRow, true>> = {
    ...{ n_asked: true, n_valid: true, n_excluded: true, n_missing: true, n_persons: true, levels: true },
    ...{ rate: true, mean: true, shares: true, k: true, k_used: true },
  };
  for (const name of [...Object.keys(levels), ...Object.keys(figures)]) expect(page).toContain(`\`${name}\``);
});
