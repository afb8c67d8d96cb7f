import { analysisResult } from "~/indices/analysis-result";
import { createFrame } from "~/indices/response-frame";
import type { AnalysisResult } from "~/indices/result";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { DesignCollector } from "~/responses/collect-design";
import { designColumns, parseDesign } from "~/responses/design-file";
import { openResponsesFile } from "~/responses/read-responses-file.server";
import { describeProblem } from "~/responses/read-responses-file-problem";

/** What the command does between reading its files and writing, without starting a process. */
export async function analyzeDesign(files: {
  questionnaire: unknown;
  responses: string;
  design: unknown;
}): Promise<{ result: AnalysisResult } | { problems: string[] }> {
  const parsed = parseQuestionnaire(files.questionnaire);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire } = parsed;
  const design = parseDesign(files.design, questionnaire);
  if (!design.ok) return { problems: design.problems };
  const source = (async function* () {
    yield files.responses;
  })();
  const opened = await openResponsesFile({ source, questionnaire, designColumns: designColumns(design.design) });
  if (!opened.ok) return { problems: opened.problems.map(describeProblem) };
  const collector = new DesignCollector(design.design);
  const frame = createFrame(questionnaire);
  const problems: string[] = [];
  for await (const batch of opened.file.rows()) {
    for (const row of batch) {
      const found = row.ok ? collector.add(row.record) : row.problems;
      problems.push(...found.map(describeProblem));
      if (row.ok && found.length === 0) frame.add(row.record.unitCode, row.record.answers);
    }
  }
  if (problems.length > 0) return { problems };
  const finished = collector.finish();
  if (!finished.ok) return { problems: finished.problems };
  return { result: analysisResult({ frame, checksum: "", warnings: [], minCell: 0, sample: finished.sample }) };
}
