import { expect, test } from "vitest";
import { channelResults } from "~/indices/channel-results";
import { measureGroup } from "~/indices/measure-groups";
import { createFrame, type ResponseFrame } from "~/indices/response-frame";
import { withheldBySize } from "~/indices/withheld-groups";
import type { Channel } from "~/responses/channels";
import { measureChannels } from "./support/measure-channels";
import { findRow, measureAll } from "./support/rows";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  domains: named("D"),
  factors: [{ ...named("F")[0], domain: "D" }],
  items: [scaleItem("a", "F")],
});
const minimums = { cell: 10, unit: 30 };

/** Channels beside all together, as the results page shows them. */
function told(frame: ResponseFrame, rowsOf: ReadonlyMap<Channel, readonly number[]>) {
  const measured = measureChannels(frame, rowsOf);
  const groups = [measureGroup({ frame, unit: "*", rows: null })];
  const sizes = withheldBySize({ groups, channels: measured, sums: [], minimums });
  return { channels: channelResults({ measured, ...sizes, minimum: minimums.cell }), ...sizes };
}

/** Persons of each channel, of whom every third is not satisfied. */
function split(counts: Partial<Record<Channel, number>>) {
  const frame = createFrame(questionnaire);
  const rowsOf = new Map<Channel, number[]>();
  for (const [channel, persons] of Object.entries(counts) as [Channel, number][]) {
    rowsOf.set(
      channel,
      Array.from({ length: persons }, (_, person) => {
        frame.add("U", { a: person % 3 === 0 ? 2 : 5 });
        return frame.size - 1;
      }),
    );
  }
  const { channels: results } = told(frame, rowsOf);
  return Object.fromEntries(
    results.map(({ channel, responses, overall }) => [
      channel,
      [responses, overall?.suppressed ?? null, overall?.n_persons ?? null],
    ]),
  );
}

test("a channel has its responses, persons and the index that they alone would give", () => {
  const frame = createFrame(questionnaire);
  const [qr, paper] = [Array.from({ length: 40 }, () => ({ a: 5 })), Array.from({ length: 60 }, () => ({ a: 2 }))];
  for (const answers of [...qr, ...paper]) frame.add("U", answers);
  const rowsOf = new Map<Channel, number[]>([
    ["qr", qr.map((_, row) => row)],
    ["paper", paper.map((_, row) => 40 + row)],
  ]);
  const { channels: results } = told(frame, rowsOf);
  const alone = findRow(measureAll(questionnaire, paper), "overall");
  expect(results.find(({ channel }) => channel === "paper")).toMatchObject({
    responses: 60,
    overall: { ...alone, unit: "paper" },
  });
  expect(alone.rate).toBe(0);
  expect(results.find(({ channel }) => channel === "qr")?.overall?.rate).toBe(1);
});

test("an index of too few hides a neighbour's, whose counts stay", () => {
  expect(split({ qr: 400, kiosk: 50, paper: 20 })).toEqual({
    ...{ qr: [400, null, 400], kiosk: [50, "masked", null], paper: [20, "masked", null] },
  });
  expect(split({ qr: 400, kiosk: 25, paper: 20 })).toEqual({
    ...{ qr: [400, null, 400], kiosk: [25, "masked", null], paper: [20, "masked", null] },
  });
});

test("a channel of too few responses tells neither number nor index, nor does its neighbour", () => {
  expect(split({ qr: 400, kiosk: 50, paper: 4 })).toEqual({
    ...{ qr: [400, null, 400], kiosk: [null, "masked", null], paper: [null, "masked", null] },
  });
});

test("a single channel of too few is masked, and so is the total that it is", () => {
  expect(split({ qr: 4 })).toEqual({ qr: [null, "masked", null] });
  const frame = createFrame(questionnaire);
  for (let person = 0; person < 4; person++) frame.add("U", { a: 5 });
  expect([...told(frame, new Map([["qr", [0, 1, 2, 3]]])).uncounted].sort()).toEqual(["*", "channel:qr"]);
});

test("the only channel is the whole, and is told like it", () => {
  expect(split({ qr: 40 })).toEqual({ qr: [40, null, 40] });
  expect(split({ qr: 20 })).toEqual({ qr: [20, "masked", null] });
});
