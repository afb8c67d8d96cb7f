import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPoint } from "~/collection-points/find-point.server";
import { pointPath } from "~/collection-points/point-path";
import { AnswerPageView, answerPageTitle } from "~/components/public-form/answer-page-view";
import { countUnmetVisit } from "~/http/count-unmet-visit";
import { readFormBody } from "~/http/read-form-body";
import { receiveForm } from "~/http/receive-form.server";
import { visitOf } from "~/http/visit";
import { unlistedPage } from "~/i18n/page-title";
import { type AnswerPage, answerPageStatus, openAnswerPage, refusalStatus } from "~/responses/answer-page";

export const handle = { hydrate: false, script: "form" };

/** Asked for anew each time, for the id that comes with it; `no-store` would lose the answers on the way Back. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? unlistedPage(answerPageTitle(shown.page, shown.language)) : [];

/**
 * Pages that an action decided on. Remix runs the loader after it with the same context, and only what the loader gives
 * reaches the title and the language of the document.
 */
const decided = new WeakMap<AppLoadContext, AnswerPage>();

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = visitOf(request.url, params.code, context);
  const page = decided.get(context) ?? (await openPage(request, visit, context));
  const { province, contact } = context.settings;
  const { language, typed } = visit;
  // Forms are sent to an address without the survey's id; the language switch must not lose it.
  const wantedId = decided.has(context) && "survey" in page ? page.survey.id : visit.wantedId;
  return data({ page, language, province, contact, typed, wantedId }, { status: answerPageStatus(page) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const visit = visitOf(request.url, params.code, context);
  const received = await (context.received ??
    receiveForm({ body: await readFormBody(request), cookies: request.headers.get("Cookie"), visit }, context));
  if (received.taken) return new Response(null, { status: 303, headers: received.headers });
  decided.set(context, received.page);
  return data(null, { status: refusalStatus(received.page) });
}

async function openPage(
  request: Request,
  visit: ReturnType<typeof visitOf>,
  context: AppLoadContext,
): Promise<AnswerPage> {
  const found = await findPoint(context.database, { code: visit.typed, today: visit.today });
  const page = openAnswerPage(found, visit, visit.freshIdentity);
  await countUnmetVisit(request, page, visit.today, context);
  return page;
}

export default function AnswerPageRoute() {
  const { typed, wantedId, ...shown } = useLoaderData<typeof loader>();
  return <AnswerPageView {...shown} addressIn={(language) => pointPath(typed, { surveyId: wantedId, language })} />;
}
