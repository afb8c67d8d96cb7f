import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findInvitation } from "~/collection-points/find-invitation.server";
import { invitationPath } from "~/collection-points/invitation";
import { AnswerPageView, answerPageTitle } from "~/components/public-form/answer-page-view";
import { newDeviceCookie, readDeviceToken } from "~/http/device-token";
import { readFormBody } from "~/http/read-form-body";
import { visitOf } from "~/http/visit";
import { unlistedPage } from "~/i18n/page-title";
import { type AnswerPage, answerPageStatus, refusalStatus } from "~/responses/answer-page";
import { openInvitation, receiveInvited } from "~/responses/receive-invited.server";

export const handle = { hydrate: false, script: "form" };

/** As at a collection point: `no-store` would lose the answers on the way Back. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? unlistedPage(answerPageTitle(shown.page, shown.language)) : [];

/** Pages that an action decided on; the loader runs after it with the same context. */
const decided = new WeakMap<AppLoadContext, AnswerPage>();

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = visitOf(request.url, params.code, context);
  const { language, typed, today } = visit;
  const page =
    decided.get(context) ?? openInvitation(await findInvitation(context.database, { code: typed, today }), visit);
  const { province, contact } = context.settings;
  return data({ page, language, province, contact, typed }, { status: answerPageStatus(page) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const visit = visitOf(request.url, params.code, context);
  const { typed, today, language } = visit;
  const { database, settings } = context;
  const device = readDeviceToken(request.headers.get("Cookie"));
  const found = await findInvitation(database, { code: typed, today });
  const received = await receiveInvited(database, await readFormBody(request), found, visit, device);
  if (!received.taken) {
    decided.set(context, received.page);
    return data(null, { status: refusalStatus(received.page) });
  }
  const headers = new Headers({ Location: invitationPath(typed, { page: "thanks", language }) });
  if (!device) headers.set("Set-Cookie", newDeviceCookie(settings.secureCookies));
  return new Response(null, { status: 303, headers });
}

export default function InvitationRoute() {
  const { typed, ...shown } = useLoaderData<typeof loader>();
  return <AnswerPageView {...shown} addressIn={(language) => invitationPath(typed, { language })} />;
}
