import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { readCommentsRequest } from "~/comments/comments-request";
import { loadComments } from "~/comments/load-comments.server";
import { CommentsFilter } from "~/components/office/comments-filter";
import { CommentsList } from "~/components/office/comments-list";
import { CommentsNote } from "~/components/office/comments-note";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Ý kiến viết: {title}", { title: data?.comments.survey.title ?? "" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const asked = readCommentsRequest(new URL(request.url).searchParams);
  const comments = await loadComments(context.database, {
    viewer,
    surveyId: numberParam(params.surveyId),
    today: todayOf(context),
    cellMinimum: context.settings.minimums.cell,
    request: asked,
  });
  if (!comments)
    throw new Response("Không có đợt khảo sát hoặc đơn vị này trong phạm vi của tài khoản.", { status: 404 });
  return { comments, asked };
}

/** What people wrote, in batches and without anything beside it. */
export default function Comments() {
  const t = useWords();
  const { comments, asked } = useLoaderData<typeof loader>();
  const { survey, unit, state } = comments;
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/surveys">{t("Đợt khảo sát")}</Link> › <Link to={`/surveys/${survey.id}`}>{survey.title}</Link> ›{" "}
            <Link to={`/surveys/${survey.id}/results`}>{t("Kết quả")}</Link>
          </p>
          <h1>{unit ? t("Ý kiến viết: {title}", { title: unit.name }) : t("Ý kiến viết")}</h1>
        </div>
      </header>
      <CommentsNote comments={comments} />
      {state === "released" && (
        <>
          <CommentsFilter comments={comments} request={asked} />
          <CommentsList comments={comments} request={asked} />
        </>
      )}
    </>
  );
}
