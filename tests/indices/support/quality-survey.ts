import { createQualityReports } from "~/indices/quality-reports.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { scoredItems } from "~/questionnaires/questionnaire";
import { readVersion } from "~/questionnaires/read-version.server";
import { insertResponses, type NewResponse } from "~db/repositories/responses";
import { referenceDatabase } from "../../support/databases";
import { addOpenSurvey, provinceViewer } from "../../support/surveys";

export const TODAY = "2026-06-01";
/** A Monday, 09:00 in the province. */
const NINE = Date.parse("2026-05-25T02:00:00Z");

/** A survey at two hospitals with sixty quiet forms at each, and a way to add others. */
export async function qualitySurvey() {
  const database = referenceDatabase();
  const made = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
  const questionnaire = await readVersion(database, made.versionId);
  const layout = packedLayout(questionnaire);
  const items = scoredItems(questionnaire);
  const packed = (levelOf: (item: number) => number) =>
    packAnswers(layout, Object.fromEntries(items.map(({ code }, item) => [code, levelOf(item)])));
  let stored = 0;
  /** What an import stages of a form ticked in one column within twenty seconds. */
  const importedRows = (number: number, at: number) =>
    Array.from({ length: number }, (_, index) => {
      const finished = NINE + (3 * 1440 + index * 7) * 60_000;
      return {
        ...{
          responseId: `imported-${stored++}`,
          unitId: made.points[at]?.unitId ?? 0,
          channel: "interviewer" as const,
        },
        ...{ startedAt: new Date(finished - 20_000).toISOString(), finishedAt: new Date(finished).toISOString() },
        ...{ day: null, packed: packed(() => 5), texts: {} },
      };
    });
  const add = (
    number: number,
    at: number,
    form: (
      index: number,
    ) => { minutes: number; seconds: number; levelOf: (item: number) => number } & Partial<NewResponse>,
  ) => {
    const point = made.points[at];
    if (!point) throw new Error("no such point");
    return insertResponses(
      database,
      Array.from({ length: number }, (_, index): NewResponse => {
        const { minutes, seconds, levelOf, ...some } = form(index);
        const finished = NINE + minutes * 60_000;
        return {
          ...{ responseId: `response-${stored++}`, surveyId: made.surveyId, unitId: point.unitId, pointId: point.id },
          ...{ channel: "qr", language: "vi", texts: {}, packed: packed(levelOf) },
          startedAt: new Date(finished - seconds * 1000).toISOString(),
          finishedAt: new Date(finished).toISOString(),
          ...some,
        };
      }),
    );
  };
  for (const at of [0, 1]) {
    await add(60, at, (index) => ({
      minutes: (index % 5) * 1440 + Math.floor(index / 5) * 7,
      seconds: 150 + index,
      levelOf: (item) => 3 + ((index * 7 + item * item + (index % (item + 1))) % 3),
    }));
  }
  /** Forms ticked in one column within twenty seconds: two kinds of evidence. */
  const addBad = (number: number, at: number, some: Partial<NewResponse> = {}) =>
    add(number, at, (index) => ({ minutes: 3 * 1440 + index * 7, seconds: 20, levelOf: () => 5, ...some }));
  const request = {
    ...{ viewer: await provinceViewer(database), surveyId: made.surveyId, today: TODAY, timeZone: "Asia/Ho_Chi_Minh" },
    ...{ province: "Tỉnh Thanh Hóa", minimums: { cell: 10, unit: 30 } },
    now: new Date("2026-06-01T03:00:00Z"),
  };
  const reports = createQualityReports({ database, program: "a database in memory needs none" });
  return { database, reports, ...made, add, addBad, importedRows, request };
}
