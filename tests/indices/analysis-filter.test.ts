import { expect, test } from "vitest";
import {
  analysisAddress,
  monthsBetween,
  NO_FILTER,
  profileItems,
  QUALITY_CHOICES,
  readAnalysisFilter,
} from "~/indices/analysis-filter";
import { analysisGroup } from "~/indices/analysis-group";
import { analysisOf, many, unitRow } from "./support/analysis";
import { findRow } from "./support/rows";
import { named, options, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F"),
  items: [
    scaleItem("a", "F"),
    { code: "P", type: "single", profile: true, text: { vi: "Giới tính" }, options: options(1, 2, 3) },
  ],
});
const choices = {
  units: [{ key: "A" }, { key: "B" }],
  kinds: ["commune" as const],
  channels: ["qr" as const, "paper" as const],
  months: ["2026-03", "2026-04", "2026-05"],
  profiles: profileItems(questionnaire),
  qualities: QUALITY_CHOICES,
};

test("the address gives the filter and the filter the address", () => {
  const address = new URLSearchParams(
    "unit=B&kind=commune&from=2026-03&to=2026-04&channel=paper&profile=P.2&quality=unflagged",
  );
  const { filter, ignored } = readAnalysisFilter(address, choices);
  expect(filter).toEqual({
    ...{ unit: "B", kind: "commune", from: "2026-03", to: "2026-04", channel: "paper" },
    ...{ profile: { item: "P", option: 2 }, quality: "unflagged" },
  });
  expect(ignored).toEqual([]);
  expect(analysisAddress(filter, { sort: "-f.F", of: "" })).toBe(`?${address}&sort=-f.F`);
});

test("what the survey does not know is left out and named", () => {
  const address = new URLSearchParams("unit=X&kind=hospital&from=2025-01&to=x&channel=phone&profile=P.9&quality=good");
  expect(readAnalysisFilter(address, choices)).toEqual({
    filter: NO_FILTER,
    ignored: ["unit", "kind", "from", "to", "channel", "profile", "quality"],
  });
  expect(readAnalysisFilter(new URLSearchParams("from=2026-05&to=2026-03"), choices)).toEqual({
    filter: NO_FILTER,
    ignored: ["from", "to"],
  });
  const unseen = { ...choices, qualities: [] };
  expect(readAnalysisFilter(new URLSearchParams("quality=flagged"), unseen).ignored).toEqual(["quality"]);
  expect(readAnalysisFilter(new URLSearchParams("unit=&channel="), choices).ignored).toEqual([]);
});

test("months run from the first day's to the last one's", () => {
  expect(monthsBetween("2026-11-28", "2027-01-02")).toEqual(["2026-11", "2026-12", "2027-01"]);
  expect(monthsBetween("2026-05-02", "2026-04-30")).toEqual([]);
});

test("a form of staff is never split by who answers", () => {
  expect(profileItems({ ...questionnaire, code: "health-staff-qd3869" })).toEqual([]);
  expect(profileItems(questionnaire).map(({ code }) => code)).toEqual(["P"]);
});

test("a group by kind or channel is pooled from units whose results are published", () => {
  const persons = [
    ...many(40, "A", { a: 5, P: 1 }),
    ...many(40, "A", { a: 1, P: 2 }, "paper"),
    ...many(35, "B", { a: 5, P: 1 }),
    ...many(12, "small", { a: 1, P: 1 }),
    ...many(12, "few", { a: 1, P: 1 }),
  ];
  const units = ["A", "B", "small", "few"].map((key) => unitRow(key, { kind: key === "B" ? "hospital" : "commune" }));
  const analysis = analysisOf(questionnaire, persons, { units });
  const communes = analysisGroup(analysis, { ...NO_FILTER, kind: "commune" });
  expect(communes).toMatchObject({ persons: 80, told: true, leftOut: 2 });
  const rateOf = (channel: "qr" | "paper") =>
    findRow(analysisGroup(analysis, { ...NO_FILTER, unit: "A", channel }), "overall").rate;
  expect([rateOf("qr"), rateOf("paper")]).toEqual([1, 0]);
  const small = analysisGroup(analysis, { ...NO_FILTER, unit: "small" });
  expect(small).toMatchObject({ persons: null, told: false });
  expect(findRow(small, "overall")).toMatchObject({ suppressed: "masked", rate: null, n_persons: null });
});

test("an answer that too few gave is withheld, and so is one that would give it away", () => {
  const persons = [
    ...many(100, "A", { a: 5, P: 1 }),
    ...many(45, "A", { a: 4, P: 2 }),
    ...many(12, "A", { a: 1, P: 3 }),
  ];
  const analysis = analysisOf(questionnaire, persons);
  const told = [1, 2, 3].map((option) => analysisGroup(analysis, { ...NO_FILTER, profile: { item: "P", option } }));
  expect(told.map(({ persons: count }) => count)).toEqual([100, null, null]);
  expect(told[1]?.measures.every(({ suppressed }) => suppressed === "masked")).toBe(true);
});
