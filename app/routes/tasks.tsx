import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DoneNotice } from "~/components/office/done-notice";
import { TaskCard } from "~/components/office/task-card";
import { TaskDues } from "~/components/office/task-dues";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { loadTaskBoardWithDebts } from "~/reports/load-task-board.server";
import type { BoardTask } from "~/reports/task-board";
import { isPastPlan } from "~/reports/task-standing";
import { listPlanYears, mayPlan } from "~db/repositories/reform-plans";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Nhiệm vụ Phụ lục 03");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const today = todayOf(context);
  const years = await listPlanYears(context.database);
  const asked = Number(new URL(request.url).searchParams.get("year"));
  // A plan made ahead for next year does not push this year's from the first place.
  const present = years.find((year) => year === Number(today.slice(0, 4)));
  const plans = isAllowed(viewer.role, "manage-units") && (await mayPlan(context.database, viewer));
  const year = years.find((candidate) => candidate === asked) ?? present ?? years[0];
  const board = year === undefined ? null : await loadTaskBoardWithDebts(context.database, viewer, { year, today });
  return {
    // The year after the last that has a plan.
    nextYear: plans ? (years[0] ?? Number(today.slice(0, 4)) - 1) + 1 : null,
    planned: new URL(request.url).searchParams.get("done") === "plan",
    ...{ today, board, plans, mayWrite: isAllowed(viewer.role, "design-surveys") },
    years: years.map((one) => ({ year: one, past: isPastPlan(one, today) })),
  };
}

export default function Tasks() {
  const t = useWords();
  const { years, today, board, plans, nextYear, planned, mayWrite } = useLoaderData<typeof loader>();
  const led = board?.tasks.filter(({ leads }) => leads) ?? [];
  const others = board?.tasks.filter(({ leads }) => !leads) ?? [];
  const card = (entry: BoardTask) => (
    <TaskCard
      key={entry.task.number}
      entry={entry}
      year={board?.plan.year ?? 0}
      today={today}
      mayWrite={mayWrite && entry.leads}
    />
  );
  return (
    <>
      <header className="page-header">
        <h1>{t("Nhiệm vụ Phụ lục 03")}</h1>
        <nav className="actions" aria-label={t("Năm kế hoạch")}>
          {years.map(({ year, past }) => (
            <Link
              key={year}
              to={`/tasks?year=${year}`}
              className="button button-quiet"
              aria-current={year === board?.plan.year ? "page" : undefined}
            >
              {t(past ? "Kế hoạch năm {year} (đã qua)" : "Kế hoạch năm {year}", { year })}
            </Link>
          ))}
        </nav>
      </header>
      <DoneNotice message={planned ? t("Đã ghi kế hoạch.") : null} />
      {board ? (
        <>
          {(board.dues.length > 0 || (led.length > 0 && !board.past)) && (
            <TaskDues dues={board.dues} year={board.plan.year} mayWrite={mayWrite} />
          )}
          <p className="notice">
            <strong>{board.plan.title}</strong>
            <br />
            {board.plan.source} {board.plan.note}
          </p>
          <p className="actions">
            <a href={`/tasks/plans/${board.plan.year}/file`}>{t("Tải kế hoạch (JSON)")}</a>
            {plans && <Link to={`/tasks/plans/${board.plan.year}`}>{t("Sửa kế hoạch này")}</Link>}
            {nextYear !== null && (
              <Link to={`/tasks/plans/${nextYear}`}>{t("Lập kế hoạch năm {year}", { year: nextYear })}</Link>
            )}
          </p>
          {led.map(card)}
          {others.length > 0 && led.length > 0 && (
            <details className="step-panel">
              <summary>{t("Nhiệm vụ do cơ quan khác chủ trì ({n})", { n: others.length })}</summary>
              {others.map(card)}
            </details>
          )}
          {led.length === 0 && others.map(card)}
        </>
      ) : (
        <p className="empty-state">{t("Chưa có kế hoạch nào.")}</p>
      )}
    </>
  );
}
