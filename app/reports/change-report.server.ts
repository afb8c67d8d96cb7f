import type { Viewer } from "~/access/viewer";
import type { FormProblem } from "~/surveys/read-survey-form";
import type { Database } from "~db/open-database.server";
import { saveReport } from "~db/repositories/reports";
import type { LoadedReport } from "./compose-report.server";
import type { Moment } from "./latest-figures.server";
import { refreshReport } from "./open-report.server";
import { type ReportFormValues, readReportForm } from "./read-report-form";

/** What became of a form of a report: what was done, or why it was not, with what was typed. */
export type ReportChange =
  | { done: "save" | "refresh" }
  | {
      done: null;
      status: 409 | 422;
      /** What was typed and is not saved; null: everything is. */
      values: ReportFormValues | null;
      /** The state of the report that a next attempt writes over; null: as it stands now. */
      seen: string | null;
      problems: FormProblem[];
      message: string | null;
    };

const NOT_REFRESHED = "Chưa lấy được số liệu mới: số liệu đang đổi liên tục. Thử lại sau ít phút.";
const CHANGED_MEANWHILE =
  "Người khác vừa sửa báo cáo này. Nội dung bạn viết vẫn còn ở đây; mở trang này ở thẻ khác để xem bản đã lưu, rồi bấm Lưu lần nữa nếu muốn ghi đè.";

/**
 * Saves what was written into a report and, where that is asked, gives it the latest figures. Whoever asks for figures in
 * the middle of writing keeps what they wrote: the whole form comes along and is saved first.
 */
export async function changeReport(
  database: Database,
  viewer: Viewer,
  { loaded, form, ...moment }: Moment & { loaded: LoadedReport; form: FormData },
): Promise<ReportChange> {
  const { id: reportId, changedAt } = loaded.report;
  const refreshes = form.get("change") === "refresh";
  if (!refreshes || form.has("seen")) {
    const seen = String(form.get("seen") ?? "");
    const { values, problems } = readReportForm(form);
    if (problems.length > 0) return { done: null, status: 422, values, seen, problems, message: null };
    const remarks = new Map(Object.entries(values.remarks));
    const saved = await saveReport(database, viewer, { reportId, remarks, head: values.head, seen, at: moment.now });
    if (saved !== "done") {
      return { done: null, status: 409, values, seen: changedAt, problems: [], message: CHANGED_MEANWHILE };
    }
  }
  if (!refreshes) return { done: "save" };
  if (await refreshReport(database, viewer, loaded, moment)) return { done: "refresh" };
  return { done: null, status: 409, values: null, seen: null, problems: [], message: NOT_REFRESHED };
}
