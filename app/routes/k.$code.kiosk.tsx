import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { normalizeCode } from "~/collection-points/code";
import { findKiosk, isOwnCode } from "~/collection-points/enrol-kiosk.server";
import { findPoint } from "~/collection-points/find-point.server";
import { ENROLMENT_PATH, kioskPath } from "~/collection-points/kiosk";
import { KioskPage, kioskPageTitle } from "~/components/kiosk/kiosk-page";
import { kioskToken } from "~/http/kiosk-cookie";
import { readFormBody } from "~/http/read-form-body";
import { visitOf } from "~/http/visit";
import { unlistedPage } from "~/i18n/page-title";
import { type AnswerPage, answerPageStatus, openAnswerPage, refusalStatus } from "~/responses/answer-page";
import { receiveSubmission } from "~/responses/receive-submission.server";
import kioskStyles from "~/styles/kiosk.css?url";

export const handle = { hydrate: false, script: "kiosk" };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: kioskStyles }];

/** Nothing of one person may be kept where the next could find it; for hours without a network the worker keeps a copy. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? unlistedPage(kioskPageTitle(shown.page, shown.language)) : [];

/** Pages that an action decided on, for the loader that Remix runs after it with the same context. */
const decided = new WeakMap<AppLoadContext, AnswerPage | "not-enrolled">();

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { language, ...visit } = visitOf(request.url, params.code, context);
  const { province, contact, publicUrl } = context.settings;
  const shared = {
    language,
    province,
    contact,
    enrolmentAddress: publicUrl + ENROLMENT_PATH,
    wantedId: visit.wantedId,
  };
  let page = decided.get(context);
  const kiosk = await findKiosk(context.database, kioskToken(request.headers.get("Cookie")));
  if (!kiosk || page === "not-enrolled") {
    return data({ ...shared, code: normalizeCode(visit.typed), page: null }, { status: 403 });
  }
  // A point may be given a new code, and a tablet another point: it always finds its own page.
  const { search } = new URL(request.url);
  if (!page && normalizeCode(visit.typed) !== kiosk.pointCode) throw redirect(kioskPath(kiosk.pointCode) + search, 303);
  page ??= openAnswerPage(
    await findPoint(context.database, { code: kiosk.pointCode, today: visit.today }),
    visit,
    visit.freshIdentity,
  );
  return data({ ...shared, code: kiosk.pointCode, page }, { status: answerPageStatus(page) });
}

/** Takes a form from an enrolled tablet. One that is not keeps its forms until it is, so that none is lost. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { language, ...visit } = visitOf(request.url, params.code, context);
  const kiosk = await findKiosk(context.database, kioskToken(request.headers.get("Cookie")));
  if (!kiosk || !(await isOwnCode(context.database, kiosk, visit.typed))) {
    decided.set(context, "not-enrolled");
    return data(null, { status: 403 });
  }
  const found = await findPoint(context.database, { code: kiosk.pointCode, today: visit.today });
  const sender = { channel: "kiosk" as const, device: null };
  const received = await receiveSubmission(context.database, await readFormBody(request), found, visit, sender);
  const query = language === "en" ? "?lang=en" : "";
  if (received.taken) return redirect(kioskPath(kiosk.pointCode) + query, 303);
  decided.set(context, received.page);
  return data(null, { status: refusalStatus(received.page) });
}

export default function KioskRoute() {
  return <KioskPage {...useLoaderData<typeof loader>()} />;
}
