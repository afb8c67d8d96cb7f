import { Ajv2020 } from "ajv/dist/2020.js";
import { createApiKey } from "~/access/api-keys.server";
import type { ApiScope } from "~/access/api-scopes";
import { answerApi } from "~/http/api/answer-api.server";
import { createApiLimits } from "~/http/api/api-limits";
import { describeApi } from "~/http/api/describe-api";
import { OPERATIONS } from "~/http/api/operations.server";
import type { AppContext } from "~/http/context";
import { unitLabel } from "~/units/choose-unit";
import type { Database } from "~db/open-database.server";
import { listUnits } from "~db/repositories/units";
import { provinceViewer } from "../support/surveys";

export const NOW = new Date("2026-07-02T03:00:00Z");
export const TODAY = "2026-07-02";

export const SETTINGS: AppContext["settings"] = {
  ...{
    publicUrl: "https://khao-sat.tinh.gov.vn",
    publicUrlMissing: false,
    timeZone: "Asia/Ho_Chi_Minh",
    version: "0.1.0",
  },
  ...{ province: "Tỉnh Thanh Hóa", contact: null, resultsUrl: null, minimums: { cell: 10, unit: 30 } },
  ...{ secureCookies: false, sessionSecret: "a secret of the tests, long enough for it" },
};

type Json = Record<string, unknown>;

/** The document of the interface, as it is served. */
export const DOCUMENT = describeApi(OPERATIONS, SETTINGS) as {
  paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, Json>; [key: string]: unknown }>
  >;
  components: { schemas: Json };
};

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

/** Why a value does not fit a schema of the document; empty: it fits. */
export function misfits(schema: unknown, value: unknown): string[] {
  const validate = ajv.compile({ ...(schema as Json), components: DOCUMENT.components });
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What was answered, and the answer's JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any;
}

/** Operations that some test has called with success. */
export const CALLED = new Set<string>();

/**
 * The interface over a database, called with a key. Every answer is held against the document: an address, status or body
 * that it does not describe fails the test.
 */
export function apiOf(
  database: Database,
  { now = () => NOW, calls = 1000 }: { now?: () => Date; calls?: number } = {},
) {
  const limits = createApiLimits(calls);
  return async (
    path: string,
    {
      key,
      method = "GET",
      body,
      headers = {},
    }: { key?: string; method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const init: RequestInit = { method, headers: { ...(key && { Authorization: `Bearer ${key}` }), ...headers } };
    if (body !== undefined) {
      init.body = typeof body === "string" ? body : JSON.stringify(body);
      init.headers = { "Content-Type": "application/json", ...init.headers };
    }
    const request = new Request(`http://localhost/api/v1${path}`, init);
    const context = { database, now, settings: SETTINGS, requestId: "test-request", clientAddress: "127.0.0.1" };
    const response = await answerApi(request, context as AppContext, limits);
    const text = await response.text();
    const type = response.headers.get("Content-Type") ?? "";
    const readable = text !== "" && !response.headers.has("Content-Encoding");
    const streamed = type.startsWith("application/x-ndjson");
    const json = /json;|json$/.test(type) && readable && !streamed ? JSON.parse(text) : null;
    const parts =
      streamed && readable
        ? text
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [json];
    for (const part of parts) holdAgainstDocument(path, method, response.status, type, part);
    return { status: response.status, headers: response.headers, text, json };
  };
}

function holdAgainstDocument(path: string, method: string, status: number, type: string, json: unknown): void {
  const [plain = ""] = path.split("?");
  const template = Object.keys(DOCUMENT.paths).find((one) =>
    new RegExp(`^${one.replace(/\{\w+\}/g, "[^/]+")}$`).test(plain),
  );
  const operation = template && DOCUMENT.paths[template]?.[method === "HEAD" ? "get" : method.toLowerCase()];
  if (!operation) {
    if (![404, 405].includes(status))
      throw new Error(`${method} ${path} answered ${status} and is not in the document`);
    return;
  }
  const described = operation.responses[status];
  if (!described) throw new Error(`${method} ${path} answered ${status}, which the document does not know`);
  if (status < 300) CALLED.add(operation.operationId);
  if (json === null || plain === "/openapi.json") return;
  const content = described.content as Record<string, { schema: unknown }> | undefined;
  const schema = content?.[type.split(";")[0] ?? ""]?.schema;
  if (!schema) throw new Error(`${method} ${path} answered ${type}, which the document does not know`);
  const problems = misfits(schema, json);
  if (problems.length > 0)
    throw new Error(`${method} ${path} ${status} does not fit its schema: ${problems.slice(0, 5)}`);
}

/** A new key over the subtree under a unit. */
export async function keyFor(
  database: Database,
  unit: string,
  {
    scopes = ["read"],
    surveyId = null,
    expiresOn = "2027-01-01",
  }: {
    scopes?: ApiScope[];
    surveyId?: number | null;
    expiresOn?: string;
  } = {},
): Promise<string> {
  const viewer = await provinceViewer(database);
  const found = (await listUnits(database, viewer, { on: TODAY })).find(({ key }) => key === unit);
  if (!found) throw new Error(`no unit ${unit}`);
  const input = { name: `Khóa ${unit}`, unit: unitLabel(found), scopes, surveyId, expiresOn };
  const made = await createApiKey(database, viewer, input, { now: NOW, today: TODAY });
  if (!made.ok) throw new Error(`no key: ${made.message}`);
  return made.key;
}
