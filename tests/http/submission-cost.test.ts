import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readVersion } from "~/questionnaires/read-version.server";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { formFields } from "../../scripts/bench/form-fields";
import { NOW } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

test("a submission of every answer of the outpatient form is one transaction and three statements", async () => {
  let statements: string[] = [];
  const database = referenceDatabase((sql) => statements.push(sql.trim().split(/\s+/).slice(0, 3).join(" ")));
  const survey = await addOpenSurvey(database, { questionnaire: "outpatient-qd56" });
  const questionnaire = await readVersion(database, survey.versionId);
  const checksum = (await findVersion(database, survey.versionId))?.checksum ?? "";
  const { url } = await serveSite(database);
  const send = (responseId: string) => {
    const startedAt = new Date(NOW.getTime() - 120_000).toISOString();
    const fields = formFields(questionnaire, { responseId, surveyId: survey.surveyId, checksum, startedAt }, () => 1);
    const body = new URLSearchParams(fields);
    return fetch(`${url}/k/${survey.points[0]?.code}?send=1`, { method: "POST", body, redirect: "manual" });
  };
  expect((await send(randomUUID())).status).toBe(303);
  statements = [];
  expect((await send(randomUUID())).status).toBe(303);
  const transaction = ["BEGIN IMMEDIATE", "insert into responses", "insert into response_texts", "COMMIT"];
  expect(statements).toEqual([expect.stringMatching(/^select /), ...transaction]);
  expect(database.$client.prepare("select count(*) from response_texts").pluck().get()).toBeGreaterThan(1);
});
