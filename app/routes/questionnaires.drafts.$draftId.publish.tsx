import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DraftProblemList } from "~/components/office/draft-problem-list";
import { PublishForm } from "~/components/office/publish-form";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { publishReviewedDraft, reviewDraft } from "~/questionnaires/publish-draft.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Công bố mẫu phiếu");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const review = await reviewDraft(context.database, viewer, numberParam(params.draftId));
  if (!review) throw new Response("Không có bản nháp này trong phạm vi của tài khoản.", { status: 404 });
  return review;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const linkOf = (item: string) => text(`link.${item}`) || null;
  const chosen = { revision: Number(text("revision")), variantName: text("variantName"), linkOf };
  const draftId = numberParam(params.draftId);
  const outcome = await publishReviewedDraft(context.database, viewer, { draftId, ...chosen }, context.now());
  if (outcome.ok) return redirect(`/questionnaires/${outcome.versionId}?done=publish`);
  if (outcome.status === 404) throw new Response(`${outcome.problems[0]?.message}.`, { status: 404 });
  const links = [...form.keys()].filter((name) => name.startsWith("link."));
  const values = {
    variantName: chosen.variantName,
    links: Object.fromEntries(links.map((name) => [name, text(name)])),
  };
  return data({ problems: outcome.problems, knownId: outcome.knownId ?? null, values }, { status: outcome.status });
}

export default function PublishDraft() {
  const review = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  const editor = `/questionnaires/drafts/${review.draft.id}`;
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/questionnaires">{t("Mẫu phiếu")}</Link> › <Link to={editor}>{review.draft.title}</Link>
          </p>
          <h1>{t("Công bố mẫu phiếu")}</h1>
        </div>
      </header>
      <DraftProblemList problems={review.problems} english={review.english} editor={editor} />
      {review.publishable && <PublishForm review={review} editor={editor} failure={failure ?? null} />}
    </>
  );
}
