import { parseOpenHours } from "./open-hours";
import type { PointRevision } from "./point-changes";

/** What an officer does with points ticked: their hours, taking them out of the survey, putting them in. */
const CHANGES = ["hours", "out", "in"] as const;
type PointsChange = (typeof CHANGES)[number];

export type ReadPointsChange =
  | { ok: true; change: PointsChange; pointIds: number[]; openHours: string; revisions: PointRevision[] }
  | { ok: false; message: string; pointIds: number[]; openHours: string };

export function readPointsChange(form: FormData): ReadPointsChange {
  const change = CHANGES.find((one) => one === form.get("change"));
  const pointIds = [...new Set(form.getAll("point").map(Number).filter(Number.isSafeInteger))];
  const openHours = String(form.get("openHours") ?? "");
  const refuse = (message: string) => ({ ok: false as const, message, pointIds, openHours });
  if (!change) return refuse("Không rõ việc cần làm.");
  if (pointIds.length === 0) return refuse("Chưa đánh dấu điểm nào.");
  const revised = (revision: Omit<PointRevision, "pointId">) => ({
    ok: true as const,
    change,
    pointIds,
    openHours,
    revisions: pointIds.map((pointId) => ({ pointId, ...revision })),
  });
  if (change === "hours") {
    const hours = parseOpenHours(openHours);
    return hours.ok ? revised({ openHours: hours.hours }) : refuse(hours.reason);
  }
  if (change === "out" && form.get("confirmed") !== "yes") return refuse("Đánh dấu vào ô xác nhận rồi bấm nút.");
  return revised({ inSurvey: change === "in" });
}
