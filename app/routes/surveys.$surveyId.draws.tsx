import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DrawRowsForm, DrawUnitsForm } from "~/components/office/draw-forms";
import { DrawsTable } from "~/components/office/draws-table";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { newSeed } from "~/surveys/draw-sample.server";
import { candidateUnits, drawUnits } from "~/surveys/draw-units.server";
import { loadUnitSizes } from "~/surveys/load-unit-sizes.server";
import { readUnitsDraw } from "~/surveys/read-draw-form";
import { listDraws } from "~db/repositories/draws";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Rút mẫu – {title}", { title: data?.survey.title ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(args, "design-surveys", { owned: true });
  const { database, settings } = args.context;
  const { kinds } = await candidateUnits(database, viewer, survey, today);
  const { units } = await loadUnitSizes(database, viewer, survey.id, today);
  const draws = await listDraws(database, viewer, survey.id);
  return {
    survey,
    today,
    tabs,
    kinds,
    units: units.map(({ unitId, name, target }) => ({ unitId, name, target })),
    draws: draws.map(({ drawn: _drawn, drawnAt, ...draw }) => ({
      ...draw,
      moment: formatMoment(new Date(drawnAt), settings.timeZone),
    })),
    seed: newSeed(),
  };
}

/** Draws units; rows of a list are drawn by a route of their own, since a file comes back. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(args, "design-surveys", { owned: true });
  const { database, now } = args.context;
  const { values, result } = readUnitsDraw(await args.request.formData());
  if (!result.ok) return data({ values, problems: result.problems }, { status: 422 });
  const outcome = await drawUnits(database, viewer, { survey, ...result.input, now: now(), today });
  if (!outcome.ok) return data({ values, problems: [outcome] }, { status: 422 });
  return redirect(`/surveys/${survey.id}/draws/${outcome.drawId}`);
}

export default function SurveyDraws() {
  const { survey, today, tabs, kinds, units, draws, seed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Rút mẫu ngẫu nhiên")} />
      <p>
        {t(
          "Máy rút theo một số khởi tạo (hạt giống). Cùng danh sách, cùng hạt giống thì ai rút cũng ra kết quả đó; mỗi lần rút đều được ghi lại và in được biên bản.",
        )}
      </p>
      {survey.status === "finalised" ? (
        <p className="notice">{t("Đợt khảo sát đã chốt, không rút mẫu được nữa")}</p>
      ) : (
        <>
          <DrawRowsForm surveyId={survey.id} units={units} seed={seed} />
          <DrawUnitsForm kinds={kinds} values={answer?.values ?? null} problems={answer?.problems ?? []} seed={seed} />
        </>
      )}
      <DrawsTable surveyId={survey.id} draws={draws} />
    </>
  );
}
