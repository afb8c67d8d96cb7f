import { ARRIVAL_LIMITS } from "./arrival-limits";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Most devices remembered; those not seen for longest go first. */
const KEPT_DEVICES = 50_000;

/** How busy a point and a device are with a form that has just arrived. */
export interface Pressure {
  /** Zero bits that a proof must have at least; null while the point is not under attack. */
  proofBits: number | null;
  /** More forms in a minute at the point than people can send. */
  burst: boolean;
  /** The first form of such a burst: those just before it belong to it as well. */
  burstBegins: boolean;
  /** More forms in an hour than people send from one device. */
  deviceOver: boolean;
}

/** Counts arrivals by point and by device in memory, for the length of a limit; a restart forgets them. */
export interface ArrivalWatch {
  /** Counts a form that is about to be stored. */
  register(arrival: { pointId: number; device: string | null }, now: Date): Pressure;
  /** Zero bits of the proof that a page made now asks for; null while its point is not under attack. */
  proofBits(pointId: number, now: Date): number | null;
  /** Whether a burst is going on at a point. */
  isBurst(pointId: number, now: Date): boolean;
}

interface PointState {
  /** Forms by whole second. */
  seconds: Map<number, number>;
  burst: boolean;
  attack: Attack | null;
}

interface Attack {
  /** Instant of the last form in a minute that was too busy. */
  last: number;
  /** How the difficulty rose: bits of pages made from an instant on. */
  steps: { from: number; bits: number }[];
}

/** A watch that has seen nothing yet. */
export function createArrivalWatch(): ArrivalWatch {
  const points = new Map<number, PointState>();
  const devices = new Map<string, number[]>();
  const attackOn = (pointId: number, now: Date) => {
    const attack = points.get(pointId)?.attack;
    return attack && now.getTime() - attack.last < ARRIVAL_LIMITS.attackMinutes * MINUTE_MS ? attack : null;
  };
  return {
    register({ pointId, device }, now) {
      const state = points.get(pointId) ?? { seconds: new Map(), burst: false, attack: null };
      points.set(pointId, state);
      const inMinute = countForm(state.seconds, now);
      if (inMinute > ARRIVAL_LIMITS.attackPerMinute) {
        state.attack = harder(attackOn(pointId, now), bitsAt(inMinute), now.getTime());
      }
      const burst = inMinute > ARRIVAL_LIMITS.burstPerMinute;
      const burstBegins = burst && !state.burst;
      state.burst = burst;
      const attack = attackOn(pointId, now);
      const deviceOver =
        device !== null && formsOfDevice(devices, `${pointId}/${device}`, now) > ARRIVAL_LIMITS.devicePerHour;
      return { proofBits: attack && bitsOfOlderPages(attack, now.getTime()), burst, burstBegins, deviceOver };
    },
    proofBits: (pointId, now) => attackOn(pointId, now)?.steps.at(-1)?.bits ?? null,
    isBurst(pointId, now) {
      const state = points.get(pointId);
      return state !== undefined && formsInMinute(state.seconds, now) > ARRIVAL_LIMITS.burstPerMinute;
    },
  };
}

/** Counts one form and returns how many came in the minute up to now, this one included. */
function countForm(seconds: Map<number, number>, now: Date): number {
  const second = Math.floor(now.getTime() / 1000);
  seconds.set(second, (seconds.get(second) ?? 0) + 1);
  for (const one of seconds.keys()) if (one <= second - 60) seconds.delete(one);
  return formsInMinute(seconds, now);
}

function formsInMinute(seconds: ReadonlyMap<number, number>, now: Date): number {
  const earliest = Math.floor(now.getTime() / 1000) - 59;
  let forms = 0;
  for (const [second, count] of seconds) if (second >= earliest) forms += count;
  return forms;
}

function formsOfDevice(devices: Map<string, number[]>, key: string, now: Date): number {
  const instants = (devices.get(key) ?? []).filter((instant) => now.getTime() - instant < HOUR_MS);
  instants.push(now.getTime());
  devices.delete(key);
  // Beyond the limit more instants would tell nothing new.
  devices.set(key, instants.slice(-ARRIVAL_LIMITS.devicePerHour - 1));
  const oldest = devices.keys().next().value;
  if (devices.size > KEPT_DEVICES && oldest !== undefined) devices.delete(oldest);
  return instants.length;
}

/** One bit more, twice the work, for each doubling of the rate. */
function bitsAt(inMinute: number): number {
  const doublings = Math.floor(Math.log2(inMinute / ARRIVAL_LIMITS.attackPerMinute));
  return Math.min(ARRIVAL_LIMITS.proofBits + doublings, ARRIVAL_LIMITS.proofBitsMost);
}

function harder(attack: Attack | null, bits: number, instant: number): Attack {
  const last = Math.max(attack?.last ?? instant, instant);
  const steps = attack?.steps ?? [];
  const now = steps.at(-1)?.bits ?? 0;
  return { last, steps: bits > now ? [...steps, { from: instant, bits }] : steps };
}

/** What a page asked for that was made while the present one was being filled in: it still proves enough. */
function bitsOfOlderPages({ steps }: Attack, instant: number): number | null {
  const opened = instant - ARRIVAL_LIMITS.attackMinutes * MINUTE_MS;
  const step = [...steps].reverse().find(({ from }) => from <= opened) ?? steps[0];
  return step?.bits ?? null;
}
