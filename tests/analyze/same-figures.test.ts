import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, it, onTestFinished } from "vitest";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import type { AnalysisResult, MeasureRow } from "~/indices/result";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const PERSONS = 90;
const UNITS = ["bv-dk-tinh", "bv-nhi", "bv-phu-san"];

/** Levels 0 to 5 and blanks, different for every person and item, always the same. */
function answer(person: number, item: number): number | undefined {
  const draw = (person * 7919 + item * 104_729 + person * item * 31) % 23;
  if (draw === 0) return undefined;
  return draw === 1 ? 0 : draw < 5 ? 2 : draw < 9 ? 3 : draw < 17 ? 4 : 5;
}

it("gives from files the very figures that the application gives from its tables", async () => {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database, { units: UNITS });
  const questionnaire = await readVersion(database, versionId);
  const layout = packedLayout(questionnaire);
  const scales = questionnaire.items.filter(({ type }) => type === "scale");
  const people = Array.from({ length: PERSONS }, (_, person) => {
    const given = scales.flatMap(({ code }, item) => {
      const level = answer(person, item);
      return level === undefined ? [] : [[code, level] as const];
    });
    return { person, point: points[person % UNITS.length], answers: Object.fromEntries(given) };
  });
  await insertResponses(
    database,
    people.map(({ person, point, answers }) => ({
      responseId: `person-${person}`,
      surveyId,
      unitId: point?.unitId ?? 0,
      pointId: point?.id ?? null,
      channel: "qr" as const,
      language: "vi" as const,
      finishedAt: "2026-05-01T03:00:00.000Z",
      packed: packAnswers(layout, answers),
      texts: {},
    })),
  );
  const results = await loadSurveyResults(database, {
    viewer: await provinceViewer(database),
    surveyId,
    today: "2026-06-01",
    timeZone: "Asia/Ho_Chi_Minh",
    province: "Tỉnh Thanh Hóa",
    minimums: { cell: 1, unit: 1 },
  });

  const folder = mkdtempSync(join(tmpdir(), "hailong-same-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const columns = questionnaire.items.filter(({ type }) => type !== "text").map(({ code }) => code);
  const lines = people.map(({ person, point, answers }) =>
    [`person-${person}`, point?.unitKey, ...columns.map((code) => answers[code] ?? "")].join(","),
  );
  writeFileSync(join(folder, "r.csv"), [["response_id", "unit_code", ...columns].join(","), ...lines].join("\n"));
  const command = ["--import", "tsx", "scripts/analyze.ts", "--min-cell", "0", "--responses", join(folder, "r.csv")];
  const file = join("seeds", "questionnaires", "outpatient-qd56.json");
  const { stdout } = await promisify(execFile)(process.execPath, [...command, "--questionnaire", file], {
    cwd: inject("root"),
    env: { ...process.env, INIT_CWD: inject("root") },
    maxBuffer: 64 * 1024 * 1024,
  });
  const fromFiles: AnalysisResult = JSON.parse(stdout);

  expect(fromFiles.responses).toBe(PERSONS);
  expect(comparable(fromFiles.measures)).toEqual(comparable(results?.measures ?? []));
});

/** Rows by what they are about, figures to twelve digits: the order of persons differs, and with it the last bits. */
function comparable(rows: readonly MeasureRow[]): unknown {
  const byKey = Object.fromEntries(rows.map((row) => [`${row.unit} ${row.level} ${row.code}`, row]));
  return JSON.parse(JSON.stringify(byKey), (_, value) =>
    typeof value === "number" ? Number(value.toPrecision(12)) : value,
  );
}
