import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { StepPanel } from "~/components/office/step-panel";
import { TaskDocumentForm } from "~/components/office/task-document-form";
import { TaskDocumentList } from "~/components/office/task-document-list";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { loadTaskBoard } from "~/reports/load-task-board.server";
import { readDocumentForm } from "~/reports/task-document";
import { addTaskDocument, changeTaskDocument, removeTaskDocument } from "~db/repositories/task-documents";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Nhiệm vụ {number}, năm {year}", {
    number: data?.entry.task.number ?? "",
    year: data?.year ?? "",
  });

/** The task in the address, for whoever speaks for its lead. */
async function requireTask({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const [year, number] = [numberParam(params.year), numberParam(params.number)];
  const today = todayOf(context);
  const board = await loadTaskBoard(context.database, viewer, { year, today });
  const entry = board?.tasks.find(({ task, leads }) => leads && task.number === number);
  if (!entry) throw new Response("Không có nhiệm vụ này trong phạm vi của tài khoản.", { status: 404 });
  const edit = Number(new URL(request.url).searchParams.get("edit"));
  return { viewer, year, today, entry, edited: entry.documents.find(({ id }) => id === edit) ?? null };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { year, entry, edited } = await requireTask(asked);
  return { year, entry, edited, done: new URL(asked.request.url).searchParams.get("done") };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, year, today, entry, edited } = await requireTask(asked);
  const { database, now } = asked.context;
  const form = await asked.request.formData();
  const task = { planYear: year, taskNumber: entry.task.number };
  const done = (step: string) => redirect(`/tasks/${year}/${task.taskNumber}?done=${step}`);
  if (form.get("change") === "remove") {
    const refused = (refusal: string, status: number) => data({ values: null, problems: [], refusal }, { status });
    if (form.get("confirmed") !== "yes") return refused("Đánh dấu vào ô xác nhận trước khi xóa.", 422);
    if (edited && (await removeTaskDocument(database, viewer, { id: edited.id, task, at: now() })))
      return done("remove");
    return refused(GONE, 409);
  }
  const { values, problems } = readDocumentForm(form, today);
  if (problems.length > 0) return data({ values, problems, refusal: null }, { status: 422 });
  const change = { task, document: values, at: now() };
  const saved = edited
    ? await changeTaskDocument(database, viewer, { ...change, id: edited.id })
    : await addTaskDocument(database, viewer, change);
  if (saved) return done("save");
  return data({ values, problems: [{ field: "product", message: GONE }], refusal: null }, { status: 422 });
}

const GONE = "Không ghi được: văn bản không còn, hoặc nhiệm vụ không có sản phẩm này. Mở lại trang rồi thử lại.";

const DONE: Readonly<Record<string, Phrase>> = {
  save: "Đã ghi văn bản.",
  remove: "Đã xóa văn bản.",
};

export default function Task() {
  const t = useWords();
  const { year, entry, edited, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { task, documents } = entry;
  const notice = DONE[done ?? ""];
  return (
    <>
      <p className="crumb">
        <Link to={`/tasks?year=${year}`}>{t("Nhiệm vụ Phụ lục 03")}</Link>
      </p>
      <header className="page-header">
        <h1>{t("Nhiệm vụ {number}, năm {year}", { number: task.number, year })}</h1>
      </header>
      <DoneNotice message={answer || !notice ? null : notice} />
      <p>{task.content}</p>
      {task.survey_sector !== null && (
        <p className="actions">
          <Link className="button" to={`/reports?kind=task&task=${year}/${task.number}`}>
            {t("Lập báo cáo tổng hợp")}
          </Link>
          <Link className="button button-quiet" to={`/reports?kind=period&task=${year}/${task.number}`}>
            {t("Lập báo cáo định kỳ")}
          </Link>
        </p>
      )}
      <TaskDocumentList documents={documents} address={`/tasks/${year}/${task.number}`} />
      <TaskDocumentForm
        key={edited?.id ?? "new"}
        products={task.products}
        edited={edited}
        values={answer?.values ?? null}
        problems={answer?.problems ?? []}
      />
      {edited && (
        <StepPanel
          step="remove"
          summary={t("Xóa văn bản này")}
          agreement={t("Tôi chắc chắn xóa văn bản số {number}", { number: edited.number })}
          button={t("Xóa")}
          refusal={answer?.refusal ?? null}
        >
          <p>{t("Chỉ xóa khi ghi nhầm. Việc xóa được ghi vào nhật ký hoạt động.")}</p>
        </StepPanel>
      )}
    </>
  );
}
