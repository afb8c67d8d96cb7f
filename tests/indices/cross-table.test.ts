import { expect, test } from "vitest";
import { NO_FILTER } from "~/indices/analysis-filter";
import { crossTable, readCrossChoice } from "~/indices/cross-table";
import { analysisOf, many } from "./support/analysis";
import { named, options, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F"),
  items: [
    scaleItem("a", "F"),
    { code: "P", type: "single", profile: true, text: { vi: "Nhóm tuổi" }, options: options(1, 2, 3) },
  ],
});
const group = (unit: string, option: number | undefined, satisfied: number, others: number) => {
  const profile = option === undefined ? {} : { P: option };
  return [...many(satisfied, unit, { a: 5, ...profile }), ...many(others, unit, { a: 1, ...profile })];
};
const shown = (people: ReturnType<typeof group>, unit: string | null = null, item = "*") =>
  crossTable(analysisOf(questionnaire, people), { ...NO_FILTER, unit }, { by: "P", item }).map(
    ({ option, persons, row }) => [...[option, persons, row?.rate ?? null, row?.suppressed ?? null]],
  );

test("each answer about the respondent has the persons who gave it and their rate; who gave none stands apart", () => {
  const people = [...group("A", 1, 60, 40), ...group("A", 2, 30, 20), ...group("A", undefined, 10, 30)];
  expect(shown(people)).toEqual([
    [1, 100, 0.6, null],
    [2, 50, 0.6, null],
    [3, 0, null, null],
    [null, 40, 0.25, null],
  ]);
  expect(shown(people, "A", "a")[0]).toEqual([1, 100, 0.6, null]);
});

test("a small group is masked with another, since all add up to the unit", () => {
  const people = [...group("A", 1, 60, 40), ...group("A", 2, 30, 20), ...group("A", 3, 10, 3)];
  expect(shown(people).map(([, persons, , suppressed]) => [persons, suppressed])).toEqual([
    [100, null],
    [null, "masked"],
    [null, "masked"],
    [0, null],
  ]);
});

test("a group of people who all gave one level is masked: its figure says what each of them said", () => {
  const people = [...group("A", 1, 60, 40), ...group("A", 2, 50, 0), ...group("A", 3, 30, 30)];
  expect(shown(people)[1]).toEqual([2, null, null, "masked"]);
  expect(shown(people).filter(([, , , suppressed]) => suppressed === "masked")).toHaveLength(2);
});

test("a small group of one unit is not given away by the group of all and those of the other units", () => {
  const people = [
    ...group("A", 1, 60, 40),
    ...group("A", 2, 60, 40),
    ...group("B", 1, 60, 40),
    ...group("B", 2, 7, 5),
    ...group("C", 1, 60, 40),
    ...group("C", 2, 60, 40),
  ];
  const maskedOf = (unit: string | null) => shown(people, unit).filter(([, , , suppressed]) => suppressed).length;
  expect(maskedOf("B")).toBe(2);
  expect(maskedOf(null) + maskedOf("A") + maskedOf("C")).toBeGreaterThan(1);
});

test("the address names the question and the index; a form of staff has no cross-table", () => {
  const read = (text: string, of = questionnaire) => readCrossChoice(new URLSearchParams(text), of);
  expect(read("by=P&item=a")).toEqual({ choice: { by: "P", item: "a" }, unknown: false });
  expect(read("")).toEqual({ choice: { by: "P", item: "*" }, unknown: false });
  expect(read("by=X&item=P")).toEqual({ choice: { by: "P", item: "*" }, unknown: true });
  expect(read("by=P", { ...questionnaire, code: "health-staff-qd3869" }).choice).toBeNull();
});
