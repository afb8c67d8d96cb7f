import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { NewResponse } from "~db/repositories/responses";
import type { UnitOnDay } from "~db/repositories/units";
import { composeComment } from "./comments/compose-comment";
import { type FieldworkDay, finishTimes } from "./fieldwork-calendar";
import { chance, pickWeighted, randomFor, seedOf, wholeNumber } from "./random";
import { drawUnitQuality, responseModel, simulatePerson } from "./response-model";
import { type SurveyPlan, seriesOf } from "./survey-plan";
import { unitSizes } from "./unit-sizes";

/** A simulated survey as it stands in the database. */
export interface SurveyInField {
  surveyId: number;
  questionnaire: Questionnaire;
  units: readonly UnitOnDay[];
  /** Collection points by unit id. */
  pointOfUnit: ReadonlyMap<number, number>;
  /** The days on which people have answered so far. */
  days: readonly FieldworkDay[];
}

/**
 * The responses of a survey, unit by unit. They follow from the plan, the units' keys and the days alone; the id of a
 * response from the plan, the unit's key and a serial number, so that a load that was broken off can be repeated.
 */
export function* simulateResponses(plan: SurveyPlan, survey: SurveyInField): Generator<NewResponse> {
  const { questionnaire, units, surveyId } = survey;
  const model = responseModel(questionnaire, plan.behaviour);
  const layout = packedLayout(questionnaire);
  const drawFinish = finishTimes(survey.days, plan.hours);
  const keys = units.map((unit) => unit.key);
  const sizes = plannedSizes(plan, keys);
  for (const unit of units) {
    const name = `${seriesOf(plan)}/${unit.key}`;
    const quality = drawUnitQuality(model, randomFor(`${plan.questionnaireCode}/${unit.key}`));
    const pointId = survey.pointOfUnit.get(unit.id) ?? null;
    for (let serial = 1; serial <= (sizes.get(unit.key) ?? 0); serial++) {
      const random = randomFor(`${name}/${serial}`);
      const { channel, shift } = pickWeighted(random, plan.channels);
      const { answerClosing } = plan;
      const person = simulatePerson(
        model,
        {
          quality,
          channelShift: shift,
          profile: plan.answerProfile(unit, random),
          ...(answerClosing && { closing: (mood: number) => answerClosing(mood, random) }),
        },
        random,
      );
      const english = chance(random, plan.english);
      const comment = english ? null : composeComment(plan.comments, person.mood, random);
      const finished = drawFinish(random);
      const seconds = person.straightLiner ? wholeNumber(random, 60, 110) : wholeNumber(random, 80, 400);
      yield {
        responseId: uuidFor(`${name}/${serial}`),
        surveyId,
        unitId: unit.id,
        pointId,
        channel,
        language: english ? "en" : "vi",
        startedAt: new Date(finished - seconds * 1000).toISOString(),
        finishedAt: new Date(finished).toISOString(),
        packed: packAnswers(layout, person.answers),
        texts: comment === null ? {} : { [plan.commentItem]: comment },
      };
    }
  }
}

/** Responses by unit key. */
export function plannedSizes(plan: SurveyPlan, keys: readonly string[]): Map<string, number> {
  return unitSizes(keys, plan.sizes, randomFor(`${seriesOf(plan)}/sizes`));
}

/** A UUID of version 8, the one for ids made by an application's own rule (RFC 9562), from the name of a thing. */
export function uuidFor(name: string): string {
  const bytes = seedOf(`id/${name}`).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
