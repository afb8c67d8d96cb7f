import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PreviewPage } from "~/components/editor/preview-page";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { languageOf } from "~/i18n";
import { pageTitle } from "~/i18n/page-title";
import { previewOf } from "~/questionnaires/preview-document";
import { draftOf } from "~/questionnaires/save-edited.server";
import { findDraft } from "~db/repositories/questionnaire-drafts";

export const handle = { hydrate: false, script: "form" };

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, "Xem trước"),
  { name: "robots", content: "noindex" },
];

/** The draft as citizens would meet it, as far as it is right. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const draft = await findDraft(context.database, viewer, numberParam(params.draftId));
  if (!draft) throw new Response("Không có bản nháp này trong phạm vi của tài khoản.", { status: 404 });
  return {
    language: languageOf(new URL(request.url).searchParams.get("lang")),
    ...previewOf(draftOf(draft.document)),
    ownerName: draft.ownerName,
    province: context.settings.province,
    contact: context.settings.contact,
    today: context.now().toISOString(),
  };
}

/** Answers of a preview are thrown away, and that is said. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireViewer(request, context, "design-questionnaires");
  return { tried: true };
}

export default function DraftPreview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} tried={useActionData<typeof action>()?.tried ?? false} />;
}
