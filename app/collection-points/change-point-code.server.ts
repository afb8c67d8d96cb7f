import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { type PointOfSurvey, replaceCode, restorePoint, revokePoint } from "~db/repositories/point-codes";
import { normalizeCode } from "./code";
import { drawCode } from "./draw-code.server";
import type { CodeChange } from "./read-code-change";

/** Replaces, withdraws or restores a point's code. False when the point is not in scope or stands otherwise already. */
export async function changePointCode(
  database: Database,
  viewer: Viewer,
  point: PointOfSurvey & { now: Date },
  change: CodeChange,
): Promise<boolean> {
  switch (change.change) {
    case "replace": {
      const oldCode = normalizeCode(change.code);
      return (await replaceCode(database, viewer, { ...point, oldCode, reason: change.reason, drawCode })) !== null;
    }
    case "revoke":
      return revokePoint(database, viewer, point);
    case "restore":
      return restorePoint(database, viewer, point);
  }
}
