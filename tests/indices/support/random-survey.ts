import fc from "fast-check";
import type { Answers } from "~/questionnaires/answers";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { INDEX_RULES, scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { named, options, questionnaireOf, SATISFACTION, scaleItem } from "./small-questionnaire";

/** A scale of four levels not starting at 1, with two codes outside the base. */
const AGREEMENT = {
  code: "agreement4",
  levels: [-2, -1, 1, 2, 8, 9].map((value) => ({
    value,
    label: { vi: `Mức ${value}` },
    satisfied: value === 1 || value === 2,
    excluded: value > 7,
  })),
};
/** A scale where no level is flagged as satisfied. */
const WISH = {
  code: "wish3",
  levels: [1, 2, 3].map((value) => ({ value, label: { vi: `Mức ${value}` } })),
};

/** A questionnaire of every item type over one of the four rules, with reversed items, routing and empty factors. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({
    rule: fc.constantFrom(...INDEX_RULES),
    factorDomains: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 4 }),
    scored: fc.array(fc.record({ factor: fc.nat(), reverse: fc.boolean(), wide: fc.boolean(), routed: fc.nat(3) }), {
      minLength: 1,
      maxLength: 9,
    }),
    weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })),
  })
  .map(({ rule, factorDomains, scored, weights }) => {
    const factors = factorDomains.map((domain, index) => ({ code: `F${index}`, domain: `D${domain}` }));
    const items = scored.map(({ factor, reverse, wide, routed }, index) =>
      scaleItem(`q${index}`, `F${factor % factors.length}`, {
        reverse,
        ...(wide ? { scale: "agreement4" } : {}),
        ...[{}, { show_if: { item: "S", in: [2, 4] } }, { show_if: { item: "M", in: [2, 3] } }, {}][routed],
      }),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const domainWeights = { D0: weights[0] / total, D1: weights[1] / total, D2: weights[2] / total };
    return questionnaireOf({
      scales: [SATISFACTION, AGREEMENT, WISH],
      domains: named("D0", "D1", "D2"),
      factors: factors.map((factor) => ({ ...factor, title: { vi: factor.code } })),
      items: [
        singleItem,
        ...[multipleItem, conditionalItem, wishItem],
        ...items,
        { code: "N", type: "number", text: { vi: "N" }, show_if: { item: "E", in: [5] } },
        { code: "T", type: "text", text: { vi: "T" } },
      ],
      index: { rule, weights: rule === "fixed-weights" ? domainWeights : null },
    });
  });

const singleItem = {
  ...{ code: "S", type: "single", text: { vi: "S" } },
  options: options(1, { value: 2, counts_as_return: true }, { value: 3, other: true }, { value: 4, excluded: true }),
};
const multipleItem = {
  ...{ code: "M", type: "multiple", text: { vi: "M" }, show_if: { item: "S", in: [1, 2, 4] } },
  options: options(1, 2, { value: 3, excluded: true }),
};
const conditionalItem = scaleItem("E", undefined, { show_if: { item: "M", in: [1, 2] }, reverse: true });
const wishItem = { code: "W", type: "scale", scale: "wish3", text: { vi: "W" } };

/** Answers as a file might hold them, to items that were not asked too; about a third blank. */
function anyAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  const fields = questionnaire.items.map((item) => anyAnswer(questionnaire, item).map((answer) => [item.code, answer]));
  return fc
    .tuple(...fields)
    .map((entries) => Object.fromEntries(entries.filter(([, answer]) => answer !== undefined)) as Answers);
}

function anyAnswer(questionnaire: Questionnaire, item: Item): fc.Arbitrary<unknown> {
  switch (item.type) {
    case "scale":
      return blankOr(fc.constantFrom(...scaleOf(questionnaire, item).levels.map(({ value }) => value)));
    case "single":
      return blankOr(fc.constantFrom(...item.options.map(({ value }) => value)));
    case "multiple":
      return blankOr(fc.subarray(item.options.map(({ value }) => value)));
    case "number":
      return blankOr(fc.integer({ min: -200, max: 2000 }).map((tenths) => tenths / 10));
    case "text":
      return blankOr(fc.constant("chữ"));
  }
}

function blankOr<T>(answer: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(answer, { nil: undefined, freq: 4 });
}

/** A questionnaire with persons who answered it, and their packed records. */
export const anySurvey = anyQuestionnaire.chain((questionnaire) =>
  fc.array(anyAnswers(questionnaire), { maxLength: 40 }).map((persons) => ({
    questionnaire,
    persons,
    packed: persons.map((answers) => packAnswers(packedLayout(questionnaire), answers)),
  })),
);

/** The packed record of one person's answers to a questionnaire. */
export function packedResponses(questionnaire: Questionnaire): fc.Arbitrary<string> {
  const layout = packedLayout(questionnaire);
  return anyAnswers(questionnaire).map((answers) => packAnswers(layout, answers));
}
