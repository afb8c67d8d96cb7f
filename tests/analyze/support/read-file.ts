import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { openResponsesFile } from "~/responses/read-responses-file.server";
import { type CellProblem, describeProblem } from "~/responses/read-responses-file-problem";
import type { ResponseRecord } from "~/responses/read-responses-file-row";
import { CLINIC } from "./clinic";

export interface WholeFile {
  records: ResponseRecord[];
  problems: CellProblem[];
  /** The problems as a person reads them. */
  messages: string[];
  warnings: string[];
}

/** Reads a whole file, fed to the reader in pieces of the given size as a slow disk would. */
export async function readWhole(
  content: string | Uint8Array,
  pieceSize = 7,
  document: object = CLINIC,
): Promise<WholeFile> {
  const opened = await openResponsesFile({ source: pieces(content, pieceSize), questionnaire: parsed(document) });
  if (!opened.ok)
    return { records: [], problems: opened.problems, messages: opened.problems.map(describeProblem), warnings: [] };
  const records: ResponseRecord[] = [];
  const problems: CellProblem[] = [];
  for await (const batch of opened.file.rows())
    for (const row of batch) {
      if (row.ok) records.push(row.record);
      else problems.push(...row.problems);
    }
  return { records, problems, messages: problems.map(describeProblem), warnings: opened.file.warnings() };
}

function parsed(document: object): Questionnaire {
  const result = parseQuestionnaire(document);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.questionnaire;
}

async function* pieces(content: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
