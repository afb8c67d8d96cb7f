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
import { readFormBody } from "~/http/read-form-body";
import { visitOf } from "~/http/visit";
import { type AnswerPage, answerPageStatus, openAnswerPage, refusalStatus } from "~/responses/answer-page";
import { interviewerAt } from "~/responses/interviewers.server";
import { receiveSubmission } from "~/responses/receive-submission.server";

export const handle = { hydrate: false, script: "form" };

/** Asked for anew each time, as the public form; the worker keeps a copy for hours without a network. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export const meta: MetaFunction = () => [{ title: "Phỏng vấn – Hài Lòng" }, { name: "robots", content: "noindex" }];

/** Pages that an action decided on, for the loader that Remix runs after it with the same context. */
const decided = new WeakMap<AppLoadContext, AnswerPage | "not-assigned">();

/** The survey's form with the interviewer's header, for whoever is assigned at the point. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { language, ...visit } = visitOf(request.url, params.code, context);
  const { province, contact } = context.settings;
  const found = await findPoint(context.database, { code: visit.typed, today: visit.today });
  const given = decided.get(context);
  const surveyId = typeof given === "object" && "survey" in given ? given.survey.id : visit.wantedId;
  const assigned = await interviewerAt(context.database, { accountId: accountIn(request, context), found, surveyId });
  const shared = { language, province, contact, typed: visit.typed, surveyId };
  if (!assigned || given === "not-assigned") return data({ ...shared, page: null, pseudonym: "" }, { status: 403 });
  const page = given ?? openAnswerPage(found, visit, visit.freshIdentity);
  return data({ ...shared, page, pseudonym: assigned.pseudonym }, { status: answerPageStatus(page) });
}

/** Takes a form under the pseudonym; from whoever is not assigned (any more) it stays on the device that sends it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { language, ...visit } = visitOf(request.url, params.code, context);
  const body = await readFormBody(request);
  const sent = body.ok ? body.fields.find(([name]) => name === "survey")?.[1] : undefined;
  const surveyId = /^[1-9]\d{0,14}$/.test(sent ?? "") ? Number(sent) : visit.wantedId;
  const found = await findPoint(context.database, { code: visit.typed, today: visit.today });
  const assigned = await interviewerAt(context.database, { accountId: accountIn(request, context), found, surveyId });
  if (!assigned) {
    decided.set(context, "not-assigned");
    return data(null, { status: 403 });
  }
  const sender = { channel: "interviewer" as const, device: null, interviewer: assigned.pseudonym };
  const received = await receiveSubmission(context.database, body, found, visit, sender);
  if (received.taken) {
    const query = new URLSearchParams({ survey: String(received.surveyId), saved: "1", lang: language });
    return redirect(`/k/${encodeURIComponent(visit.typed)}/interview?${query}`, 303);
  }
  decided.set(context, received.page);
  return data(null, { status: refusalStatus(received.page) });
}

function accountIn(request: Request, { settings, now }: AppLoadContext): number | null {
  return interviewerOf(request.headers.get("Cookie"), { secret: settings.sessionSecret, now: now() });
}

export default function Interview() {
  return <InterviewPage {...useLoaderData<typeof loader>()} />;
}
