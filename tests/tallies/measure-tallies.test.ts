import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DayFinder } from "~/indices/day-finder";
import { measureGroup } from "~/indices/measure-groups";
import { measureTally, sumNumbers, sumTallies } from "~/indices/measure-tallies";
import { createFrame } from "~/indices/response-frame";
import { rowShapes } from "~/indices/row-shapes";
import { excludedLevels, rowSizes } from "~/indices/row-sizes";
import { TallyBook } from "~/indices/tally-book";
import { tallySizes } from "~/indices/tally-sizes";
import { CHANNELS } from "~/responses/channels";
import { anyQuestionnaire, packedResponses } from "../indices/support/random-survey";

const person = fc.record({ unit: fc.nat({ max: 3 }), channel: fc.constantFrom(...CHANNELS), counted: fc.boolean() });

describe("tallies", () => {
  test("give the very rows that the records give, whatever was added and taken away again in whatever order", () => {
    const survey = anyQuestionnaire.chain((questionnaire) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        persons: fc.array(fc.tuple(person, packedResponses(questionnaire)), { maxLength: 40 }),
        removed: fc.array(fc.tuple(person, packedResponses(questionnaire)), { maxLength: 10 }),
      }),
    );
    let compared = 0;
    fc.assert(
      fc.property(survey, ({ questionnaire, persons, removed }) => {
        const book = new TallyBook(questionnaire);
        const fold = (times: 1 | -1, some: typeof persons) => {
          for (const [{ unit, channel, counted }, packed] of some)
            book.fold(unit, channel, counted, "2026-06-01T03:00:00.000Z", packed, times);
        };
        fold(-1, removed);
        fold(1, persons);
        fold(1, removed);
        const frame = createFrame(questionnaire);
        for (const [{ counted }, packed] of persons) if (counted) frame.addPacked("U", packed);
        const counted = book.tallies().filter((tally) => tally.counted);
        const sums = sumTallies(book.plan, counted);
        const tallied = measureTally(book.plan, "*", sums, () => sumNumbers(book.plan, counted));
        const measured = measureGroup({ frame, unit: "*", rows: null });
        expect(tallied.persons).toBe(measured.persons);
        expect(tallied.reliability).toEqual(measured.reliability);
        const shapes = rowShapes(questionnaire, measured.measures, measured.reliability);
        const sizes = rowSizes(measured, shapes, excludedLevels(questionnaire));
        expect(tallySizes(book.plan, "*", sums)).toEqual(sizes);
        expect(tallied.measures).toEqual(measured.measures);
        if (questionnaire.index.rule !== "pooled" && tallied.measures.some(({ mean_se }) => mean_se)) compared++;
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  test("are the same however many responses wait to be added together, by day too", () => {
    const many = anyQuestionnaire.chain((questionnaire) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        drawn: fc.array(packedResponses(questionnaire), { minLength: 1, maxLength: 5 }),
        size: fc.integer({ min: 1, max: 1300 }),
        units: fc.integer({ min: 1, max: 3 }),
        waiting: fc.constantFrom(1, 7, 511, 512, 513),
        removeEvery: fc.integer({ min: 2, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(many, ({ questionnaire, drawn, size, units, waiting, removeEvery }) => {
        const books = [waiting, undefined].map((most) => {
          const book = new TallyBook(questionnaire, new DayFinder("Asia/Ho_Chi_Minh"), most);
          for (let at = 0; at < size; at++) {
            const instant = new Date(Date.UTC(2026, 5, 1) + at * 600_000).toISOString();
            const packed = drawn[at % drawn.length] ?? "";
            book.fold(at % units, "qr", true, instant, packed, at % removeEvery === 1 ? -1 : 1);
          }
          return book.tallies().map(({ numbers, ...tally }) => {
            return { ...tally, numbers: numbers.text, days: book.days.of(tally.position) };
          });
        });
        expect(books[0]).toEqual(books[1]);
      }),
      { numRuns: 30 },
    );
  });
});
