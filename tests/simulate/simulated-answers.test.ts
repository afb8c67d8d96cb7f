import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, withoutUnasked } from "~/questionnaires/answers";
import { packAnswers, packedLayout, unpackAnswers } from "~/questionnaires/packed-layout";
import { scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import { type Item, parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { loadDemo, SURVEY_PLANS } from "../../scripts/simulate/load-demo";
import { freshDatabase, NOW, SETTINGS } from "./support/demo-database";

interface Simulated {
  questionnaire: Questionnaire;
  records: { unitId: number; packed: string; answers: Record<string, Answer> }[];
}

const surveys = new Map<string, Simulated>();
let remove: () => void;

beforeAll(async () => {
  const demo = await freshDatabase();
  remove = demo.remove;
  await loadDemo(demo.database, { now: NOW, settings: SETTINGS });
  const stored = demo.database.$client
    .prepare(
      "select s.id, v.code, v.document from surveys s join questionnaire_versions v on v.id = s.version_id where s.status = 'open'",
    )
    .all() as { id: number; code: string; document: string }[];
  const responses = demo.database.$client.prepare(
    "select unit_id as unitId, packed from responses where survey_id = ? order by id",
  );
  for (const { id, code, document } of stored) {
    const parsed = parseQuestionnaire(JSON.parse(document));
    if (!parsed.ok) throw new Error(`${code} is not valid`);
    const layout = packedLayout(parsed.questionnaire);
    const records = (responses.all(id) as { unitId: number; packed: string }[]).map((row) => ({
      ...row,
      answers: unpackAnswers(layout, row.packed),
    }));
    surveys.set(code, { questionnaire: parsed.questionnaire, records });
  }
});
afterAll(() => remove());

function fits(questionnaire: Questionnaire, item: Item, answer: Answer): boolean {
  switch (item.type) {
    case "scale":
      return scaleOf(questionnaire, item).levels.some((level) => level.value === answer);
    case "single":
      return item.options.some((option) => option.value === answer);
    case "number":
      return typeof answer === "number" && answer >= (item.min ?? -Infinity) && answer <= (item.max ?? Infinity);
    default:
      return false;
  }
}

/** Levels of one item, null where there is no valid answer. */
function levels(records: Simulated["records"], code: string): (number | null)[] {
  return records.map(({ answers }) => {
    const answer = answers[code];
    return typeof answer === "number" && answer > 0 ? answer : null;
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** Pearson's correlation over the persons who answered both. */
function correlation(one: readonly (number | null)[], other: readonly (number | null)[]): number {
  const pairs = one.flatMap((x, index) => {
    const y = other[index];
    return x === null || y === null || y === undefined ? [] : [[x, y] as const];
  });
  const meanX = mean(pairs.map(([x]) => x));
  const meanY = mean(pairs.map(([, y]) => y));
  const sum = (product: (x: number, y: number) => number) =>
    pairs.reduce((total, [x, y]) => total + product(x - meanX, y - meanY), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

describe.each(SURVEY_PLANS.map((plan) => plan.questionnaireCode))("simulated answers to %s", (code) => {
  const survey = (): Simulated => {
    const found = surveys.get(code);
    if (!found) throw new Error(`no survey with ${code}`);
    return found;
  };

  test("stand on the form's scales, respect its routing and pack back to the same record", () => {
    const { questionnaire, records } = survey();
    const layout = packedLayout(questionnaire);
    const items = new Map(questionnaire.items.map((item) => [item.code, item]));
    const required = questionnaire.items.filter((item) => item.required);
    const wrong = records.filter(({ packed, answers }) => {
      const allFit = Object.entries(answers).every(([itemCode, answer]) => {
        const item = items.get(itemCode);
        return item !== undefined && fits(questionnaire, item, answer);
      });
      const routed = withoutUnasked(questionnaire, answers).ignored.length === 0;
      const complete = required.every((item) => answers[item.code] !== undefined);
      return !allFit || !routed || !complete || packAnswers(layout, answers) !== packed;
    });
    expect(wrong).toEqual([]);
    expect(records.filter(({ answers }) => Object.keys(answers).length === 0)).toEqual([]);
  });

  test("lean towards 4, by item and in all", () => {
    const { questionnaire, records } = survey();
    const means = scoredItems(questionnaire).map((item) =>
      mean(levels(records, item.code).filter((level) => level !== null)),
    );
    expect(mean(means)).toBeGreaterThan(3.6);
    expect(mean(means)).toBeLessThan(4.4);
    expect(Math.max(...means) - Math.min(...means)).toBeGreaterThan(0.3);
    const first = levels(records, scoredItems(questionnaire)[0]?.code ?? "");
    const fours = first.filter((level) => level === 4).length;
    for (const other of [1, 2, 3, 5]) expect(fours).toBeGreaterThan(first.filter((level) => level === other).length);
  });

  test("of one person correlate at about 0.4, as the methods assume of real ones", () => {
    const { questionnaire, records } = survey();
    const someRecords = records.filter((_, index) => index % 6 === 0);
    const columns = scoredItems(questionnaire).map((item) => levels(someRecords, item.code));
    const correlations = columns.flatMap((one, index) =>
      columns.slice(index + 1).map((other) => correlation(one, other)),
    );
    expect(mean(correlations)).toBeGreaterThan(0.34);
    expect(mean(correlations)).toBeLessThan(0.46);
  });

  test("differ between units by more than chance", () => {
    const { questionnaire, records } = survey();
    const scored = scoredItems(questionnaire).map((item) => item.code);
    const unitMeans = [...new Set(records.map((record) => record.unitId))]
      .map((unitId) => records.filter((record) => record.unitId === unitId))
      .filter((unit) => unit.length >= 100)
      .map((unit) => mean(scored.flatMap((item) => levels(unit, item).filter((level) => level !== null))));
    expect(Math.max(...unitMeans) - Math.min(...unitMeans)).toBeGreaterThan(0.4);
  });

  test("are blank now and then", () => {
    const { questionnaire, records } = survey();
    const scored = scoredItems(questionnaire).map((item) => item.code);
    const blanks = records.reduce((sum, { answers }) => sum + scored.filter((item) => !(item in answers)).length, 0);
    const share = blanks / (records.length * scored.length);
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
  });
});

test("complaint handling is what counter users know least: «không sử dụng» stands there most", () => {
  const records = surveys.get("one-stop-counter")?.records ?? [];
  const unused = (item: string) => records.filter(({ answers }) => answers[item] === 0).length / records.length;
  for (const item of ["E1", "E2", "E3"]) expect(unused(item)).toBeGreaterThan(0.1);
  for (const item of ["A1", "B1", "C1"]) expect(unused(item)).toBeLessThan(0.03);
});

test("the share of expectations met lies around 70 to 110 per cent", () => {
  const shares = (surveys.get("outpatient-qd56")?.records ?? []).flatMap(({ answers }) =>
    typeof answers.G1 === "number" ? [answers.G1] : [],
  );
  const usual = shares.filter((share) => share >= 70 && share <= 110);
  expect(usual.length / shares.length).toBeGreaterThan(0.9);
});
