import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { ImprovementCard } from "~/components/office/improvement-card";
import { ImprovementForm } from "~/components/office/improvement-form";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { changeImprovement } from "~/snapshots/change-improvement.server";
import { holdsPersonalData, maskedImprovement } from "~/snapshots/improvement";
import { readImprovementForm } from "~/snapshots/read-improvement-form";
import { listImprovements, listUnitsToAnswer } from "~db/repositories/improvements";

const DONE: Readonly<Record<string, string>> = {
  save: "Đã lưu.",
  publish: "Đã công bố: người dân đọc được ở trang kết quả của đơn vị.",
  withdraw: "Đã rút về bản nháp.",
  delete: "Đã xóa bản nháp tiếp thu, giải trình.",
};

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Tiếp thu, giải trình");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "write-improvements");
  const { database, settings } = asked.context;
  const { searchParams } = new URL(asked.request.url);
  const moment = (instant: string) => formatMoment(new Date(instant), settings.timeZone);
  const entries = await listImprovements(database, viewer, { surveyId: survey.id, today });
  return {
    ...{ survey, today, tabs },
    editing: searchParams.get("edit"),
    done: DONE[searchParams.get("done") ?? ""] ?? null,
    units: await listUnitsToAnswer(database, viewer, { surveyId: survey.id, today }),
    entries: entries.map((one) => ({
      ...one,
      changed: moment(one.changedAt),
      published: one.publishedAt && moment(one.publishedAt),
      masked: holdsPersonalData(one) ? maskedImprovement(one) : null,
    })),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "write-improvements");
  const { form, text, problems } = readImprovementForm(await asked.request.formData());
  if (!form || problems.length > 0) return data({ form, text, problems }, { status: 422 });
  const request = { surveyId: survey.id, form, now: asked.context.now() };
  if (await changeImprovement(asked.context.database, viewer, request))
    return redirect(`/surveys/${survey.id}/improvements?done=${form.step}`);
  if (form.step === "save" && form.id === null) {
    const problem = { field: "unit", message: "Đơn vị này không thuộc đợt hoặc không trong phạm vi của tài khoản" };
    return data({ form, text, problems: [problem] }, { status: 422 });
  }
  throw new Response("Không có nội dung này trong phạm vi của tài khoản, hoặc nó vừa được đổi. Tải lại trang để xem.", {
    status: 404,
  });
}

export default function Improvements() {
  const t = useWords();
  const tell = useMessages();
  const { survey, today, tabs, entries, units, editing, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const refused = failure?.form?.step === "save" ? failure : null;
  const edited = refused ? String(refused.form?.id ?? "new") : editing;
  const entry = entries.find(({ id }) => String(id) === edited) ?? null;
  const here = `/surveys/${survey.id}/improvements`;
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Tiếp thu, giải trình")} />
      <DoneNotice message={failure ? null : done} />
      {failure && failure.form === null && (
        <p className="notice notice-error" role="alert">
          {tell(failure.problems[0]?.message ?? "")}
        </p>
      )}
      <p>
        {t(
          "Mỗi đơn vị trả lời người dân: điều được nêu, tiếp thu hay giải trình thế nào, đã làm được gì. Nội dung đã công bố hiện ở trang kết quả của đơn vị khi kết quả của đợt đang được công bố.",
        )}
      </p>
      {entry || edited === "new" ? (
        <ImprovementForm
          key={edited}
          entry={entry}
          units={units}
          typed={refused && { text: refused.text, unitId: refused.form?.unitId ?? null }}
          problems={refused?.problems ?? []}
          here={here}
        />
      ) : (
        units.length > 0 && (
          <p className="actions">
            <Link className="button" to={`${here}?edit=new`}>
              {t("Viết mục mới")}
            </Link>
          </p>
        )
      )}
      {entries.length === 0 && edited !== "new" && <p>{t("Chưa có mục nào.")}</p>}
      {entries
        .filter(({ id }) => String(id) !== edited)
        .map((one) => (
          <ImprovementCard
            key={`${one.id}-${one.changedAt}`}
            entry={one}
            here={here}
            refused={
              failure?.form?.id === one.id
                ? { step: failure.form.step, message: failure.problems[0]?.message ?? "" }
                : null
            }
          />
        ))}
    </>
  );
}
