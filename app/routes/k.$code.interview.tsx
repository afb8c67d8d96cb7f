import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPoint } from "~/collection-points/find-point.server";
import { InterviewPage } from "~/components/public-form/interview-page";
import { interviewerOf } from "~/http/interview-cookie.server";
import { interviewPass, readInterviewPass } from "~/http/interview-pass.server";
import { readFormBody } from "~/http/read-form-body";
import { visitOf } from "~/http/visit";
import { unlistedPage } from "~/i18n/page-title";
import { type AnswerPage, answerPageStatus, openAnswerPage, refusalStatus } from "~/responses/answer-page";
import { interviewerAt } from "~/responses/interviewers.server";
import { receiveSubmission } from "~/responses/receive-submission.server";

export const handle = { hydrate: false, script: "form" };

/** Asked for anew each time, as the public form; the worker keeps a copy for hours without a network. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export const meta: MetaFunction = () => unlistedPage("Phỏng vấn – Hài Lòng");

/** What an action decided, for the loader that Remix runs after it with the same context. */
const decided = new WeakMap<AppLoadContext, { page: AnswerPage | null; pseudonym: string; pass: string }>();

/** The survey's form with the interviewer's header, for whoever is assigned at the point. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { language, ...visit } = visitOf(request.url, params.code, context);
  const { province, contact } = context.settings;
  const found = await findPoint(context.database, { code: visit.typed, today: visit.today });
  const given = decided.get(context);
  const surveyId = given?.page && "survey" in given.page ? given.page.survey.id : visit.wantedId;
  const shared = { language, province, contact, typed: visit.typed, surveyId };
  if (given) return data({ ...shared, ...given }, { status: given.page ? answerPageStatus(given.page) : 403 });
  const assigned = await interviewerAt(context.database, { who: deviceOf(request, context), found, surveyId });
  if (!assigned || !found.found || surveyId === null) {
    return data({ ...shared, page: null, pseudonym: "", pass: "" }, { status: 403 });
  }
  const page = openAnswerPage(found, visit, visit.freshIdentity);
  const { pseudonym } = assigned;
  const pass = interviewPass({ surveyId, pointId: found.point.id, pseudonym }, signing(context));
  return data({ ...shared, page, pseudonym, pass }, { status: answerPageStatus(page) });
}

/**
 * Takes a form under the pseudonym that it was opened with; where that one is not assigned (any more) it stays on the
 * device that sends it.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { language, ...visit } = visitOf(request.url, params.code, context);
  const body = await readFormBody(request);
  const found = await findPoint(context.database, { code: visit.typed, today: visit.today });
  const field = (wanted: string) => ("fields" in body ? body.fields.find(([name]) => name === wanted)?.[1] : undefined);
  const [survey = "", pass = ""] = [field("survey"), field("interviewer")];
  const surveyId = /^[1-9]\d{0,14}$/.test(survey) ? Number(survey) : 0;
  const opened = found.found ? readInterviewPass(pass, { surveyId, pointId: found.point.id }, signing(context)) : null;
  const assigned = await interviewerAt(context.database, { who: opened, found, surveyId });
  // When the days of a form are over, its own interviewer may still send it.
  const isCurrent = async () => {
    if (!opened?.expired) return true;
    const here = await interviewerAt(context.database, { who: deviceOf(request, context), found, surveyId });
    return here?.pseudonym === assigned?.pseudonym;
  };
  if (!assigned || !(await isCurrent())) {
    decided.set(context, { page: null, pseudonym: "", pass: "" });
    return data(null, { status: 403 });
  }
  const { pseudonym } = assigned;
  const sender = { channel: "interviewer" as const, device: null, interviewer: pseudonym };
  const received = await receiveSubmission(context.database, body, found, visit, sender);
  if (received.taken) {
    const query = new URLSearchParams({ survey: String(received.surveyId), saved: "1", lang: language });
    return redirect(`/k/${encodeURIComponent(visit.typed)}/interview?${query}`, 303);
  }
  decided.set(context, { page: received.page, pseudonym, pass });
  return data(null, { status: refusalStatus(received.page) });
}

function deviceOf(request: Request, context: AppLoadContext): { accountId: number } | null {
  const accountId = interviewerOf(request.headers.get("Cookie"), signing(context));
  return accountId === null ? null : { accountId };
}

function signing({ settings, now }: AppLoadContext): { secret: string; now: Date } {
  return { secret: settings.sessionSecret, now: now() };
}

export default function Interview() {
  return <InterviewPage {...useLoaderData<typeof loader>()} />;
}
