import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DrawCheckForm, UseUnitsForm } from "~/components/office/draw-check";
import { DrawMinutes } from "~/components/office/draw-minutes";
import { SurveyHeader } from "~/components/office/survey-header";
import { numberParam } from "~/http/params";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { doneAddress } from "~/surveys/done-message";
import { checkRows } from "~/surveys/draw-rows.server";
import { checkUnits, drawnUnits } from "~/surveys/draw-units.server";
import { readFile } from "~/surveys/read-draw-form";
import { reviseSurvey } from "~/surveys/revise-survey.server";
import { findDraw } from "~db/repositories/draws";
import { readTree } from "~db/repositories/units";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Biên bản rút mẫu");

async function requireDraw(args: LoaderFunctionArgs) {
  const required = await requireSurvey(args, "design-surveys", { owned: true });
  const { viewer, survey } = required;
  const draw = await findDraw(args.context.database, viewer, survey.id, numberParam(args.params.drawId));
  if (!draw) throw new Response("Không có lần rút này trong đợt khảo sát.", { status: 404 });
  return { ...required, draw };
}

export async function loader(args: LoaderFunctionArgs) {
  const { survey, today, tabs, draw } = await requireDraw(args);
  const { database, settings } = args.context;
  const units = draw.unitId === null ? drawnUnits(await readTree(database, today), draw.drawn) : null;
  return { survey, today, tabs, draw, units, moment: formatMoment(new Date(draw.drawnAt), settings.timeZone) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, survey, today, draw } = await requireDraw(args);
  const { database, now } = args.context;
  const form = await args.request.formData();
  const answer = (part: { check?: string; refusal?: string }, status: number) =>
    data({ check: null, refusal: null, ...part }, { status });
  if (form.get("change") === "use-units") {
    if (draw.unitId !== null || survey.status !== "draft") {
      return answer({ refusal: "Chỉ đổi được đơn vị khi đợt khảo sát còn là bản nháp." }, 409);
    }
    if (form.get("confirmed") !== "yes") return answer({ refusal: "Đánh dấu vào ô xác nhận rồi bấm nút." }, 422);
    const { title, versionId, ownerUnitId, opensOn, closesOn, basis } = survey;
    const input = { title, versionId, ownerUnitId, opensOn, closesOn, basis, unitIds: [...draw.drawn] };
    const revised = await reviseSurvey(database, viewer, { surveyId: survey.id, input }, { now: now(), today });
    if (revised.ok) return redirect(doneAddress(`/surveys/${survey.id}`, "save"));
    return answer({ refusal: "message" in revised ? revised.message : "Đợt khảo sát không còn là bản nháp." }, 422);
  }
  const file = await readFile(form, "list");
  if (draw.unitId !== null && !file) return answer({ check: "no-file" }, 422);
  const check = file
    ? await checkRows(database, viewer, { surveyId: survey.id, drawId: draw.id, file })
    : await checkUnits(database, viewer, { survey, drawId: draw.id, today });
  return answer({ check }, check === "unreadable" ? 422 : 200);
}

export default function SurveyDraw() {
  const { survey, today, tabs, draw, units, moment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Biên bản số {n}", { n: draw.id })} />
      <DrawMinutes survey={survey} draw={draw} units={units} moment={moment} />
      <DrawCheckForm ofUnits={draw.unitId === null} check={answer?.check ?? null} />
      {draw.unitId === null && survey.status === "draft" && (
        <UseUnitsForm count={draw.sampleSize} present={survey.units} refusal={answer?.refusal ?? null} />
      )}
    </>
  );
}
