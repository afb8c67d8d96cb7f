import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { productElements } from "~/indices/answer-products";
import { itemCovariances } from "~/indices/item-covariances";
import { itemTally } from "~/indices/item-tally";
import { measureTally, sumTallies } from "~/indices/measure-tallies";
import { TallyBook } from "~/indices/tally-book";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { findRow, measureAll } from "./support/rows";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F"),
  items: [scaleItem("a", "F"), scaleItem("b", "F")],
  index: { rule: "mean-of-items" },
});
type Person = Partial<Record<"a" | "b", number>>;

/** The tally of persons, each `times` over. */
function talliedOf(persons: readonly Person[], times = 1) {
  const book = new TallyBook(questionnaire);
  const layout = packedLayout(questionnaire);
  for (const person of persons) book.fold(1, "qr", true, "2026-06-01T03:00:00.000Z", packAnswers(layout, person), 1);
  const sums = sumTallies(book.plan, book.tallies()).map((sum) => sum * times);
  return { plan: book.plan, sums, group: measureTally(book.plan, "U", sums, () => []) };
}

describe("errors of mean-type indices from sums", () => {
  test("are those of the worked example of the page of the method", () => {
    const { plan, sums, group } = talliedOf([{ a: 5, b: 5 }, { a: 5 }, { a: 1, b: 1 }]);
    const tallies = plan.plan.scored.map(({ coding }, item) => {
      const start = plan.items[item] ?? 0;
      return itemTally(coding, sums.subarray(start, plan.items[item + 1] ?? plan.allSatisfied));
    });
    const start = plan.products ?? Number.NaN;
    const products = sums.subarray(start, start + productElements(2));
    const { rate } = itemCovariances(tallies, products);
    expect(rate).toEqual(Float64Array.from([2 / 27, 1 / 12, 1 / 12, 1 / 8]));
    expect(findRow(group, "overall").rate_se).toBeCloseTo(0.3703, 4);
  });

  test("are the sums over persons, also where the whole numbers outgrow a double", () => {
    const level = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    const persons = fc.array(fc.record({ a: level, b: level }), { minLength: 2, maxLength: 30 });
    let uncertain = 0;
    fc.assert(
      fc.property(persons, fc.constantFrom(1, 50_000), (drawn, times) => {
        const some = drawn.map(({ a, b }) => ({
          ...(a === undefined ? {} : { a }),
          ...(b === undefined ? {} : { b }),
        }));
        const row = findRow(talliedOf(some, times).group, "overall");
        const means = (["a", "b"] as const).flatMap((item) => {
          const scores = some.flatMap((person) => (person[item] ? [person[item]] : []));
          return scores.length === 0 ? [] : [{ item, n: scores.length, mean: sum(scores) / scores.length }];
        });
        if (means.length === 0 || !row.n_persons || row.n_persons < 2) {
          expect(row.mean_se).toBeNull();
          return;
        }
        const values = some.map((person) =>
          sum(means.map(({ item, n, mean }) => (person[item] ? (person[item] - mean) / (n * means.length) : 0))),
        );
        const squares = sum(values.map((value) => value ** 2)) / times;
        const expected = Math.sqrt((row.n_persons / (row.n_persons - 1)) * squares);
        expect(Math.abs((row.mean_se ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-9 * expected + 1e-9);
        if (row.mean_se) uncertain++;
      }),
      { numRuns: 300 },
    );
    expect(uncertain).toBeGreaterThan(100);
  });

  test("are nothing where people answer alike, and where their answers make up for each other", () => {
    const alike = Array.from({ length: 7 }, () => ({ a: 4, b: 2 }));
    expect(findRow(measureAll(questionnaire, alike), "overall")).toMatchObject({ rate_se: 0, mean: 3, mean_se: 0 });
    const turned = Array.from({ length: 9 }, (_, at) => ({ a: 1 + (at % 4), b: 5 - (at % 4) }));
    expect(findRow(measureAll(questionnaire, turned), "overall")).toMatchObject({ mean: 3, mean_se: 0 });
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
