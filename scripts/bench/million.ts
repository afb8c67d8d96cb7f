import { randomUUID } from "node:crypto";
import type { Answer } from "~/questionnaires/answers";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { type Random, randomFor } from "../simulate/random";

/** Different records that are drawn from: making each anew would take longer than storing it. */
const RECORDS = 20_000;
const BATCH = 50_000;
const MINUTE_MS = 60_000;
const CHANNELS = ["qr", "qr", "qr", "paper", "kiosk"] as const;

/** Stores responses to a survey straight into its table, spread over units, channels and a hundred days. */
export function insertMany(
  database: Database,
  { surveyId, questionnaire, unitIds }: { surveyId: number; questionnaire: Questionnaire; unitIds: readonly number[] },
  count: number,
): void {
  const random = randomFor(`bench ${count}`);
  const layout = packedLayout(questionnaire);
  const records = Array.from({ length: RECORDS }, () => packAnswers(layout, anyAnswers(questionnaire, random)));
  const insert = database.$client.prepare(
    `insert into responses (response_id, survey_id, unit_id, channel, language, finished_at, received_at, packed, flags, counted)
     values (?, ?, ?, ?, 'vi', ?, ?, ?, '', ?)`,
  );
  const start = Date.parse("2026-02-01T00:00:00Z");
  const store = database.$client.transaction((from: number, until: number) => {
    for (let row = from; row < until; row++) {
      const at = new Date(start + Math.floor((row / count) * 144_000) * MINUTE_MS).toISOString();
      const unit = unitIds[Math.floor(random() * unitIds.length)];
      const channel = CHANNELS[Math.floor(random() * CHANNELS.length)];
      const record = records[Math.floor(random() * RECORDS)];
      insert.run(randomUUID(), surveyId, unit, channel, at, at, record, random() < 0.99 ? 1 : 0);
    }
  });
  for (let from = 0; from < count; from += BATCH) store.immediate(from, Math.min(count, from + BATCH));
}

/** Answers as a fairly satisfied person gives them; one in twenty left out. */
function anyAnswers(questionnaire: Questionnaire, random: Random): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const item of questionnaire.items) {
    const answer = item.type === "text" || random() < 0.05 ? undefined : anyAnswer(questionnaire, item, random);
    if (answer !== undefined) answers[item.code] = answer;
  }
  return answers;
}

function anyAnswer(questionnaire: Questionnaire, item: Exclude<Item, { type: "text" }>, random: Random): Answer {
  const oneOf = (values: readonly { value: number }[], at: number) =>
    values[Math.floor(at * values.length)]?.value ?? 0;
  switch (item.type) {
    case "scale":
      return oneOf(scaleOf(questionnaire, item).levels, random() ** 0.4);
    case "single":
      return oneOf(item.options, random());
    case "multiple":
      return item.options.filter(() => random() < 0.3).map(({ value }) => value);
    case "number":
      return (item.min ?? 0) + Math.floor(random() * 80);
  }
}
