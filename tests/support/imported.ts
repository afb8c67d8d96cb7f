import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { insertImport, moveImport } from "~db/repositories/response-imports";
import { storeStaged } from "~db/repositories/staged-responses";
import { createStagedImport, type StagedRow } from "~db/staged-import.server";

/** Takes the rows of a file into a survey as an officer's import does, by way of a staged file; its number. */
export async function storeImported(
  database: Database,
  viewer: Viewer,
  file: { surveyId: number; fileName: string; provenance: string; at: Date; rows: readonly Omit<StagedRow, "line">[] },
): Promise<number> {
  const { rows, at, ...about } = file;
  const importId = await insertImport(database, viewer, { ...about, checksum: "0".repeat(64), at });
  if (importId === null) throw new Error("the survey is not the viewer's");
  const stagedFile = join(tmpdir(), `hailong-test-${randomUUID()}.staged`);
  const staged = createStagedImport(stagedFile);
  staged.add(rows.map((row, index) => ({ ...row, line: index + 2 })));
  staged.close();
  await moveImport(database, viewer, { surveyId: file.surveyId, importId, from: ["checking"], to: "storing" });
  const outcome = await storeStaged(database, importId, { stagedFile, at });
  rmSync(stagedFile);
  if (outcome.kind !== "stored") throw new Error(`the rows were ${outcome.kind}`);
  return importId;
}
