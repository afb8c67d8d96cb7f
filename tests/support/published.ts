import type { Viewer } from "~/access/viewer";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { finalSnapshot } from "~/snapshots/load-snapshot.server";
import type { Snapshot } from "~/snapshots/snapshot";
import type { Database } from "~db/open-database.server";
import { insertPublication } from "~db/repositories/publications";
import { insertResponses } from "~db/repositories/responses";
import { addOpenSurvey, provinceViewer } from "./surveys";

export const FIGURE_SETTINGS = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};

export interface AnsweredUnit {
  key: string;
  /** Number of forms by the level that each of them gives to every question. */
  levels: Readonly<Record<number, number>>;
}

/** A survey with answers, closed and fixed, with its final snapshot. */
export async function addFinalised(
  database: Database,
  {
    units,
    opensOn = "2026-01-01",
    closesOn = "2026-05-31",
    simulated = false,
    ...options
  }: {
    units: readonly AnsweredUnit[];
    opensOn?: string;
    closesOn?: string;
    title?: string;
    questionnaire?: string;
    simulated?: boolean;
  },
): Promise<{ viewer: Viewer; surveyId: number; snapshot: Snapshot }> {
  const survey = await addOpenSurvey(database, {
    ...{ questionnaire: "outpatient-qd56", ...options, opensOn, closesOn },
    units: units.map(({ key }) => key),
  });
  const { surveyId, points } = survey;
  const questionnaire = await readVersion(database, survey.versionId);
  const scales = questionnaire.items.flatMap(({ type, code }) => (type === "scale" ? [code] : []));
  const layout = packedLayout(questionnaire);
  for (const { key, levels } of units) {
    const point = points.find(({ unitKey }) => unitKey === key);
    for (const [level, number] of Object.entries(levels)) {
      const packed = packAnswers(layout, Object.fromEntries(scales.map((code) => [code, Number(level)])));
      await insertResponses(
        database,
        Array.from({ length: number }, (_, index) => ({
          ...{ responseId: `${surveyId}-${key}-${level}-${index}`, surveyId, texts: {}, packed },
          ...{ unitId: point?.unitId ?? 0, pointId: point?.id ?? 0 },
          ...{ channel: "qr" as const, language: "vi" as const, finishedAt: `${opensOn}T02:00:00.000Z` },
        })),
      );
    }
  }
  database.$client
    .prepare("update surveys set status = 'finalised', simulated = ? where id = ?")
    .run(Number(simulated), surveyId);
  const viewer = await provinceViewer(database);
  const request = { surveyId, now: new Date(`${closesOn}T03:00:00Z`), settings: FIGURE_SETTINGS };
  const snapshot = await finalSnapshot(database, viewer, request);
  if (!snapshot) throw new Error("no snapshot was taken");
  return { viewer, surveyId, snapshot };
}

/** The same, published. */
export async function addPublished(
  database: Database,
  { note = "Kết quả chính thức", ...options }: Parameters<typeof addFinalised>[1] & { note?: string },
) {
  const finalised = await addFinalised(database, options);
  const { viewer, surveyId, snapshot } = finalised;
  const at = new Date("2026-06-01T03:00:00Z");
  await insertPublication(database, viewer, { surveyId, snapshotId: snapshot.id, note, at });
  return finalised;
}
