import { rmSync } from "node:fs";
import type { Database } from "~db/open-database.server";
import { settleImport } from "~db/repositories/response-imports";
import { storeStaged } from "~db/repositories/staged-responses";
import { openStagedImport } from "~db/staged-import.server";
import type { ImportFiles } from "./check-import.server";

/**
 * Takes a checked file into its survey, whole or not at all, and then takes the upload and the answers staged from it away;
 * the list of bad rows stays. Where some of its responses have come in since the check, the file is checked again and the
 * officer decides anew.
 */
export async function storeImport(
  database: Database,
  importId: number,
  options: { files: ImportFiles; now: Date; timeZone: string; tell?: (rows: number, bytes: number) => void },
): Promise<void> {
  const { files, now } = options;
  const outcome = await storeStaged(database, importId, { stagedFile: files.staged, at: now });
  if (outcome.kind === "changed") {
    await settleImport(database, importId, "storing", { state: "checking" });
    const { checkImport } = await import("./check-import.server");
    return checkImport(database, importId, options);
  }
  if (outcome.kind === "refused") {
    await settleImport(database, importId, "storing", { state: "failed" });
    return;
  }
  rmSync(files.upload, { force: true });
  const staged = openStagedImport(files.staged);
  try {
    const report = staged.report();
    if (report) staged.writeReport({ ...report, preview: [] });
    staged.forgetRows();
  } finally {
    staged.close();
  }
}
