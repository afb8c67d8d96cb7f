import { describe, expect, it } from "vitest";
import { createApiKey } from "~/access/api-keys.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { LEAST_ALIKE } from "~/reports/records/anonymised-records";
import { type RecordLine, recordLineSchema } from "~/reports/records/record-lines";
import { listSurveyActivities } from "~db/repositories/activities";
import { insertResponses } from "~db/repositories/responses";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";
import { apiOf, keyFor, NOW, TODAY } from "./support";

/** Inpatients of two hospitals and of one with few forms; the oldest is the only one of that age. */
async function finalisedRecords() {
  const database = referenceDatabase();
  const units = ["bv-dk-tinh", "bv-nhi", "bv-phoi"];
  const survey = await addOpenSurvey(database, { questionnaire: "inpatient-qd56", units, owner: "th-syt" });
  const { surveyId, points } = survey;
  const layout = packedLayout(await readVersion(database, survey.versionId));
  for (const [at, many] of [80, 60, 12].entries())
    await insertResponses(
      database,
      Array.from({ length: many }, (_, number) => ({
        ...{ responseId: `inner-${at}-${number}`, surveyId, texts: { H1: "Lời riêng" } },
        ...{ unitId: points[at]?.unitId ?? 0, pointId: points[at]?.id ?? 0 },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z" },
        packed: packAnswers(layout, {
          P1: (number % 2) + 1,
          P3: number === 3 ? 87 : 21 + (number % 9),
          A1: number % 6,
        }),
      })),
    );
  const finalise = () =>
    void database.$client.prepare("update surveys set status = 'finalised', finalised_at = ?").run(NOW.toISOString());
  const key = await keyFor(database, "th-syt", { scopes: ["responses"] });
  const path = `/surveys/${surveyId}/responses`;
  const call = apiOf(database);
  const lines = async () =>
    (await call(path, { key })).text
      .trimEnd()
      .split("\n")
      .map((line) => recordLineSchema.strict().parse(JSON.parse(line)) as RecordLine);
  return { database, surveyId, finalise, key, path, call, lines };
}

describe("the stream of single records", () => {
  it("gives what the disclosure check leaves, under other ids and in another order each time", async () => {
    const { finalise, lines } = await finalisedRecords();
    finalise();
    const [one, two] = [await lines(), await lines()];
    expect(one).toHaveLength(152);
    expect(new Set([...one, ...two].map((line) => line.response_id)).size).toBe(304);
    expect(JSON.stringify(one)).not.toMatch(/inner-|Lời riêng|2026-06/);
    expect(one.some(({ unit_id }) => unit_id === "bv-phoi")).toBe(false);
    expect(one.some(({ answers }) => Number(answers.P3) >= 80)).toBe(false);
    const alike = new Map<string, number>();
    for (const { unit_id, channel, answers } of one) {
      const kind = [unit_id, channel, answers.P1, answers.P3].join();
      alike.set(kind, (alike.get(kind) ?? 0) + 1);
    }
    expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(LEAST_ALIKE);
    expect(one.filter(({ answers }) => answers.A1 === 5)).toHaveLength(
      two.filter(({ answers }) => answers.A1 === 5).length,
    );
  });

  it("is recorded with the key that took it; asking for the headers alone takes nothing", async () => {
    const { database, surveyId, finalise, call, path, key } = await finalisedRecords();
    finalise();
    const taken = async () =>
      (await listSurveyActivities(database, await provinceViewer(database), surveyId)).filter(
        ({ kind }) => kind === "file.take-records",
      );
    expect((await call(path, { key, method: "HEAD" })).text).toBe("");
    expect(await taken()).toEqual([]);
    expect((await call(path, { key })).headers.get("Content-Type")).toBe("application/x-ndjson; charset=utf-8");
    expect((await taken()).map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ file: "records.ndjson", purpose: `Khóa th-syt (${key.slice(0, 9)}…)`, records: 152 }),
    ]);
  });

  it("is refused before results are fixed, to other scopes, and of surveys that others run", async () => {
    const { database, finalise, call, path, key } = await finalisedRecords();
    expect((await call(path, { key })).status).toBe(409);
    finalise();
    const reader = await keyFor(database, "th-syt", { scopes: ["read"] });
    expect((await call(path, { key: reader })).status).toBe(403);
    const hospital = await keyFor(database, "bv-dk-tinh", { scopes: ["responses"] });
    expect((await call(path, { key: hospital })).status).toBe(403);
    const elsewhere = await keyFor(database, "th-ttpvhcc", { scopes: ["responses"] });
    expect((await call(path, { key: elsewhere })).status).toBe(404);
  });

  it("is handed on only by who may take records", async () => {
    const { database } = await finalisedRecords();
    const analyst = await addViewer(database, "th-syt", { role: "analyst" });
    const input = {
      name: "K",
      unit: "Sở Y tế",
      scopes: ["responses" as const],
      surveyId: null,
      expiresOn: "2027-01-01",
    };
    const made = await createApiKey(database, analyst, input, { now: NOW, today: TODAY });
    expect(made).toMatchObject({ ok: false, field: "scopes" });
  });
});
