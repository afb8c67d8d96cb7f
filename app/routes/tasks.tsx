import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { TaskCard } from "~/components/office/task-card";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { deadlineOn } from "~/reports/reform-plan";
import { findPlan, listPlanYears } from "~db/repositories/reform-plans";
import { listSurveys } from "~db/repositories/surveys";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Nhiệm vụ Phụ lục 03");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const today = todayOf(context);
  const years = await listPlanYears(context.database);
  const asked = Number(new URL(request.url).searchParams.get("year"));
  const year = years.find((candidate) => candidate === asked) ?? years[0];
  const plan = year === undefined ? null : await findPlan(context.database, year);
  if (!plan) return { years, today, plan: null, tasks: [] };
  const surveys = await listSurveys(context.database, viewer, today);
  const tasks = plan.tasks.map((task) => ({
    task,
    // Nobody waits any more for what a former year's plan wanted: the days since then say nothing.
    daysLeft: isPast(plan.year, today) ? null : daysBetween(today, deadlineOn(task, plan.year)),
    surveys: surveys
      .filter((survey) => survey.sector === task.survey_sector && survey.opensOn.startsWith(String(plan.year)))
      .map(({ id, title, status, opensOn, closesOn, simulated }) => ({
        id,
        title,
        status,
        opensOn,
        closesOn,
        simulated,
      })),
  }));
  return { years, today, plan: { year: plan.year, title: plan.title, source: plan.source, note: plan.note }, tasks };
}

function isPast(planYear: number, today: string): boolean {
  return planYear < Number(today.slice(0, 4));
}

/** Whole days from one ISO day to another; null where there is none. */
function daysBetween(from: string, to: string | null): number | null {
  return to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export default function Tasks() {
  const t = useWords();
  const { years, today, plan, tasks } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="page-header">
        <h1>{t("Nhiệm vụ Phụ lục 03")}</h1>
        <nav className="actions" aria-label={t("Năm kế hoạch")}>
          {years.map((year) => (
            <Link
              key={year}
              to={`/tasks?year=${year}`}
              className="button button-quiet"
              aria-current={year === plan?.year ? "page" : undefined}
            >
              {t(isPast(year, today) ? "Kế hoạch năm {year} (đã qua)" : "Kế hoạch năm {year}", { year })}
            </Link>
          ))}
        </nav>
      </header>
      {plan ? (
        <>
          <p className="notice">
            <strong>{plan.title}</strong>
            <br />
            {plan.source} {plan.note}
          </p>
          {tasks.map(({ task, surveys, daysLeft }) => (
            <TaskCard key={task.number} task={task} surveys={surveys} today={today} daysLeft={daysLeft} />
          ))}
        </>
      ) : (
        <p className="empty-state">{t("Chưa có kế hoạch nào.")}</p>
      )}
    </>
  );
}
