import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { BasisExplained } from "~/components/office/basis-explained";
import { DoneNotice } from "~/components/office/done-notice";
import { SurveyHeader } from "~/components/office/survey-header";
import { UnitsForm } from "~/components/office/units-form";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
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
      <DoneNotice message={done && !answer ? t("Đã lưu N và cỡ mẫu của các đơn vị.") : null} />
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
        pasted={answer?.pasted ?? ""}
        news={answer?.news ?? null}
      />
    </>
  );
}
