import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { PublicationHistory } from "~/components/office/publication-history";
import { PublicationPanels } from "~/components/office/publication-panels";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { movePublication, publicationState } from "~/snapshots/publish-snapshot.server";
import { readPublicationForm } from "~/snapshots/read-publication-form";
import { listPublications } from "~db/repositories/publications";

const DONE: Readonly<Record<string, string>> = {
  publish: "Đã công bố. Người dân đọc được kết quả ở địa chỉ dưới đây.",
  withdraw: "Đã thu hồi. Trang kết quả nay chỉ còn ngày thu hồi và lý do; máy nào mở lại trang cũng thấy ngay.",
};

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Công bố kết quả");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "publish-results", { owned: true });
  const { database, settings } = asked.context;
  const request = { surveyId: survey.id, now: asked.context.now(), settings };
  const { history, standing, next } = await publicationState(database, viewer, request);
  const moment = (instant: string) => formatMoment(new Date(instant), settings.timeZone);
  return {
    ...{ survey, today, tabs, standing, next },
    address: `${settings.publicUrl}/results/${survey.id}`,
    done: DONE[new URL(asked.request.url).searchParams.get("done") ?? ""] ?? null,
    history: history.map(({ withdrawnAt, ...one }) => ({
      ...one,
      published: moment(one.publishedAt),
      withdrawn: withdrawnAt && moment(withdrawnAt),
    })),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "publish-results", { owned: true });
  const { database } = asked.context;
  const published = await listPublications(database, viewer, survey.id);
  const replacing = published.some(({ withdrawnAt }) => withdrawnAt === null);
  const read = readPublicationForm(await asked.request.formData(), { replacing });
  if (!read.ok) return data(read, { status: 422 });
  const { request } = read;
  const moved = await movePublication(database, viewer, { surveyId: survey.id, request, now: asked.context.now() });
  if (moved === "done") return redirect(`/surveys/${survey.id}/publication?done=${request.step}`);
  const message = "Bản chốt hoặc lần công bố này đã thay đổi. Xem lại trang rồi làm lại.";
  return data({ step: null, note: request.note, message }, { status: 409 });
}

export default function PublicationPage() {
  const t = useWords();
  const tell = useMessages();
  const { survey, today, tabs, standing, next, address, history, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Công bố kết quả")} />
      <DoneNotice message={failure ? null : done} />
      {failure && failure.step === null && (
        <p className="notice notice-error" role="alert">
          {tell(failure.message)}
        </p>
      )}
      <PublicationPanels
        key={history.length + (standing ? 0.5 : 0)}
        survey={survey}
        standing={standing}
        withdrawn={standing === null && history.length > 0}
        next={next}
        address={address}
        refused={failure ?? null}
      />
      <PublicationHistory history={history} />
    </>
  );
}
