import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARRIVAL_LIMITS } from "~/responses/arrival-limits";
import { createArrivalWatch } from "~/responses/arrival-watch";
import { judgeArrival } from "~/responses/judge-arrival";
import { isProof } from "~/responses/proof-of-work";

const START = Date.parse("2026-06-01T03:00:00Z");
const at = (seconds: number) => new Date(START + seconds * 1000);

/** Registers so many forms at a point, evenly spread from an instant on. */
function send(
  watch: ReturnType<typeof createArrivalWatch>,
  forms: number,
  { from = 0, seconds = 60, pointId = 1 } = {},
) {
  return Array.from({ length: forms }, (_, index) =>
    watch.register({ pointId, device: null }, at(from + (index * seconds) / forms)),
  );
}

describe("the watch over a point", () => {
  it("lets sixty forms in a minute pass, minute after minute", () => {
    const watch = createArrivalWatch();
    for (let minute = 0; minute < 30; minute++) {
      for (const pressure of send(watch, 60, { from: minute * 60 })) {
        expect(pressure).toEqual({ proofBits: null, burst: false, burstBegins: false, deviceOver: false });
      }
    }
    expect(watch.proofBits(1, at(1800))).toBe(null);
  });

  it("asks for a proof from the sixty-first on, for ten minutes after it, and at that point only", () => {
    const watch = createArrivalWatch();
    expect(send(watch, 61, { seconds: 30 }).map(({ proofBits }) => proofBits)).toEqual([...Array(60).fill(null), 16]);
    expect(watch.proofBits(1, at(30 + 599))).toBe(16);
    expect(watch.proofBits(2, at(31))).toBe(null);
    expect(watch.register({ pointId: 1, device: null }, at(300)).proofBits).toBe(16);
    expect(watch.proofBits(1, at(30 + 601))).toBe(null);
    expect(watch.register({ pointId: 1, device: null }, at(700)).proofBits).toBe(null);
  });

  it("tells the start of a burst once, and its end", () => {
    const watch = createArrivalWatch();
    const pressures = send(watch, 300, { seconds: 30 });
    expect(pressures.filter(({ burst }) => burst)).toHaveLength(180);
    expect(pressures.flatMap(({ burstBegins }, index) => (burstBegins ? [index] : []))).toEqual([120]);
    expect(watch.isBurst(1, at(30))).toBe(true);
    expect(watch.isBurst(1, at(91))).toBe(false);
  });

  it("makes the proof harder as the rate doubles, up to a bound; a page of the last ten minutes still proves enough", () => {
    const watch = createArrivalWatch();
    send(watch, 1000, { seconds: 60 });
    expect(watch.proofBits(1, at(60))).toBe(ARRIVAL_LIMITS.proofBitsMost);
    expect(watch.register({ pointId: 1, device: null }, at(61)).proofBits).toBe(16);
    send(watch, 1000, { from: 61, seconds: 600 });
    expect(watch.register({ pointId: 1, device: null }, at(662)).proofBits).toBe(ARRIVAL_LIMITS.proofBitsMost);
  });

  it("marks a device from its twenty-first form in an hour at a point on", () => {
    const watch = createArrivalWatch();
    const from = (device: string, seconds: number, pointId = 1) =>
      watch.register({ pointId, device }, at(seconds)).deviceOver;
    for (let form = 0; form < 20; form++) expect(from("a", form * 120)).toBe(false);
    expect(from("a", 3000)).toBe(true);
    expect(from("b", 3000)).toBe(false);
    expect(from("a", 3000, 2)).toBe(false);
    expect(from("a", 3000 + 3700)).toBe(false);
  });

  it("never doubts a point where at most sixty came in every minute, whatever the order of arrival", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 60 }), (instants) => {
        const watch = createArrivalWatch();
        for (const instant of instants) {
          const pressure = watch.register({ pointId: 1, device: null }, new Date(START + instant));
          expect(pressure.proofBits).toBe(null);
          expect(pressure.burst).toBe(false);
        }
      }),
    );
  });
});

describe("the marks of a form", () => {
  const times = (seconds: number | null, finishTold = false) => ({
    startedAt: seconds === null ? null : at(-seconds).toISOString(),
    finishedAt: at(0).toISOString(),
    finishTold,
  });
  const calm = { proofBits: null, burst: false, burstBegins: false, deviceOver: false };
  const person = { times: times(40), answered: 16, honeypot: "", proven: false, pressure: calm, late: false };

  it("are none for a person", () => {
    expect(judgeArrival(person)).toEqual([]);
  });

  it.each([
    [31, 2.9, ["trap"]],
    [31, 3, []],
    [6, 1.9, ["trap"]],
    [6, 2, []],
    [1, 0.4, []],
    [1, 0.3, ["trap"]],
  ])("time trap: %i answers in %f s", (answered, seconds, flags) => {
    expect(judgeArrival({ ...person, answered, times: times(seconds) })).toEqual(flags);
  });

  it("the time trap says nothing where our own clock did not measure", () => {
    expect(judgeArrival({ ...person, times: times(null) })).toEqual([]);
    expect(judgeArrival({ ...person, times: times(1, true) })).toEqual([]);
  });

  it("are told by what no person does", () => {
    expect(judgeArrival({ ...person, honeypot: "http://spam" })).toEqual(["trap"]);
    expect(judgeArrival({ ...person, late: true })).toEqual(["late"]);
    expect(judgeArrival({ ...person, pressure: { ...calm, proofBits: 16 } })).toEqual(["no-proof"]);
    expect(judgeArrival({ ...person, proven: true, pressure: { ...calm, proofBits: 16 } })).toEqual([]);
    expect(judgeArrival({ ...person, proven: true, pressure: { ...calm, proofBits: 16, burst: true } })).toEqual([
      "burst",
    ]);
    expect(judgeArrival({ ...person, pressure: { ...calm, deviceOver: true } })).toEqual(["burst"]);
    expect(judgeArrival({ ...person, pressure: null })).toEqual([]);
  });
});

describe("a proof of work", () => {
  const id = "3f0e4ad5-5f0b-4ad1-9a52-6a3d1b3c9f10";
  const zeroBits = (nonce: number, of = id) =>
    createHash("sha256")
      .update(`${of}:${nonce}`)
      .digest("hex")
      .split("")
      .map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0"))
      .join("")
      .indexOf("1");

  it("counts the leading zero bits exactly, bound to the response's id", () => {
    let most = 0;
    for (let nonce = 0; nonce < 5000; nonce++) {
      const bits = zeroBits(nonce);
      most = Math.max(most, bits);
      expect(isProof(id, String(nonce), bits)).toBe(true);
      expect(isProof(id, String(nonce), bits + 1)).toBe(false);
    }
    expect(most).toBeGreaterThan(8);
    expect(isProof(id, null, 0)).toBe(false);
  });
});
