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

it("tells populations that were saved without targets, instead of targets of no unit", () => {
  const step = (detail: object) => ({ id: 1, kind: "survey.targets", moment: "10/12/2025 09:00", detail, by: null });
  const told = (detail: object) =>
    renderToStaticMarkup(<SurveyHistory steps={[step(detail)] as Parameters<typeof SurveyHistory>[0]["steps"]} />);
  expect(told({ populations: 37 })).toContain("chưa đơn vị nào có chỉ tiêu; quy mô của 37 đơn vị");
  expect(told({ units: 0, forms: 0, formula: null })).toContain("chưa đơn vị nào có chỉ tiêu<");
  expect(told({ units: 3, forms: 400 })).toContain("3 đơn vị");
});

it("tells of a decision about forms what was decided, of which day, where and why", () => {
  const detail = {
    ...{ decision: "left-out", day: "2026-11-09", where: "Bệnh viện tỉnh, Khoa Khám bệnh", responses: 4 },
    reason: "Bấm hộ ngoài giờ",
  };
  const step = { id: 1, kind: "responses.review", moment: "23/11/2026 16:30", detail, by: "Cán bộ Sở" };
  const told = renderToStaticMarkup(<SurveyHistory steps={[step] as Parameters<typeof SurveyHistory>[0]["steps"]} />);
  expect(told).toContain("Đã quyết định không tính; Phiếu ngày: 09/11/2026; Nơi: Bệnh viện tỉnh, Khoa Khám bệnh");
  expect(told).toContain("Số phiếu: 4; Lý do: Bấm hộ ngoài giờ");
});
