import type { FilledForm } from "~/responses/quality/filled-form";
import { chance, pick, type Random, randomFor, wholeNumber } from "../random";
import { at, DAYS, inOpenHours } from "./fieldwork";
import {
  type HonestModel,
  type HonestSet,
  honestForms,
  honestLevels,
  honestModel,
  honestSeconds,
  ITEMS,
} from "./honest-forms";

/**
 * Ways in which staff fill in forms themselves. Written before the rules that look for them, and not changed to suit them.
 *
 * - `all-top`: the highest level throughout, at any time of the working day
 * - `copied`: one form copied with a slip here and there, in two afternoons
 * - `end-of-day`: believable answers, all in the last half-hour of two days, on several phones
 * - `closed-hours`: believable answers, at night
 * - `speed`: fours and fives at random, a form in 12 to 35 seconds
 * - `alternating`: 4, 5, 4, 5, …
 * - `imitation`: put together from honest forms of the same point, in an honest time
 * - `interviewer`: two interviewers who make up most of their forms at a desk
 */
export const STYLES = [
  "all-top",
  "copied",
  "end-of-day",
  "closed-hours",
  "speed",
  "alternating",
  "imitation",
  "interviewer",
] as const;
export type Style = (typeof STYLES)[number];

/** Points where it happens, of 40, and forms filled in at each. */
const TAINTED_POINTS = 8;
const FORMS_EACH = 40;

type Filling = Pick<FilledForm, "finishedAt" | "levels"> & { seconds: number };

/** A survey of honest people with forms of one style among them, and the ids of those. */
export function taintedForms(set: HonestSet, style: Style): { forms: FilledForm[]; filledByStaff: Set<number> } {
  const forms = honestForms(set);
  const model = honestModel(set);
  const filledByStaff = new Set<number>();
  for (const point of model.points.slice(0, TAINTED_POINTS)) {
    const random = randomFor(`forms/${set}/${style}/point-${point.id}`);
    const honest = forms.filter((form) => form.pointId === point.id && !filledByStaff.has(form.id));
    const fill = fillingIn(style, { model, point, honest, random });
    for (let number = 0; number < FORMS_EACH; number++) {
      const { finishedAt, levels, seconds } = fill(number);
      const id = forms.length + 1;
      filledByStaff.add(id);
      forms.push({
        id,
        unitId: point.id,
        pointId: point.id,
        channel: style === "interviewer" ? "interviewer" : "qr",
        interviewer: style === "interviewer" ? `dtv-${1 + (point.id % 2)}` : null,
        startedAt: finishedAt - Math.round(seconds * 1000),
        finishedAt,
        levels,
      });
    }
  }
  return { forms, filledByStaff };
}

interface Scene {
  model: HonestModel;
  point: HonestModel["points"][number];
  honest: readonly FilledForm[];
  random: Random;
}

function fillingIn(style: Style, { model, point, honest, random }: Scene): (number: number) => Filling {
  const two = [wholeNumber(random, 0, DAYS / 2 - 1), wholeNumber(random, DAYS / 2, DAYS - 1)] as const;
  const halfOf = (number: number) => two[number < FORMS_EACH / 2 ? 0 : 1];
  /** As people who are rather pleased would answer. */
  const believable = () => honestLevels(model, { quality: point.quality + 0.5, straight: 0.03 }, random).levels;
  const seconds = (least: number, most: number) => least + (most - least) * random();
  switch (style) {
    case "all-top":
      return () => ({ finishedAt: inOpenHours(random), levels: "5".repeat(ITEMS), seconds: seconds(70, 170) });
    case "copied": {
      const original = honestLevels(model, { quality: point.quality + 0.5, straight: 0 }, random).levels;
      return (number) => ({
        finishedAt: at(halfOf(number), 14 + 2 * random()),
        levels: [...original].map((level) => (chance(random, 0.04) ? slip(level, random) : level)).join(""),
        seconds: seconds(60, 150),
      });
    }
    case "end-of-day":
      return (number) => ({
        finishedAt: at(halfOf(number), 16.5) + wholeNumber(random, 0, 29 * 60) * 1000,
        levels: believable(),
        seconds: seconds(80, 180),
      });
    case "closed-hours":
      return () => ({
        finishedAt: at(wholeNumber(random, 0, 3) * 5, 19 + 3 * random()),
        levels: believable(),
        seconds: seconds(80, 240),
      });
    case "speed":
      return () => ({
        finishedAt: inOpenHours(random),
        levels: Array.from({ length: ITEMS }, () => (chance(random, 0.7) ? "5" : "4")).join(""),
        seconds: seconds(12, 35),
      });
    case "alternating":
      return (number) => ({
        finishedAt: inOpenHours(random),
        levels: (number % 2 === 0 ? "45" : "54").repeat(ITEMS / 2),
        seconds: seconds(50, 120),
      });
    case "imitation":
      return () => {
        const [one, other] = [pick(random, honest), pick(random, honest)];
        const levels = [...one.levels].map((level, item) =>
          chance(random, 0.3) ? (other.levels[item] ?? level) : level,
        );
        return { finishedAt: inOpenHours(random), levels: levels.join(""), seconds: honestSeconds(random) };
      };
    case "interviewer":
      return () => {
        const column = chance(random, 0.7) ? "5" : "4";
        const odd = new Set(Array.from({ length: wholeNumber(random, 0, 3) }, () => wholeNumber(random, 0, ITEMS - 1)));
        const levels = Array.from({ length: ITEMS }, (_, item) => (odd.has(item) ? "4" : column));
        return { finishedAt: inOpenHours(random), levels: levels.join(""), seconds: seconds(55, 130) };
      };
  }
}

function slip(level: string, random: Random): string {
  const other = Number(level) + (chance(random, 0.5) ? 1 : -1);
  return level === " " || other < 1 || other > 5 ? level : String(other);
}
