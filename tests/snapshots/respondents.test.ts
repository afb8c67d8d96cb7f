import { describe, expect, it } from "vitest";
import { profileItems } from "~/indices/analysis-filter";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { finalSnapshot } from "~/snapshots/load-snapshot.server";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { FIGURE_SETTINGS } from "../support/published";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

/** A finalised survey: persons by their answer to the first question about themselves, half of them satisfied. */
async function snapshotOf(persons: readonly { option: number | null; number: number }[]) {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database);
  const questionnaire = await readVersion(database, versionId);
  const [asked] = profileItems(questionnaire);
  const layout = packedLayout(questionnaire);
  const point = points[0] ?? { id: 0, unitId: 0 };
  for (const { option, number } of persons) {
    await insertResponses(
      database,
      Array.from({ length: number }, (_, index) => ({
        ...{ responseId: `${option}-${index}`, surveyId, unitId: point.unitId, pointId: point.id, texts: {} },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z" },
        packed: packAnswers(layout, {
          A1: index % 2 ? 5 : 2,
          ...(option === null || !asked ? {} : { [asked.code]: option }),
        }),
      })),
    );
  }
  database.$client.prepare("update surveys set status = 'finalised' where id = ?").run(surveyId);
  const request = { surveyId, now: new Date("2026-07-02T03:00:00Z"), settings: FIGURE_SETTINGS };
  const snapshot = await finalSnapshot(database, await provinceViewer(database), request);
  return { groups: snapshot?.document.results.respondents?.[0]?.groups ?? [], asked };
}

describe("indices by what respondents say of themselves", () => {
  it("are in a snapshot with their persons and interval, each group by itself", async () => {
    const { groups, asked } = await snapshotOf([
      { option: 1, number: 60 },
      { option: 2, number: 40 },
    ]);
    expect(groups.map(({ option }) => option)).toEqual([...(asked?.options ?? []).map(({ value }) => value), null]);
    const [first, second] = groups;
    expect(first?.row).toMatchObject({ n_persons: 60, rate: 0.5, suppressed: null });
    expect(second?.row).toMatchObject({ n_persons: 40, rate: 0.5, suppressed: null });
    expect(first?.row?.rate_ci?.[0]).toBeCloseTo(0.3773, 3);
  });

  it("withhold a small group and another from which it would follow", async () => {
    const { groups } = await snapshotOf([
      { option: 1, number: 60 },
      { option: 2, number: 40 },
      { option: null, number: 4 },
    ]);
    const masked = groups.filter(({ row }) => row?.suppressed === "masked");
    expect(masked.map(({ option }) => option)).toContain(null);
    expect(masked.some(({ option }) => option === 1 || option === 2)).toBe(true);
    for (const { row } of masked) expect(row).toMatchObject({ rate: null, n_persons: null });
  });
});
