import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { SnapshotDifferenceTable } from "~/components/office/snapshot-difference";
import { SnapshotsTable } from "~/components/office/snapshots-table";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { differencesOf } from "~/snapshots/load-snapshot.server";
import { takeSnapshot } from "~/snapshots/take-snapshot.server";
import { listSnapshots } from "~db/repositories/snapshots";

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Bản chốt số liệu");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "design-surveys", { owned: true });
  const { database, settings } = asked.context;
  const snapshots = await listSnapshots(database, viewer, survey.id);
  return {
    ...{ survey, today, tabs },
    done: new URL(asked.request.url).searchParams.has("taken"),
    differences: await differencesOf(database, viewer, snapshots),
    snapshots: snapshots.map((one) => ({ ...one, taken: formatMoment(new Date(one.takenAt), settings.timeZone) })),
  };
}

/** Keeps the figures of a survey that is not finalised, for a report of a period. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "design-surveys", { owned: true });
  const { database, settings } = asked.context;
  const request = { surveyId: survey.id, kind: "provisional" as const, now: asked.context.now(), settings };
  const taken = await takeSnapshot(database, viewer, request);
  if (taken !== null) return redirect(`/surveys/${survey.id}/snapshots?taken`);
  const message = "Số liệu đang đổi liên tục nên chưa lưu được bản tạm tính. Thử lại sau ít phút.";
  return data({ message }, { status: 409 });
}

export default function Snapshots() {
  const t = useWords();
  const tell = useMessages();
  const { survey, today, tabs, snapshots, differences, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Bản chốt số liệu")} />
      <DoneNotice message={done && !failure ? t("Đã lưu bản tạm tính.") : null} />
      {failure && (
        <p className="notice notice-error" role="alert">
          {tell(failure.message)}
        </p>
      )}
      <p>
        {t(
          "Bản chốt giữ nguyên số liệu của một thời điểm: số phiếu, phiên bản mẫu phiếu, quy tắc, phần bị che, phiên bản phần mềm. Báo cáo lập lại từ cùng một bản chốt luôn giống hệt nhau.",
        )}
      </p>
      {survey.correctionReason !== null && (
        <p className="notice notice-caution">
          {t("Đang đính chính: {reason}. Chốt kết quả lần nữa để có bản chốt mới.", {
            reason: survey.correctionReason,
          })}
        </p>
      )}
      {survey.status !== "finalised" && survey.status !== "draft" && (
        <Form method="post">
          <p>{t("Đợt chưa chốt: bản tạm tính lấy số liệu đến lúc này, báo cáo ghi rõ “số liệu tạm tính”.")}</p>
          <button type="submit" className="button" disabled={busy}>
            {t("Lưu bản tạm tính")}
          </button>
        </Form>
      )}
      <SnapshotsTable snapshots={snapshots} />
      {snapshots.length > 0 && (
        <p>
          <Link className="button button-quiet" to={`/surveys/${survey.id}/unit-reports`}>
            {t("Lập báo cáo từng đơn vị (ZIP)")}
          </Link>
        </p>
      )}
      {differences.map((one) => (
        <SnapshotDifferenceTable key={one.after} {...one} />
      ))}
    </>
  );
}
