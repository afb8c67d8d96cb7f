import { parse } from "csv-parse/sync";
import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { planChanges, readTimeline, recordChanges } from "~db/repositories/unit-changes";
import { type FileChange, type FileProblem, readChangesFile } from "./read-changes-file";

export interface FilePreview {
  lines: { line: number; effects: string[]; warnings: string[] }[];
  problems: FileProblem[];
}

/**
 * Reads a CSV file of changes and tells what each line would do; records all of them when told to and nothing is wrong.
 * @returns `recorded` with how many changes, or the preview.
 */
export async function importChanges(
  database: Database,
  viewer: Viewer,
  { text, confirmed, now }: { text: string; confirmed: boolean; now: Date },
): Promise<{ kind: "recorded"; changes: number } | { kind: "preview"; preview: FilePreview }> {
  const table = readCsv(text);
  if (!table) {
    const message = "Tệp không phải CSV đọc được: mở bằng Excel rồi lưu lại dạng CSV UTF-8";
    return { kind: "preview", preview: { lines: [], problems: [{ line: 1, column: "", value: "", message }] } };
  }
  const { changes, problems: unread } = readChangesFile(table, await readTimeline(database));
  const { plans, problems } = await planChanges(database, viewer, changes);
  const all = [...unread, ...problems.map((problem) => onLine(problem, changes))];
  if (confirmed && all.length === 0) {
    const late = await recordChanges(database, viewer, changes, now);
    if (late.length === 0) return { kind: "recorded", changes: changes.length };
    all.push(...late.map((problem) => onLine(problem, changes)));
  }
  const lines = plans.map(({ effects, warnings }, at) => ({ line: changes[at]?.line ?? 0, effects, warnings }));
  return { kind: "preview", preview: { lines, problems: all } };
}

function onLine({ at, message }: { at: number; message: string }, changes: readonly FileChange[]): FileProblem {
  return { line: changes[at]?.line ?? 0, column: "", value: "", message };
}

function readCsv(text: string): string[][] | null {
  try {
    const [header = ""] = text.split("\n", 1);
    // Cells copied from a sheet come with tabs between them.
    const delimiter = ["\t", ","].find((mark) => header.includes(mark)) ?? ";";
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    return null;
  }
}
