import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPoint } from "~/collection-points/find-point.server";
import { pointPath } from "~/collection-points/point-path";
import { SavedPage, savedPageTitle } from "~/components/public-form/saved-page";
import { visitOf } from "~/http/visit";
import { unlistedPage } from "~/i18n/page-title";

export const handle = { hydrate: false, script: "form" };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => unlistedPage(savedPageTitle(shown?.language));

/** The page that a device shows from its own store when a form could not be sent for want of a network. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { typed, today, language } = visitOf(request.url, params.code, context);
  const found = await findPoint(context.database, { code: typed, today });
  if (!found.found) throw new Response(null, { status: 404 });
  const { code, label, unitName } = found.point;
  const simulated = found.surveys.some((survey) => survey.simulated);
  return data({ language, province: context.settings.province, point: { code, label, unitName }, simulated });
}

export default function Saved() {
  const shown = useLoaderData<typeof loader>();
  const { code } = shown.point;
  return (
    <SavedPage
      {...shown}
      addressIn={(language) => pointPath(code, { language, page: "saved" })}
      formAddress={pointPath(code, { language: shown.language })}
    />
  );
}
