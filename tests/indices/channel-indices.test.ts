import fc from "fast-check";
import { expect, test } from "vitest";
import { channelIndices } from "~/indices/channel-indices";
import { channelResults } from "~/indices/channel-results";
import { indexSides } from "~/indices/index-sides";
import { maskSmallCells } from "~/indices/mask-small-cells";
import { measureGroup } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import { withheldBySize } from "~/indices/withheld-groups";
import type { Channel } from "~/responses/channels";
import { measureChannels } from "./support/measure-channels";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  domains: named("D"),
  factors: named("F", "G", "H").map((factor) => ({ ...factor, domain: "D" })),
  items: [scaleItem("a", "F"), scaleItem("b", "G"), scaleItem("c", "H")],
});
const minimums = { cell: 10, unit: 30, same: 30 };

type Person = Partial<Record<"a" | "b" | "c", number>>;

/** All and each channel, as the results page and the page of sides tell them. */
function told(persons: Partial<Record<Channel, readonly Person[]>>) {
  const frame = createFrame(questionnaire);
  const rowsOf = new Map<Channel, number[]>();
  for (const [channel, people] of Object.entries(persons) as [Channel, readonly Person[]][]) {
    rowsOf.set(
      channel,
      people.map((answers) => {
        frame.add("U", answers);
        return frame.size - 1;
      }),
    );
  }
  const channels = measureChannels(frame, rowsOf);
  const all = measureGroup({ frame, unit: "*", rows: null });
  const sizes = withheldBySize({ groups: [all], channels, sums: [], minimums });
  const shown = channelResults({ measured: channels, ...sizes, minimum: minimums.cell });
  const [masked] = maskSmallCells({
    ...{ questionnaire, groups: [all], minCell: minimums.cell, minUnit: minimums.unit, minSame: minimums.same },
  });
  const measures = masked?.measures ?? [];
  const indices = channelIndices({
    ...{ questionnaire, all, channels, minimums },
    published: { measures, channels: shown },
  });
  const measured = new Map(channels.map(({ channel, group }) => [channel, group.measures]));
  return { measures, shown, indices, measured };
}

function people(number: number, answers: (person: number) => Person): Person[] {
  return Array.from({ length: number }, (_, person) => answers(person));
}
const mixed = (person: number) => ({ a: 1 + (person % 5), b: 1 + ((person * 2) % 5), c: 1 + ((person * 3) % 5) });

test("every channel has its overall index and factors as it alone would have them", () => {
  const { indices, measures, measured } = told({ qr: people(60, mixed), paper: people(45, mixed) });
  expect(indices.map(({ channel }) => channel)).toEqual(["qr", "paper"]);
  for (const { channel, indices: own } of indices)
    expect(own).toEqual(measured.get(channel)?.filter(({ level }) => level !== "item"));
  const { sides, rows } = indexSides({ measures, channels: indices, pairs: null });
  expect(sides).toEqual(["all", "qr", "paper"]);
  expect(rows.map(({ code, figures }) => [code, ...figures.map((row) => row?.n_persons)])).toEqual([
    ["*", 105, 60, 45],
    ["F", 105, 60, 45],
    ["G", 105, 60, 45],
    ["H", 105, 60, 45],
  ]);
});

test("a factor that few of a channel answered, or few who all agree, is told of it no more than of those it follows from", () => {
  const few = told({
    qr: people(60, mixed),
    paper: people(45, (person) => (person < 4 ? mixed(person) : { a: 4, b: 1 + (person % 5) })),
    kiosk: people(70, mixed),
  });
  const maskedOf = ({ indices }: typeof few) =>
    indices.map(({ indices: own }) => own.filter(({ suppressed }) => suppressed).map(({ code }) => code));
  const [qr, paper, kiosk] = maskedOf(few);
  expect(paper).toContain("H");
  // Less the other channels, and less the channel's other factors, the four would follow.
  expect([qr, kiosk].some((codes) => codes?.includes("H"))).toBe(true);
  expect(paper?.filter((code) => code !== "*").length).toBeGreaterThan(1);
  const alike = told({
    qr: people(60, mixed),
    paper: people(45, (person) => (person < 12 ? { ...mixed(person), c: 5 } : { a: 4, b: 1 + (person % 5) })),
  });
  expect(maskedOf(alike)[1]).toContain("H");
});

const anyPerson = fc.record({ a: fc.integer({ min: 1, max: 5 }), b: fc.integer({ min: 1, max: 5 }) });

test("nothing masked follows by one subtraction, and what the results tell or withhold stays so", () => {
  const channel = fc.record({
    people: fc.array(anyPerson, { minLength: 1, maxLength: 80 }),
    third: fc.integer({ min: 0, max: 80 }),
  });
  fc.assert(
    fc.property(channel, channel, channel, (...drawn) => {
      const [qr, paper, kiosk] = drawn.map(({ people: some, third }) =>
        some.map((person, at) => (at < third ? { ...person, c: 1 + (at % 5) } : person)),
      );
      const { measures, shown, indices, measured } = told({ qr: qr ?? [], paper: paper ?? [], kiosk: kiosk ?? [] });
      for (const { channel: of, indices: own } of indices) {
        const overall = own.find(({ level }) => level === "overall");
        const published = shown.find((one) => one.channel === of);
        const withheld = published?.responses === null || published?.overall?.suppressed === "masked";
        expect(overall?.suppressed === "masked").toBe(withheld);
        for (const row of own) {
          if (row.suppressed) continue;
          expect(row).toEqual(measured.get(of)?.find(({ level, code }) => level === row.level && code === row.code));
          const persons = row.n_persons ?? 0;
          expect(persons === 0 || persons >= minimums.cell).toBe(true);
        }
        const factors = own.filter(({ level }) => level === "factor");
        const hidden = factors.filter(({ suppressed }) => suppressed).length;
        if (!withheld) expect(hidden).not.toBe(1);
      }
      for (const row of measures.filter(({ level, suppressed }) => level === "factor" && !suppressed)) {
        const hidden = indices.filter(({ channel: of, indices: own }) => {
          const persons = measured
            .get(of)
            ?.find(({ level, code }) => level === "factor" && code === row.code)?.n_persons;
          return (
            (persons ?? 0) > 0 && own.find(({ level, code }) => level === "factor" && code === row.code)?.suppressed
          );
        });
        expect(hidden).not.toHaveLength(1);
      }
    }),
    { numRuns: 150 },
  );
});
