import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, inject, it } from "vitest";
import { intervalExplanation, MODEL_INTERVAL_SENTENCE } from "~/i18n/names";
import { ENGLISH_NAMES } from "~/i18n/names-in-english";
import { SAMPLE_BASES } from "~/surveys/survey";

it("says of samples nobody drew, and of no others, that their intervals are a model's", () => {
  const labelled = SAMPLE_BASES.filter((basis) => intervalExplanation(basis).includes(MODEL_INTERVAL_SENTENCE));
  expect(labelled).toEqual(["quota", "voluntary"]);
  expect(MODEL_INTERVAL_SENTENCE).toBe(
    "khoảng bất định theo mô hình, coi phiếu như mẫu ngẫu nhiên; không phản ánh sai lệch do tự chọn",
  );
  const { modelInterval } = ENGLISH_NAMES;
  expect(SAMPLE_BASES.filter((basis) => ENGLISH_NAMES.intervalExplanation(basis).includes(modelInterval))).toEqual(
    labelled,
  );
});

/** A file of screens and every component that it shows, by their imports. */
function shownBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/from "((?:~\/components|\.)\/[^"]+)"/g)) {
    const base = from.startsWith("~") ? join(inject("root"), "app", from.slice(2)) : resolve(file, "..", from);
    const found = [`${base}.tsx`, `${base}.ts`].find((path) => existsSync(path));
    if (found?.includes("/app/components/")) shownBy(found, seen);
  }
  return seen;
}

it("says so on every page that prints an interval", () => {
  const folder = join(inject("root"), "app", "routes");
  const prints = /IntervalText|rate_ci|mean_ci|ChangeText|\binterval=|difference\.interval/;
  const pages = readdirSync(folder).flatMap((name) => {
    const sources = [...shownBy(join(folder, name))].map((file) => readFileSync(file, "utf8"));
    return sources.some((source) => prints.test(source)) ? [{ name, sources }] : [];
  });
  // Results, those of a unit, comparison, ranking, trend.
  expect(pages.length).toBeGreaterThanOrEqual(5);
  const silent = pages.filter(({ sources }) => !sources.some((source) => source.includes("intervalExplanation(")));
  expect(silent.map(({ name }) => name)).toEqual([]);
});
