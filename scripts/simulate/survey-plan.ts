import type { Answers } from "~/questionnaires/answers";
import type { Channel } from "~/responses/channels";
import type { SampleBasis } from "~/surveys/survey";
import type { UnitOnDay } from "~db/repositories/units";
import type { CommentBank } from "./comments/compose-comment";
import type { OpenHours } from "./fieldwork-calendar";
import type { Random, Weighted } from "./random";
import type { AnswerBehaviour } from "./response-model";
import type { SizePlan } from "./unit-sizes";

/** One simulated survey: who runs it, where, and how people answer. */
export interface SurveyPlan {
  questionnaireCode: string;
  /** Title of a year; it also finds the survey again. */
  title: (year: string) => string;
  /** Key of the unit that runs it, and the account that set it up. */
  ownerKey: string;
  createdBy: string;
  basis: SampleBasis;
  /** Target of its plan for the overall rate. */
  targetRate: number;
  pointLabel: string;
  /** The units of the survey, out of all that stand on the day. */
  chooseUnits: (tree: readonly UnitOnDay[], random: Random) => UnitOnDay[];
  sizes: SizePlan;
  channels: Weighted<ChannelShift>;
  /** Share of people who answer in English. */
  english: number;
  hours: OpenHours;
  behaviour: AnswerBehaviour;
  /** Answers of somebody in a unit to the questions about themselves. */
  answerProfile: (unit: UnitOnDay, random: Random) => Answers;
  /** Closed answers that follow from the mood alone. */
  answerClosing?: (mood: number, random: Random) => Answers;
  /** The text item that takes comments, and what people write there. */
  commentItem: string;
  comments: CommentBank;
  /** Transactions or people that a unit serves, about; without it nobody has given any sizes. */
  population?: (unit: UnitOnDay) => number;
  /** Keys of units whose points the demo opens with. */
  samples: readonly string[];
  /**
   * First and last day of a survey that is over, and the instants at which its results were fixed and published, if they
   * were; the others run on the day of the load.
   */
  past?: { opensOn: string; closesOn: string; finalisedAt?: string; publishedAt?: string };
  /** Name from which answers and codes are drawn, the code of the questionnaire where absent; units are what they are in any. */
  series?: string;
}

export function seriesOf({ series, questionnaireCode }: SurveyPlan): string {
  return series ?? questionnaireCode;
}

/** A channel, and how much nicer (or less nice) people are on it, on the latent scale. */
export interface ChannelShift {
  channel: Channel;
  shift: number;
}

/** Share of people who leave a question about themselves blank. */
const BLANK_PROFILE = 0.015;

/** Drops an answer now and then: a question about oneself that is skipped. */
export function sometimesBlank(random: Random, answers: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(answers).filter(() => random() >= BLANK_PROFILE));
}
