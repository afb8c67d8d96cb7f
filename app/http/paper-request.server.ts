import type { AppLoadContext } from "@remix-run/node";
import type { Moment } from "~/responses/key-paper.server";
import { numberParam } from "./params";
import { requireSurvey } from "./require-survey.server";

/** The survey, the bundle and the moment of a request about paper forms. */
export async function requirePaper(asked: {
  request: Request;
  params: { surveyId?: string; batchId?: string };
  context: AppLoadContext;
}) {
  const allowed = await requireSurvey(asked, "enter-paper");
  const { now, settings } = asked.context;
  const moment: Moment = { now: now(), today: allowed.today, timeZone: settings.timeZone };
  return { ...allowed, place: { surveyId: allowed.survey.id, batchId: numberParam(asked.params.batchId) }, moment };
}

/** A bundle that is not there, or not in the viewer's scope. */
export function noBatch(): Response {
  return new Response("Không có lô phiếu này trong phạm vi của tài khoản.", { status: 404 });
}

/** The fields of a form in their order. */
export async function fieldsOf(request: Request): Promise<[string, string][]> {
  const form = await request.formData();
  return [...form].filter((field): field is [string, string] => typeof field[1] === "string");
}
