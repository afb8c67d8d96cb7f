import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { type FormEnvelope, formFields } from "../../scripts/bench/form-fields";
import { type ServerProcess, startServer, temporaryFolder } from "./server-process";
import { addOpenSurvey } from "./surveys";

/** Phones that send at the same time. */
const SENDERS = 12;

type Form = [string, string][];

/**
 * Sends forms from many phones at once and kills the server with SIGKILL in the middle, again and again. Then every
 * form that was thanked for must be in the database exactly once, and every form that was not can be sent again.
 */
export async function expectNothingLost({
  kills,
  thanksBefore,
}: {
  kills: number;
  thanksBefore: (kill: number) => number;
}) {
  const file = join(temporaryFolder(), "survey.db");
  const { path, makeForm, packedLength } = await prepareSurvey(file);
  const thanked = new Map<string, Form>();
  const pending = new Map<string, Form>();
  for (let kill = 0; kill < kills; kill++) {
    const server = await startServer({ DATABASE_URL: `file:${file}` });
    await sendAgain(server, path, pending, thanked);
    await sendUntilKilled(server, path, { makeForm, thanked, pending, enough: thanksBefore(kill) });
  }
  const server = await startServer({ DATABASE_URL: `file:${file}` });
  const unanswered = pending.size;
  await sendAgain(server, path, pending, thanked);
  expect(await server.stop("SIGTERM")).toEqual({ code: 0, signal: null });
  const stored = readStored(file);
  expect(new Set(stored.ids).size).toBe(stored.ids.length);
  expect(stored.ids.toSorted()).toEqual([...thanked.keys()].toSorted());
  expect(stored.lengths).toEqual([packedLength]);
  expect(stored.texts).toBe(thanked.size);
  return { thanked: thanked.size, unanswered };
}

async function prepareSurvey(file: string) {
  copyFileSync(inject("referenceDatabase"), file);
  const database = openDatabase(`file:${file}`);
  const survey = await addOpenSurvey(database, { opensOn: "2000-01-01", closesOn: "2099-12-31" });
  const questionnaire = await readVersion(database, survey.versionId);
  const checksum = (await findVersion(database, survey.versionId))?.checksum ?? "";
  closeDatabase(database);
  let turn = 0;
  const makeForm = (responseId: string): Form => {
    const envelope: FormEnvelope = { responseId, surveyId: survey.surveyId, checksum, startedAt: "" };
    return formFields(questionnaire, envelope, (choices) => turn++ % choices);
  };
  return { path: `/k/${survey.points[0]?.code}`, makeForm, packedLength: packedLayout(questionnaire).length };
}

/** Whether the server answered with the way to the thanks page; false when it died first. */
async function send(server: ServerProcess, path: string, form: Form): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(server.url + path, {
      method: "POST",
      body: new URLSearchParams(form),
      redirect: "manual",
    });
  } catch {
    return false;
  }
  await response.arrayBuffer().catch(() => {});
  expect(response.status, "answer to a filled-in form").toBe(303);
  return true;
}

async function sendUntilKilled(
  server: ServerProcess,
  path: string,
  run: { makeForm: (id: string) => Form; thanked: Map<string, Form>; pending: Map<string, Form>; enough: number },
) {
  const { makeForm, thanked, pending, enough } = run;
  let answered = 0;
  let alive = true;
  const phone = async () => {
    while (alive) {
      const id = randomUUID();
      const form = makeForm(id);
      pending.set(id, form);
      if (!(await send(server, path, form))) break;
      pending.delete(id);
      thanked.set(id, form);
      if (++answered === enough) {
        alive = false;
        await server.stop("SIGKILL");
      }
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, phone));
  expect(answered).toBeGreaterThanOrEqual(enough);
}

async function sendAgain(server: ServerProcess, path: string, pending: Map<string, Form>, thanked: Map<string, Form>) {
  for (const [id, form] of pending) {
    expect(await send(server, path, form)).toBe(true);
    thanked.set(id, form);
  }
  pending.clear();
}

function readStored(file: string) {
  const database = openDatabase(`file:${file}`);
  const read = (sql: string) => database.$client.prepare(sql).pluck().all();
  const stored = {
    ids: read("select response_id from responses") as string[],
    lengths: read("select distinct length(packed) from responses") as number[],
    texts: read("select count(distinct response_sequence) from response_texts")[0] as number,
  };
  closeDatabase(database);
  return stored;
}
