import { isAsked } from "~/questionnaires/answers";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";

/** What a form page says about itself besides the answers. */
export interface FormEnvelope {
  responseId: string;
  surveyId: number;
  checksum: string;
  startedAt: string;
}

/**
 * The fields that a browser sends for a form filled in from end to end, free text included.
 * @param pick which of so many choices a person ticks.
 */
export function formFields(
  questionnaire: Questionnaire,
  { responseId, surveyId, checksum, startedAt }: FormEnvelope,
  pick: (choices: number) => number,
): [string, string][] {
  const answers: Record<string, number | number[] | string> = {};
  for (const item of questionnaire.items) {
    if (isAsked(questionnaire, item, answers)) answers[item.code] = answerTo(questionnaire, item, pick);
  }
  return [
    ["response_id", responseId],
    ["survey", String(surveyId)],
    ["version", checksum],
    ["started_at", startedAt],
    ["lang", "vi"],
    ...Object.entries(answers).flatMap(([code, answer]) =>
      (Array.isArray(answer) ? answer : [answer]).map((value): [string, string] => [code, String(value)]),
    ),
  ];
}

function answerTo(questionnaire: Questionnaire, item: Item, pick: (choices: number) => number) {
  switch (item.type) {
    case "scale":
      return chosen(questionnaire.scales.find((scale) => scale.code === item.scale)?.levels ?? [], pick);
    case "single":
      return chosen(item.options, pick);
    case "multiple":
      return [chosen(item.options, pick)];
    case "number":
      return Math.min(item.max ?? 100, (item.min ?? 0) + pick(50));
    case "text":
      return `Cảm ơn các anh chị, lần sau xin chỉ đường rõ hơn (${pick(1000)}).`;
  }
}

function chosen(choices: readonly { value: number }[], pick: (choices: number) => number): number {
  return choices[pick(choices.length)]?.value ?? 0;
}
