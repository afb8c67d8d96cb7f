import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enrolKiosk } from "~/collection-points/enrol-kiosk.server";
import { kioskPath } from "~/collection-points/kiosk";
import { EnrolmentPage } from "~/components/kiosk/enrolment-page";
import { enrolmentLimit, forgiveEnrolmentTry } from "~/http/enrolment-limit";
import { kioskCookie } from "~/http/kiosk-cookie";
import { languageOf, textFor } from "~/i18n";
import { unlistedPage } from "~/i18n/page-title";

export const handle = { hydrate: false };

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  const { kiosk, product } = textFor(shown?.language ?? "vi");
  return unlistedPage(`${kiosk.enrolTitle} – ${product.name}`);
};

export function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(new URL(request.url).searchParams.get("lang"));
  return { language, province: context.settings.province };
}

/** Takes the one-time code that an officer drew; the browser that typed it is the tablet from then on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { clientAddress, database, settings } = context;
  const language = languageOf(new URL(request.url).searchParams.get("lang"));
  const typed = String((await request.formData()).get("code") ?? "").slice(0, 40);
  const waitSeconds = await enrolmentLimit(clientAddress);
  if (waitSeconds > 0) {
    const problem = { reason: "throttled" as const, minutes: Math.ceil(waitSeconds / 60) };
    return data({ problem, typed }, { status: 429, headers: { "Retry-After": String(waitSeconds) } });
  }
  const enrolled = await enrolKiosk(database, { code: typed, now: context.now() });
  if (enrolled.ok || enrolled.reason !== "unknown") await forgiveEnrolmentTry(clientAddress);
  if (!enrolled.ok) return data({ problem: { reason: enrolled.reason, minutes: 0 }, typed }, { status: 422 });
  const address = kioskPath(enrolled.pointCode) + (language === "en" ? "?lang=en" : "");
  const cookie = kioskCookie(enrolled.token, { secure: settings.secureCookies });
  return redirect(address, { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Enrolment() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <EnrolmentPage {...shown} typed={refused?.typed ?? ""} problem={refused?.problem ?? null} />;
}
