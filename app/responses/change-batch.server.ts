import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { changeBatch, deleteEmptyBatch } from "~db/repositories/change-paper-batch";
import { type Moment, openBatch } from "./key-paper.server";
import { batchChangeSchema, highestKeyed } from "./paper-batch";
import type { FormProblem } from "./read-paper-form";

type Done = { ok: true } | { ok: false; problems: FormProblem[] };

const FINISHED = "Lô phiếu đã hoàn thành, không sửa được nữa.";

/** Corrects the name and counts of a bundle. Null where the viewer sees no such bundle. */
export async function correctBatch(
  database: Database,
  viewer: Viewer,
  place: { surveyId: number; batchId: number },
  values: ReadonlyMap<string, string>,
  { now, today }: Moment,
): Promise<Done | null> {
  const opened = await openBatch(database, viewer, place, today);
  if (!opened) return null;
  const { batch, entries } = opened;
  if (batch.survey.status === "finalised")
    return refuse("edit", "Đợt khảo sát đã chốt số liệu, không sửa phiếu được nữa.");
  const parsed = batchChangeSchema.safeParse(Object.fromEntries(values));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return { ok: false, problems };
  }
  const last = highestKeyed(entries);
  if (parsed.data.returned < last)
    return refuse("returned", `Đã nhập đến phiếu số ${last}: phiếu thu về không thể ít hơn ${last}.`);
  const changed = await changeBatch(database, viewer, place, { ...parsed.data, at: now });
  return changed ? { ok: true } : refuse("edit", FINISHED);
}

/** Deletes a bundle of which nothing has been keyed, once confirmed. Null where the viewer sees no such bundle. */
export async function dropBatch(
  database: Database,
  viewer: Viewer,
  place: { surveyId: number; batchId: number },
  values: ReadonlyMap<string, string>,
  { now, today }: Moment,
): Promise<Done | null> {
  const opened = await openBatch(database, viewer, place, today);
  if (!opened) return null;
  if (values.get("paper.confirmed") !== "yes")
    return refuse("delete", "Đánh dấu vào ô “Tôi muốn xóa lô phiếu này” rồi bấm nút.");
  const deleted = await deleteEmptyBatch(database, viewer, place, { label: opened.batch.label, at: now });
  return deleted ? { ok: true } : refuse("delete", "Lô phiếu đã có phiếu nhập, không xóa được.");
}

function refuse(field: string, message: string): Done {
  return { ok: false, problems: [{ field, message }] };
}
