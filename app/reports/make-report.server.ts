import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import type { Moment } from "./latest-figures.server";
import { NO_UNIT_REPORT, openSurveyReport, openUnitReport, WITHOUT_FIGURES } from "./open-report.server";
import {
  openComparisonReport,
  openPeriodReport,
  openTaskReport,
  type Refusal,
  readPeriod,
} from "./open-task-report.server";

const NOT_OWN = "Không lập được báo cáo: chọn một đợt khảo sát do cơ quan bạn thực hiện.";
const NO_TASK = "Chọn nhiệm vụ của báo cáo.";
const NO_PERIOD = "Chọn kỳ báo cáo.";

/**
 * Makes, or opens, the report that a form asks for: its kind, then what it is about.
 * @returns its id, or why there is none; `bareUnit` is a unit whose report would hold no figure.
 */
export async function makeReport(
  database: Database,
  viewer: Viewer,
  { form, ...moment }: Moment & { form: FormData },
): Promise<number | (Refusal & { bareUnit?: string })> {
  const surveyId = Number(form.get("surveyId"));
  const whole = Number.isSafeInteger(surveyId) && surveyId > 0;
  const [year, number] = String(form.get("task") ?? "")
    .split("/")
    .map(Number);
  const task = year && number ? { year, number } : null;
  switch (form.get("kind")) {
    case "task": {
      if (!task) return { refusal: NO_TASK };
      return openTaskReport(database, viewer, { ...task, ...moment, provisional: form.get("provisional") === "yes" });
    }
    case "period": {
      const period = readPeriod(String(form.get("period") ?? ""));
      if (!task || !period) return { refusal: task ? NO_PERIOD : NO_TASK };
      return openPeriodReport(database, viewer, { ...task, ...moment, period });
    }
    case "unit": {
      const unitKey = String(form.get("unitKey") ?? "");
      const bare = form.get("bare") === "yes";
      const opened = whole ? await openUnitReport(database, viewer, { surveyId, unitKey, bare, ...moment }) : null;
      if (opened === "masked" || opened === "empty") return { refusal: WITHOUT_FIGURES[opened], bareUnit: unitKey };
      return opened ?? { refusal: NO_UNIT_REPORT };
    }
    case "comparison":
      return whole ? openComparisonReport(database, viewer, { surveyId, ...moment }) : { refusal: NOT_OWN };
    default: {
      const opened = whole ? await openSurveyReport(database, viewer, { surveyId, ...moment }) : null;
      return opened ?? { refusal: NOT_OWN };
    }
  }
}
