import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureGroup } from "~/indices/measure-groups";
import { measuredFromTallies, measureTally, sumTallies } from "~/indices/measure-tallies";
import { createFrame } from "~/indices/response-frame";
import { TallyBook } from "~/indices/tally-book";
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
        const tallied = measureTally(book.plan, "*", sumTallies(book.plan, counted));
        const measured = measureGroup({ frame, unit: "*", rows: null });
        expect(tallied.persons).toBe(measured.persons);
        expect(tallied.reliability).toEqual(measured.reliability);
        if (measuredFromTallies(questionnaire)) {
          compared++;
          expect(tallied.measures).toEqual(measured.measures);
        } else {
          const plain = ({ measures }: typeof measured) =>
            measures.filter(({ level }) => level === "item" || level === "all-satisfied");
          expect(plain(tallied)).toEqual(plain(measured));
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(30);
  });
});
