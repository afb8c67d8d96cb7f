import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readVersion } from "~/questionnaires/read-version.server";
import { importTemplate } from "~/responses/import-template";
import { loadImportExample } from "~/responses/load-import-example.server";
import { readXlsxRows } from "~/responses/read-xlsx-rows.server";
import { writeImportWorkbook } from "~/responses/write-import-workbook.server";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { addOpenSurvey, provinceViewer } from "../support/surveys";
import { checkFile, fileDatabase, NOW, storeFile } from "./import-files";

const TODAY = "2026-06-01";

async function templatesOf(place: ReturnType<typeof fileDatabase>, window: { opensOn: string; closesOn: string }) {
  const { database } = place;
  const survey = await addOpenSurvey(database, { ...window, units: ["bv-dk-tinh"] });
  const viewer = await provinceViewer(database);
  const example = await loadImportExample(database, viewer, {
    survey: { id: survey.surveyId, ...window },
    today: TODAY,
  });
  const questionnaire = await readVersion(database, survey.versionId);
  const csv = importTemplate(questionnaire, example);
  return { ...survey, example, csv, workbook: await writeImportWorkbook(questionnaire, example) };
}

test.each([
  ["over", "2026-01-01", "2026-03-31", "2026-03-31T08:30"],
  ["running", "2026-01-01", "2026-12-31", "2026-06-01T00:00"],
  ["begun this morning", TODAY, "2026-12-31", "2026-06-01T00:00"],
  ["on its only day", TODAY, TODAY, "2026-06-01T00:00"],
])("the template of a survey that is %s is a file that is taken, its row told to be an example", async (...row) => {
  const [, opensOn, closesOn, submittedAt] = row;
  expect(NOW.toISOString().slice(0, 10)).toBe(TODAY);
  const place = fileDatabase();
  const { surveyId, example, csv, workbook } = await templatesOf(place, { opensOn, closesOn });
  expect(example).toMatchObject({ submittedAt, responseId: `VIDU-${surveyId}-${submittedAt.slice(0, 10)}` });
  for (const content of [csv, workbook]) {
    const checked = await checkFile(place, surveyId, content);
    expect(checked.bad).toEqual([]);
    expect(checked.report).toMatchObject({ rows: 1, good: 1, notAsked: [] });
    expect(checked.report?.warnings.join()).toContain("Có dòng ví dụ của tệp mẫu (dòng 2)");
    expect(checked.report?.preview[0]?.day).toBe(submittedAt.slice(0, 10));
  }
  await storeFile(place.database, surveyId, await checkFile(place, surveyId, csv));
  expect((await checkFile(place, surveyId, workbook)).report).toMatchObject({ good: 1, known: 1 });
});

test("every questionnaire of the reference data has a template that is taken", async () => {
  const place = fileDatabase();
  const { database } = place;
  const versions = await listVersions(database);
  expect(versions.length).toBeGreaterThan(5);
  for (const { code } of versions) {
    const survey = await addOpenSurvey(database, { questionnaire: code });
    const viewer = await provinceViewer(database);
    const running = { id: survey.surveyId, opensOn: "2026-01-01", closesOn: "2026-12-31" };
    const example = await loadImportExample(database, viewer, { survey: running, today: TODAY });
    const questionnaire = await readVersion(database, survey.versionId);
    for (const content of [importTemplate(questionnaire, example), await writeImportWorkbook(questionnaire, example)]) {
      const { bad, report } = await checkFile(place, survey.surveyId, content);
      expect({ code, bad }).toEqual({ code, bad: [] });
      expect(report?.good).toBe(1);
    }
  }
});

test("a workbook gives the same rows however often it is read", async () => {
  const place = fileDatabase();
  const { workbook } = await templatesOf(place, { opensOn: "2026-01-01", closesOn: "2026-12-31" });
  const path = join(place.folder, "template.xlsx");
  writeFileSync(path, workbook);
  for (let time = 0; time < 60; time++) {
    const lines: number[] = [];
    for await (const rows of readXlsxRows(path)) lines.push(...rows.map(({ line }) => line));
    expect(lines).toEqual([1, 2]);
  }
});
