import { expect, test } from "vitest";
import { itemDistributions } from "~/indices/item-distribution";
import { measureAll } from "./support/rows";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F"),
  items: [scaleItem("a", "F"), scaleItem("turned", "F", { reverse: true })],
});

test("levels stand from the lowest up, those outside the base and blanks apart; a reversed item shows what was chosen", () => {
  const persons = [{ a: 5, turned: 1 }, { a: 5, turned: 1 }, { a: 1, turned: 2 }, { a: 0, turned: 0 }, { turned: 5 }];
  const [scale] = itemDistributions(questionnaire, measureAll(questionnaire, persons).measures);
  expect(scale?.levels.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
  expect(scale?.excluded.map(({ value }) => value)).toEqual([0]);
  expect(scale?.items.map(({ counts }) => counts)).toEqual([
    [1, 0, 0, 0, 2, 1],
    [2, 1, 0, 0, 1, 1],
  ]);
  expect(scale?.items[0]?.row).toMatchObject({ n_valid: 3, n_missing: 1 });
});

test("a masked item has no counts", () => {
  const [masked] = measureAll(questionnaire, [{ a: 5 }]).measures;
  const rows = masked ? [{ ...masked, levels: null, suppressed: "masked" as const }] : [];
  expect(itemDistributions(questionnaire, rows)[0]?.items.map(({ counts }) => counts)).toEqual([null, null]);
});
