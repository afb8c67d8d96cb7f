import { type Answer, type Answers, withoutUnasked } from "~/questionnaires/answers";
import { isScored, scaleOf } from "~/questionnaires/questionnaire";
import type { Questionnaire, ScaleItem } from "~/questionnaires/questionnaire-schema";
import { chance, normal, pickWeighted, type Random, type Weighted } from "./random";

/**
 * How simulated people answer: a graded-response model (Samejima 1969). Behind each answer stands a latent number, the
 * sum of the survey's level, the item's ease, the unit's quality, the person's mood, the person's view of the factor and
 * noise; fixed thresholds cut it into five levels. The parts other than level and ease have about unit variance, and the
 * thresholds put a middling item at 2, 4, 17, 53 and 24 % from the lowest level to the highest.
 */
const THRESHOLDS = [-2.05, -1.55, -0.74, 0.71] as const;

/** Standard deviations of the parts. Answers of one person correlate at about 0.4 after the cut. */
const SPREAD = { unit: 0.26, unitFactor: 0.13, mood: 0.58, view: 0.31, noise: 0.7 } as const;

/** Shares of people who tick one column all the way down, or stop before the last section. */
const STRAIGHT_LINERS = 0.05;
const ABANDON = 0.02;
const BLANK = 0.015;
const STRAY_NO_OPINION = 0.008;

export interface AnswerBehaviour {
  /** Shift of the whole survey on the latent scale. */
  level: number;
  /** Ease of items by code, for those that differ from the rest: waiting below, attitude above. */
  ease: Readonly<Record<string, number>>;
  /** Items that a share of people has no experience of, all of them or none: no complaint was made, no test taken. */
  unused: readonly { items: readonly string[]; share: number }[];
}

/** What a unit is like, on the latent scale: in general and by factor. */
export interface UnitQuality {
  general: number;
  byFactor: ReadonlyMap<string, number>;
}

export interface Person {
  /** General disposition, standardised: comments and expectations follow it. */
  mood: number;
  /** Ticked one column all the way down. */
  straightLiner: boolean;
  answers: Answers;
}

interface PreparedItem {
  item: ScaleItem;
  /** Levels that count, from the lowest. */
  levels: readonly number[];
  noOpinion: number | undefined;
  ease: number;
  factor: string;
}

export interface ResponseModel {
  questionnaire: Questionnaire;
  behaviour: AnswerBehaviour;
  scaleItems: readonly PreparedItem[];
  /** Items from the last factor's first one to the end. */
  lastSection: ReadonlySet<string>;
}

/** Prepares a questionnaire once. Throws on a scale that does not have five levels, or on behaviour of unknown items. */
export function responseModel(questionnaire: Questionnaire, behaviour: AnswerBehaviour): ResponseModel {
  const codes = new Set(questionnaire.items.map((item) => item.code));
  const named = [...Object.keys(behaviour.ease), ...behaviour.unused.flatMap((group) => group.items)];
  for (const code of named) if (!codes.has(code)) throw new Error(`${questionnaire.code} has no item ${code}`);
  const scaleItems = questionnaire.items
    .filter((item) => item.type === "scale")
    .map((item) => prepare(questionnaire, item, behaviour));
  const last = questionnaire.items.filter(isScored).at(-1)?.factor;
  const start = questionnaire.items.findIndex((item) => isScored(item) && item.factor === last);
  const lastSection = new Set(questionnaire.items.slice(start).map((item) => item.code));
  return { questionnaire, behaviour, scaleItems, lastSection };
}

function prepare(questionnaire: Questionnaire, item: ScaleItem, behaviour: AnswerBehaviour): PreparedItem {
  const scale = scaleOf(questionnaire, item);
  const levels = scale.levels.filter((level) => !level.excluded).map((level) => level.value);
  if (levels.length !== THRESHOLDS.length + 1) throw new Error(`scale ${scale.code} does not have five levels`);
  return {
    item,
    levels: levels.sort((low, high) => low - high),
    noOpinion: scale.levels.find((level) => level.excluded)?.value,
    ease: behaviour.ease[item.code] ?? 0,
    factor: item.factor ?? "",
  };
}

export function drawUnitQuality(model: ResponseModel, random: Random): UnitQuality {
  const general = SPREAD.unit * normal(random);
  const factors = model.questionnaire.factors.map((factor) => factor.code);
  return { general, byFactor: new Map(factors.map((factor) => [factor, SPREAD.unitFactor * normal(random)])) };
}

/** What surrounds a person: the unit, the channel's small shift, and the answers about themselves. */
export interface Circumstances {
  quality: UnitQuality;
  channelShift: number;
  /** Answers to the profile questions, made by the survey's own rule. */
  profile: Answers;
  /** Closed answers that follow from the mood, such as an expectation met in per cent. */
  closing?: (mood: number) => Answers;
}

/** One person's closed answers, routing respected. */
export function simulatePerson(model: ResponseModel, circumstances: Circumstances, random: Random): Person {
  const straightLiner = chance(random, STRAIGHT_LINERS);
  const answers: Record<string, Answer> = { ...circumstances.profile };
  const mood = straightLiner
    ? answerInOneColumn(model, answers, random)
    : answerItemByItem(model, circumstances, answers, random);
  Object.assign(answers, circumstances.closing?.(mood));
  if (chance(random, ABANDON)) for (const code of model.lastSection) delete answers[code];
  return { mood, straightLiner, answers: withoutUnasked(model.questionnaire, answers).answers };
}

/** Columns that straight-liners tick: place on the scale from the lowest, share, and the mood that goes with it. */
const COLUMNS: Weighted<{ place: number; mood: number }> = [
  [{ place: 0, mood: -2.4 }, 2],
  [{ place: 1, mood: -1.6 }, 2],
  [{ place: 2, mood: -0.6 }, 14],
  [{ place: 3, mood: 0.3 }, 60],
  [{ place: 4, mood: 1.3 }, 22],
];

/** Returns the mood. */
function answerInOneColumn(model: ResponseModel, answers: Record<string, Answer>, random: Random): number {
  const { place, mood } = pickWeighted(random, COLUMNS);
  for (const { item, levels } of model.scaleItems) answers[item.code] = levels[place] ?? 0;
  return mood;
}

/** Returns the mood. */
function answerItemByItem(
  model: ResponseModel,
  { quality, channelShift }: Circumstances,
  answers: Record<string, Answer>,
  random: Random,
): number {
  const mood = normal(random);
  const { level, unused } = model.behaviour;
  const unusedItems = new Set<string>();
  for (const group of unused) {
    if (chance(random, group.share)) for (const code of group.items) unusedItems.add(code);
  }
  const views = new Map<string, number>();
  for (const { item, levels, noOpinion, ease, factor } of model.scaleItems) {
    if (chance(random, BLANK)) continue;
    if (noOpinion !== undefined && (unusedItems.has(item.code) || chance(random, STRAY_NO_OPINION))) {
      answers[item.code] = noOpinion;
      continue;
    }
    let view = views.get(factor);
    if (view === undefined) {
      view = SPREAD.view * normal(random);
      views.set(factor, view);
    }
    const ofUnit = quality.general + (quality.byFactor.get(factor) ?? 0);
    const latent = level + ease + channelShift + ofUnit + SPREAD.mood * mood + view + SPREAD.noise * normal(random);
    const passed = THRESHOLDS.filter((threshold) => latent > threshold).length;
    answers[item.code] = levels[passed] ?? 0;
  }
  return mood;
}
