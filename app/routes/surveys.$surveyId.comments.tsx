import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCommentsRequest } from "~/comments/comments-request";
import { CommentKeywords } from "~/components/office/comment-keywords";
import { CommentsFilter } from "~/components/office/comments-filter";
import { CommentsList } from "~/components/office/comments-list";
import { CommentsNote } from "~/components/office/comments-note";
import { SurveyHeader } from "~/components/office/survey-header";
import { patiently } from "~/http/require-results.server";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { PATIENCE_MS } from "~/indices/reading-progress";

const RESULTS: Phrase = "Kết quả";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Ý kiến viết: {title}", { title: data?.comments.survey.title ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(args, "see-results");
  const { request, context } = args;
  const asked = readCommentsRequest(new URL(request.url).searchParams);
  const cellMinimum = context.settings.minimums.cell;
  const place = { viewer, surveyId: survey.id, today, cellMinimum, request: asked };
  const comments = patiently(await context.comments.look(place, PATIENCE_MS));
  if (!comments)
    throw new Response("Không có đợt khảo sát hoặc đơn vị này trong phạm vi của tài khoản.", { status: 404 });
  return { survey, today, tabs, comments, asked };
}

/** What people wrote, in batches and without anything beside it. */
export default function Comments() {
  const t = useWords();
  const { survey, today, tabs, comments, asked } = useLoaderData<typeof loader>();
  const { unit, state } = comments;
  return (
    <>
      <SurveyHeader
        survey={survey}
        today={today}
        tabs={tabs}
        title={unit ? t("Ý kiến viết: {title}", { title: unit.name }) : t("Ý kiến viết")}
        under={{ to: `/surveys/${survey.id}/results`, label: RESULTS }}
      />
      <CommentsNote comments={comments} />
      {state === "released" && (
        <>
          <CommentKeywords keywords={comments.keywords} request={asked} />
          <CommentsFilter comments={comments} request={asked} />
          <CommentsList comments={comments} request={asked} />
        </>
      )}
    </>
  );
}
