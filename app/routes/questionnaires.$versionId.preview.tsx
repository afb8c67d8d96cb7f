import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PreviewPage } from "~/components/editor/preview-page";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { languageOf } from "~/i18n";
import { pageTitle } from "~/i18n/page-title";
import { readVersion } from "~/questionnaires/read-version.server";
import { findVersion } from "~db/repositories/questionnaire-versions";

export const handle = { hydrate: false, script: "form" };

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, "Xem trước"),
  { name: "robots", content: "noindex" },
];

/** A published version as citizens meet it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireViewer(request, context, "see-results");
  const id = numberParam(params.versionId);
  if (!(await findVersion(context.database, id))) throw new Response("Không có mẫu phiếu này.", { status: 404 });
  const { province, contact } = context.settings;
  return {
    language: languageOf(new URL(request.url).searchParams.get("lang")),
    questionnaire: await readVersion(context.database, id),
    leftOut: [],
    ownerName: province,
    province,
    contact,
    today: context.now().toISOString(),
  };
}

/** Answers of a preview are thrown away, and that is said. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireViewer(request, context, "see-results");
  return { tried: true };
}

export default function VersionPreview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} tried={useActionData<typeof action>()?.tried ?? false} />;
}
