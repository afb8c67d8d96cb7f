import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findInvitation } from "~/collection-points/find-invitation.server";
import { invitationPath } from "~/collection-points/invitation";
import { SavedPage, savedPageTitle } from "~/components/public-form/saved-page";
import { visitOf } from "~/http/visit";
import { unlistedPage } from "~/i18n/page-title";

export const handle = { hydrate: false, script: "form" };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => unlistedPage(savedPageTitle(shown?.language));

/** As at a collection point: what a device shows from its own store when a form could not be sent. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { typed, today, language } = visitOf(request.url, params.code, context);
  const found = await findInvitation(context.database, { code: typed, today });
  if (!found.found) throw new Response(null, { status: 404 });
  const { code, label, unitName } = found.at.point;
  const simulated = found.at.surveys.some((survey) => survey.simulated);
  return data({ language, province: context.settings.province, point: { code, label, unitName }, simulated });
}

export default function InvitationSaved() {
  const shown = useLoaderData<typeof loader>();
  const { code } = shown.point;
  return (
    <SavedPage
      {...shown}
      addressIn={(language) => invitationPath(code, { language, page: "saved" })}
      formAddress={null}
    />
  );
}
