import { describe, expect, it } from "vitest";
import { findRow, measureAll } from "./support/rows";
import { options, questionnaireOf, scaleItem } from "./support/small-questionnaire";

describe("rows of single-choice items", () => {
  const questionnaire = questionnaireOf({
    items: [
      {
        ...{ code: "G2", type: "single", text: { vi: "Quay lại?" } },
        options: options(
          1,
          { value: 4, counts_as_return: true },
          { value: 5, counts_as_return: true },
          { value: 6, other: true },
          { value: 9, excluded: true },
        ),
      },
      { code: "P", type: "single", text: { vi: "Giới" }, options: options(1, 2), profile: true },
    ],
  });

  it("share options among valid answers, khác inside and không muốn trả lời outside the base", () => {
    const persons = [4, 4, 5, 6, 1, 9, undefined].map((G2) => (G2 === undefined ? {} : { G2 }));
    const row = findRow(measureAll(questionnaire, persons), "item", "G2");
    expect(row).toMatchObject({ n_asked: 7, n_valid: 5, n_excluded: 1, n_missing: 1, n_persons: 5 });
    expect(row.levels).toEqual({ 1: 1, 4: 2, 5: 1, 6: 1, 9: 1 });
    expect(row.shares).toEqual({ 1: 0.2, 4: 0.4, 5: 0.2, 6: 0.2 });
    expect(row.share_ses?.["4"]).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 4), 15);
    expect(row.rate).toBe(0.6);
    expect(row.rate_se).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 4), 15);
    expect(row.rate_ci?.[0]).toBeCloseTo(0.2307, 3);
    expect(row).not.toHaveProperty("mean");
  });

  it("have a rate only where an option counts as a return", () => {
    const row = findRow(measureAll(questionnaire, [{ P: 1 }]), "item", "P");
    expect(row).not.toHaveProperty("rate");
    expect(row).toMatchObject({ shares: { 1: 1, 2: 0 }, share_ses: null });
    expect(findRow(measureAll(questionnaire, [{}]), "item", "P")).toMatchObject({ shares: null, share_ses: null });
  });
});

describe("rows of multiple-choice items", () => {
  const questionnaire = questionnaireOf({
    items: [{ code: "C2", type: "multiple", text: { vi: "C2" }, options: options(1, 2, { value: 9, excluded: true }) }],
  });

  it("divide ticks by persons who answered, never by ticks", () => {
    const persons = [{ C2: [1, 2] }, { C2: [1] }, { C2: [] }, {}, { C2: [9] }, { C2: [2, 9] }];
    const row = findRow(measureAll(questionnaire, persons), "item", "C2");
    expect(row).toMatchObject({ n_asked: 6, n_valid: 4, n_excluded: 1, n_missing: 1, n_persons: 4 });
    expect(row.levels).toEqual({ 1: 2, 2: 2, 9: 2 });
    expect(row.shares).toEqual({ 1: 0.5, 2: 0.5 });
    expect(row).not.toHaveProperty("rate");
    expect(row).not.toHaveProperty("mean");
  });
});

describe("rows of other items", () => {
  it("give numbers a mean over persons who gave one, and text none at all", () => {
    const questionnaire = questionnaireOf({
      items: [
        { code: "G1", type: "number", text: { vi: "G1" }, min: 0, max: 200 },
        { code: "H1", type: "text", text: { vi: "H1" } },
      ],
    });
    const { measures, persons } = measureAll(questionnaire, [{ G1: 120 }, { G1: 80.5 }, {}, { H1: "chữ" }]);
    expect(measures.map(({ code }) => code)).toEqual(["G1"]);
    expect(measures[0]).toMatchObject({ n_asked: 4, n_valid: 2, n_excluded: 0, n_missing: 2, mean: 100.25 });
    expect(Object.keys(measures[0] ?? {})).toEqual([
      ...["unit", "level", "code", "n_asked", "n_valid", "n_excluded", "n_missing", "n_persons"],
      ...["mean", "mean_se", "mean_ci", "suppressed"],
    ]);
    expect(persons).toBe(2);
  });

  it("give scales without a satisfied level a mean and no rate", () => {
    const questionnaire = questionnaireOf({
      scales: [{ code: "wish", levels: [1, 2, 3].map((value) => ({ value, label: { vi: "x" } })) }],
      items: [{ code: "W", type: "scale", scale: "wish", text: { vi: "W" } }],
    });
    expect(measureAll(questionnaire, [{ W: 2 }, { W: 3 }]).measures[0]).toMatchObject({
      ...{ rate: null, rate_se: null, rate_ci: null, mean: 2.5, mean_se: 0.5 },
    });
  });

  it("write the keys of a scale item in the order of the published format", () => {
    const { measures } = measureAll(questionnaireOf({ items: [scaleItem("A1")] }), [{ A1: 4 }]);
    expect(Object.keys(measures[0] ?? {})).toEqual([
      ...["unit", "level", "code", "n_asked", "n_valid", "n_excluded", "n_missing", "n_persons", "levels"],
      ...["rate", "rate_se", "rate_ci", "mean", "mean_se", "mean_ci", "suppressed"],
    ]);
  });

  it("count persons of a group by an answer to any closed question", () => {
    const questionnaire = questionnaireOf({ items: [scaleItem("q"), { code: "H", type: "text", text: { vi: "H" } }] });
    expect(measureAll(questionnaire, [{ q: 0 }, {}, { H: "chữ" }, { q: 4 }]).persons).toBe(2);
  });
});
