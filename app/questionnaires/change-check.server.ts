import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { recordCheck, withdrawCheck } from "~db/repositories/version-checks";
import { readVersionCheck } from "./version-check-input";

type CheckChanged =
  | { ok: true; done: "verify" | "withdraw" }
  | {
      ok: false;
      /** There is no such version for the viewer. */
      missing: boolean;
      problems: { field: string; message: string }[];
      values: { document: string; on: string; note: string; reason: string; check: string };
    };

/** Records a check against the original, or takes it back with a reason, as the form of a version's page asks. */
export async function changeCheck(
  database: Database,
  viewer: Viewer,
  versionId: number,
  form: FormData,
  { now, today, name }: { now: Date; today: string; name: string },
): Promise<CheckChanged> {
  const { values: typed, check, problems } = readVersionCheck(form, today);
  const reason = String(form.get("reason") ?? "").trim();
  const values = { ...typed, reason, check: String(form.get("check") ?? "") };
  const refuse = (field: string, message: string): CheckChanged => ({
    ...{ ok: false, missing: false, values },
    problems: [{ field, message }],
  });
  if (form.get("change") === "withdraw") {
    if (reason.length < 5) return refuse("reason", "Ghi lý do rút lại, ít nhất 5 ký tự");
    if (reason.length > 1000) return refuse("reason", "Lý do dài quá 1000 ký tự");
    const checkId = Number(form.get("check"));
    const done = await withdrawCheck(database, viewer, { versionId, checkId, reason, at: now });
    return done
      ? { ok: true, done: "withdraw" }
      : refuse(
          "reason",
          "Lần đối chiếu này không còn, hoặc do người khác ghi: chỉ người đã ghi và quản trị rút lại được",
        );
  }
  if (!check) return { ok: false, missing: false, problems, values };
  const done = await recordCheck(database, viewer, { ...check, versionId, by: name, at: now });
  return done ? { ok: true, done: "verify" } : { ok: false, missing: true, problems: [], values };
}
