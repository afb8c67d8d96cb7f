import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PlanFileForm } from "~/components/office/plan-file-form";
import { PlanPreview } from "~/components/office/plan-preview";
import { ReformPlanForm } from "~/components/office/reform-plan-form";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { changePlan } from "~/reports/change-plan.server";
import { planForYear } from "~/reports/next-plan";
import { fieldsOfPlan } from "~/reports/reform-plan-form";
import { findPlan, listPlanYears, mayPlan } from "~db/repositories/reform-plans";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Kế hoạch Phụ lục 03 năm {year}", { year: data?.year ?? "" });

/** The plan in the address, for administrators of the province; a year without one is offered the latest plan before it. */
async function requirePlanner({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-units");
  if (!(await mayPlan(context.database, viewer)))
    throw new Response("Chỉ quản trị viên cấp tỉnh ghi được kế hoạch.", { status: 403 });
  return viewer;
}

export async function loader(asked: LoaderFunctionArgs) {
  await requirePlanner(asked);
  const { database } = asked.context;
  const year = numberParam(asked.params.year);
  const standing = await findPlan(database, year);
  const from = (await listPlanYears(database)).find((one) => one < year) ?? null;
  const former = standing || from === null ? null : await findPlan(database, from);
  const shown = standing ?? (former && planForYear(former, year));
  if (!shown || year > 2100) throw new Response("Chưa có kế hoạch năm này.", { status: 404 });
  return { year, from: standing ? null : from, fields: fieldsOfPlan(shown) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = await requirePlanner(asked);
  const { context, request } = asked;
  const step = { form: await request.formData(), today: todayOf(context), at: context.now() };
  const taken = await changePlan(context.database, viewer, step);
  if ("saved" in taken) return redirect(`/tasks?year=${taken.saved}&done=plan`);
  return data(taken.answer, { status: taken.status });
}

export default function Plan() {
  const t = useWords();
  const { year, from, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <p className="crumb">
        <Link to="/tasks">{t("Nhiệm vụ Phụ lục 03")}</Link>
      </p>
      <header className="page-header">
        <h1>
          {from === null ? t("Kế hoạch Phụ lục 03 năm {year}", { year }) : t("Lập kế hoạch năm {year}", { year })}
        </h1>
      </header>
      {answer?.preview && <PlanPreview preview={answer.preview} refusal={answer.refusal} />}
      <p>
        {from === null
          ? t("Sửa rồi xem trước; chưa ghi gì cho đến khi xác nhận.")
          : t(
              "Chép từ kế hoạch năm {from}; thời hạn đã chuyển sang năm {year}. Sửa số thứ tự, lời văn, thời hạn rồi xem trước; chưa ghi gì cho đến khi xác nhận.",
              { from, year },
            )}
      </p>
      <PlanFileForm problems={answer?.fileProblems ?? []} />
      <ReformPlanForm fields={answer?.fields ?? fields} problems={answer?.problems ?? []} />
    </>
  );
}
