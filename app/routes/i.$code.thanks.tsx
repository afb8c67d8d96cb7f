import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findInvitation } from "~/collection-points/find-invitation.server";
import { invitationPath } from "~/collection-points/invitation";
import { ThanksPage } from "~/components/public-form/thanks-page";
import { visitOf } from "~/http/visit";
import { textFor } from "~/i18n";
import { unlistedPage } from "~/i18n/page-title";
import { unitResultsPath } from "~/snapshots/unit-results-path.server";

export const handle = { hydrate: false, script: "form" };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  const { product, thanks } = textFor(shown?.language ?? "vi");
  return unlistedPage(`${thanks.title} – ${product.name}`);
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { typed, today, language } = visitOf(request.url, params.code, context);
  const found = await findInvitation(context.database, { code: typed, today });
  const survey = found.found && found.fault === "used" ? found.at.surveys[0] : undefined;
  if (!found.found || !survey) throw new Response(null, { status: 404 });
  const { title, ownerName, state, closesOn, simulated } = survey;
  const { code, label, unitName } = found.at.point;
  const { province, resultsUrl } = context.settings;
  const shown = { id: survey.id, title, ownerName, state, closesOn, simulated };
  const { unitId } = found.at.point;
  const unitResults = await unitResultsPath(context.database, { unitId, simulated, language });
  return data({ language, province, resultsUrl, unitResults, point: { code, label, unitName }, survey: shown });
}

export default function InvitationThanks() {
  const shown = useLoaderData<typeof loader>();
  const { code } = shown.point;
  return (
    <ThanksPage
      {...shown}
      addressIn={(language) => invitationPath(code, { language, page: "thanks" })}
      formAddress={null}
    />
  );
}
