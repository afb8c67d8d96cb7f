import type { FilledForm } from "~/responses/quality/filled-form";
import { chance, normal, pickWeighted, type Random, randomFor, type Weighted, wholeNumber } from "../random";
import { at, DAYS, inOpenHours, POINTS } from "./fieldwork";

export const ITEMS = 28;
export const INTERVIEWERS = 12;

/**
 * Thresholds of a graded-response model (Samejima 1969): a latent number, the sum of level, item, point, person and noise, is
 * cut into five levels. What varies has about unit variance, so the answers of one person hang together.
 */
const THRESHOLDS = [-2.05, -1.55, -0.74, 0.71] as const;
const SPREAD = { point: 0.25, item: 0.22, person: 0.65, noise: 0.68 } as const;

/** Shares of straight-liners at a point: published surveys of satisfied people find 3 to 9 %. */
const STRAIGHT = { least: 0.03, most: 0.09 } as const;
const BLANK = 0.015;
/** Seconds that a form takes: log-normal; who ticks one column all the way is quicker. */
const SECONDS = { median: 200, spread: 0.4, straight: 0.6 } as const;
/** Companions who answer right after, and people who hand in shortly after closing or from home in the evening. */
const COMPANION = 0.1;
const AFTER_CLOSING = 0.01;
const FROM_HOME = 0.003;

const CHANNELS: Weighted<"qr" | "kiosk" | "paper" | "interviewer"> = [
  ["qr", 70],
  ["kiosk", 12],
  ["paper", 8],
  ["interviewer", 10],
];
const PACE = { qr: 1, kiosk: 0.9, interviewer: 1.3, paper: 1 } as const;

/** Means of the honest sets, with the shift of the latent number that brings them about. */
export const HONEST_SETS = { "3.8": -0.08, "4.6": 1.04 } as const;
export type HonestSet = keyof typeof HONEST_SETS;

/** How people of a set answer. */
export interface HonestModel {
  set: HonestSet;
  ease: readonly number[];
  points: readonly { id: number; quality: number; straight: number; size: number }[];
}

export function honestModel(set: HonestSet): HonestModel {
  const random = randomFor(`forms/${set}/model`);
  const ease = Array.from({ length: ITEMS }, () => SPREAD.item * normal(random));
  const points = Array.from({ length: POINTS }, (_, index) => ({
    id: index + 1,
    quality: SPREAD.point * normal(random),
    straight: STRAIGHT.least + (STRAIGHT.most - STRAIGHT.least) * random(),
    size: wholeNumber(random, 60, 320),
  }));
  return { set, ease, points };
}

/** Scored answers of an honest person at a point. */
export function honestLevels(
  model: HonestModel,
  point: { quality: number; straight: number },
  random: Random,
): { levels: string; straight: boolean } {
  const common = HONEST_SETS[model.set] + point.quality + SPREAD.person * normal(random);
  if (chance(random, point.straight)) {
    // One column for all: the one that fits the whole of it, noise and items aside.
    return { levels: levelAt(common).repeat(ITEMS), straight: true };
  }
  const levels = model.ease.map((ease) =>
    chance(random, BLANK) ? " " : levelAt(common + ease + SPREAD.noise * normal(random)),
  );
  return { levels: levels.join(""), straight: false };
}

function levelAt(latent: number): string {
  return String(1 + THRESHOLDS.filter((threshold) => latent > threshold).length);
}

export function honestSeconds(random: Random, straight = false): number {
  return SECONDS.median * (straight ? SECONDS.straight : 1) * Math.exp(SECONDS.spread * normal(random));
}

/** A survey of honest people: every form of every point, the same ones for the same set. */
export function honestForms(set: HonestSet): FilledForm[] {
  const model = honestModel(set);
  const forms: FilledForm[] = [];
  for (const point of model.points) {
    const random = randomFor(`forms/${set}/point-${point.id}`);
    for (let person = 0; person < point.size; person++) {
      const day = wholeNumber(random, 0, DAYS - 1);
      const finishedAt = arrival(day, random);
      forms.push(honestForm({ model, point, finishedAt, id: forms.length + 1 }, random));
      if (!chance(random, COMPANION)) continue;
      const later = finishedAt + wholeNumber(random, 20, 240) * 1000;
      forms.push(honestForm({ model, point, finishedAt: later, id: forms.length + 1 }, random));
    }
  }
  return forms;
}

function arrival(day: number, random: Random): number {
  if (chance(random, FROM_HOME)) return at(day, 18 + 4 * random());
  if (chance(random, AFTER_CLOSING)) return at(day, 17 + 0.5 * random());
  return inOpenHours(random, day);
}

function honestForm(
  {
    model,
    point,
    finishedAt,
    id,
  }: {
    model: HonestModel;
    point: HonestModel["points"][number];
    finishedAt: number;
    id: number;
  },
  random: Random,
): FilledForm {
  const { levels, straight } = honestLevels(model, point, random);
  const channel = pickWeighted(random, CHANNELS);
  const took = Math.round(honestSeconds(random, straight) * PACE[channel]) * 1000;
  return {
    id,
    unitId: point.id,
    pointId: point.id,
    channel,
    interviewer:
      channel === "interviewer" ? `dtv-${1 + ((point.id + wholeNumber(random, 0, 1)) % INTERVIEWERS)}` : null,
    startedAt: channel === "paper" ? null : finishedAt - took,
    // Paper bears only its day: it is stored as noon.
    finishedAt:
      channel === "paper"
        ? Math.floor((finishedAt + 7 * 3_600_000) / 86_400_000) * 86_400_000 + 5 * 3_600_000
        : finishedAt,
    levels,
  };
}
