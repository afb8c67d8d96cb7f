import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ACTIVITY_KINDS } from "~/access/activity";
import { SurveyHistory } from "~/components/office/survey-history";

it("tells whatever was done with a survey in words", () => {
  const steps = ACTIVITY_KINDS.map((kind, id) => ({ id, kind, moment: "10/12/2025 09:00", detail: {}, by: null }));
  const told = renderToStaticMarkup(<SurveyHistory steps={steps as Parameters<typeof SurveyHistory>[0]["steps"]} />);
  expect(ACTIVITY_KINDS.filter((kind) => told.includes(`>${kind}<`))).toEqual([]);
  expect(told).toContain("Công bố kết quả");
});
