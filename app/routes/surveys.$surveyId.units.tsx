import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { BasisExplained } from "~/components/office/basis-explained";
import { DoneNotice } from "~/components/office/done-notice";
import { SurveyHeader } from "~/components/office/survey-header";
import { UnitsForm } from "~/components/office/units-form";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { changeUnitSizes } from "~/surveys/change-unit-sizes.server";
import { loadUnitSizes } from "~/surveys/load-unit-sizes.server";
import { isProbabilityBasis } from "~/surveys/survey";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Đơn vị và cỡ mẫu – {title}", { title: data?.survey.title ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(args, "design-surveys", { owned: true });
  const loaded = await loadUnitSizes(args.context.database, viewer, survey.id, today);
  const done = new URL(args.request.url).searchParams.get("done") === "targets";
  return { survey, today, tabs, done, ...loaded };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(args, "design-surveys", { owned: true });
  const { database, now } = args.context;
  const form = await args.request.formData();
  const outcome = await changeUnitSizes(database, viewer, { surveyId: survey.id, form, now: now(), today });
  if (outcome.status === "saved") return redirect(`/surveys/${survey.id}/units?done=targets`);
  return data(outcome.answer, { status: outcome.status });
}

/** What was saved, told by what stands there now: nothing is praised that is not set. */
function savedWords(rows: readonly { population: string; target: string }[]): Phrase {
  if (rows.some(({ target }) => target !== "")) return "Đã lưu N và cỡ mẫu của các đơn vị.";
  return rows.some(({ population }) => population !== "")
    ? "Đã lưu N; chưa đơn vị nào có cỡ mẫu."
    : "Đã xóa hết: không đơn vị nào còn N hay cỡ mẫu.";
}

export default function SurveyUnits() {
  const { survey, today, tabs, done, units, saved, mark } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Đơn vị và cỡ mẫu")}>
        <Link className="button button-quiet" to={`/surveys/${survey.id}/draws`}>
          {t("Rút mẫu ngẫu nhiên")}
        </Link>
      </SurveyHeader>
      <DoneNotice message={done && !answer ? t(savedWords(saved.rows)) : null} />
      <BasisExplained basis={survey.basis} />
      {survey.status === "draft" && (
        <p>
          <Link to={`/surveys/${survey.id}/edit`}>{t("Thêm, bớt đơn vị ở trang sửa bản nháp")}</Link>
        </p>
      )}
      <UnitsForm
        key={answer?.answered ?? mark}
        surveyId={survey.id}
        units={units}
        saved={answer?.saved ?? saved}
        values={answer?.values ?? saved}
        seen={answer?.seen ?? mark}
        probability={isProbabilityBasis(survey.basis)}
        problems={answer?.problems ?? []}
        tableProblems={answer?.tableProblems ?? []}
        common={answer?.common ?? ""}
        pasted={answer?.pasted ?? ""}
        news={answer?.news ?? null}
      />
    </>
  );
}
