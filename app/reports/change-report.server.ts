import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import type { FormProblem } from "~/surveys/read-survey-form";
import type { Database } from "~db/open-database.server";
import { deleteReport, saveReport } from "~db/repositories/change-reports";
import type { LoadedReport } from "./compose-report.server";
import type { Moment } from "./latest-figures.server";
import { refreshReport } from "./open-report.server";
import { dayBounds, type ReportFormValues, readReportForm } from "./read-report-form";

/** What became of a form of a report: what was done, or why it was not, with what was typed. */
export type ReportChange =
  | { done: "save" | "refresh" | "delete" }
  | {
      done: null;
      status: 409 | 422;
      /** What was typed and is not saved; null: everything is. */
      values: ReportFormValues | null;
      /** The state of the report that a next attempt writes over; null: as it stands now. */
      seen: string | null;
      problems: FormProblem[];
      message: string | null;
      /** Why it was not deleted. */
      kept?: string;
    };

const NOT_AGREED = "Đánh dấu vào ô đồng ý để xóa báo cáo.";
const NUMBERED =
  "Báo cáo đã có số, ký hiệu nên là văn bản đã ban hành, không xóa được. Nếu ghi nhầm số, bỏ số rồi lưu báo cáo trước.";
const NOT_DELETED = "Báo cáo không còn, hoặc không do cơ quan bạn viết.";
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
  if (form.get("change") === "delete") return dropReport(database, viewer, { loaded, form, now: moment.now });
  const refreshes = form.get("change") === "refresh";
  if (!refreshes || form.has("seen")) {
    const seen = String(form.get("seen") ?? "");
    const about = loaded.snapshots.filter(({ previous }) => !previous);
    const bounds = dayBounds(loaded.report, about, dayOf(moment.now, moment.settings.timeZone));
    const { values, problems } = readReportForm(form, bounds);
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

async function dropReport(
  database: Database,
  viewer: Viewer,
  { loaded, form, now }: { loaded: LoadedReport; form: FormData; now: Date },
): Promise<ReportChange> {
  const keep = (kept: string, status: 409 | 422): ReportChange => ({
    ...{ done: null, status, kept },
    ...{ values: null, seen: null, problems: [], message: null },
  });
  if (form.get("confirmed") !== "yes") return keep(NOT_AGREED, 422);
  const deleted = await deleteReport(database, viewer, { reportId: loaded.report.id, at: now });
  if (deleted === "done") return { done: "delete" };
  return deleted === "numbered" ? keep(NUMBERED, 409) : keep(NOT_DELETED, 409);
}
