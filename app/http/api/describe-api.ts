import { z } from "zod";
import { KEY_DAYS } from "~/access/api-key";
import { CALLS_A_MINUTE } from "./api-limits";
import type { Operation } from "./operation";
import { problemSchema } from "./problem";

type Json = Readonly<Record<string, unknown>>;

/** What the interface is about, by the tags of operations. */
const TAGS: Readonly<Record<string, string>> = {
  surveys: "Đợt khảo sát trong phạm vi của khóa. Surveys in the scope of the key.",
  results: "Số liệu đã che của các bản chốt. Masked figures of snapshots.",
  units: "Đơn vị, phiên bản và nguồn gốc. Units, their versions and lineage.",
  questionnaires: "Mẫu phiếu. Questionnaires.",
  responses: "Gửi và nhận phiếu trả lời. Responses in and out.",
};

/** What each refusal means wherever it is met. */
const REFUSALS: Readonly<Record<string, string>> = {
  "401": "No key, or one that is wrong, expired or revoked",
  "403": "The key is not allowed this",
  "404": "There is no such thing in the scope of the key",
  "422": "Something in the request cannot be taken; `errors` names each parameter or JSON pointer",
  "429": "Too many calls; Retry-After says when to try again",
  "500": "A failure of the server; `request` finds it in the log",
};

/** Refusals of operations that take a body. */
const BODY_REFUSALS: Readonly<Record<string, string>> = {
  "400": "The body is no JSON",
  "413": "The body is larger than 1 MiB",
  "415": "The body is not application/json",
};

/** The OpenAPI 3.1 document of operations, made from the schemas by which their requests are checked. */
export function describeApi(
  operations: readonly Operation[],
  { province, version, publicUrl }: { province: string; version: string; publicUrl: string },
): Json {
  const schemas: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => hoisted(schema, io, schemas);
  const problem = { "application/problem+json": { schema: schemaOf(problemSchema, "output") } };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const { id, method, path, tag, summary, description, scope, body, answer } = operation;
    const refusals = { ...REFUSALS, ...(body ? BODY_REFUSALS : {}), ...operation.refusals };
    const schema = schemaOf(answer.schema, answer.asRead ? "input" : "output");
    const content = { [answer.type ?? "application/json"]: { schema, example: answer.example } };
    const headers = method === "GET" && answer.type === undefined ? ANSWER_HEADERS : {};
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = {
      ...{ operationId: id, tags: [tag], summary, description: `${description}\n\nScope of the key: \`${scope}\`.` },
      security: [{ key: [] }],
      parameters: [...parameters(operation.params, "path"), ...parameters(operation.query, "query")],
      ...(body && {
        requestBody: {
          required: true,
          content: { "application/json": { schema: schemaOf(body.schema, "input"), example: body.example } },
        },
      }),
      responses: {
        "200": { description: answer.description, headers, content },
        ...(answer.created && { "201": { description: answer.created, content } }),
        ...(method === "GET" && answer.type === undefined && { "304": { description: "The caller has it already" } }),
        ...Object.fromEntries(
          Object.entries(refusals).map(([status, description]) => [status, refusal(status, description, problem)]),
        ),
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      ...{ title: `Hài Lòng – ${province}`, version, summary: "Khảo sát mức độ hài lòng về dịch vụ công" },
      description: GENERAL,
      license: {
        name: "Giấy phép của phần mềm do cơ quan vận hành giữ (see the operator)",
        identifier: "LicenseRef-operator",
      },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: { ...OWN_DOCUMENT, ...paths },
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", bearerFormat: "hl_…", description: KEYS } },
      schemas,
    },
  };
}

const GENERAL = [
  'Số liệu chỉ lấy từ bản chốt (snapshot), đã che như mọi trang và tệp khác; dòng bị che giữ nguyên chỗ với `suppressed: "masked"`.',
  "Lists are cut into pages: follow `next` or the Link header. GET answers carry a strong ETag; send it back in If-None-Match to be told 304.",
  "Refusals are application/problem+json (RFC 9457).",
].join("\n\n");

const KEYS = `Keys are made by administrators on the page /keys for a unit and everything under it, at most ${KEY_DAYS} days; ${CALLS_A_MINUTE} calls a minute.`;

const ANSWER_HEADERS = {
  ETag: { description: "Strong tag of the answer", schema: { type: "string" } },
  RateLimit: {
    description:
      "Calls of the key that are left and seconds until there are more; `RateLimit-Policy` tells how many there are",
    schema: { type: "string" },
  },
  Link: { description: 'Address of the next page, `rel="next"`; absent on the last', schema: { type: "string" } },
};

/** The document describes itself too: it is the only address that needs no key. */
const OWN_DOCUMENT = {
  "/openapi.json": {
    get: {
      ...{ operationId: "describe", tags: ["surveys"], summary: "This document", security: [] },
      description: "Tài liệu này: OpenAPI 3.1, ai cũng đọc được.",
      responses: {
        "200": {
          description: "OpenAPI 3.1",
          headers: { ETag: ANSWER_HEADERS.ETag },
          content: {
            "application/json": {
              schema: { type: "object", required: ["openapi"], properties: { openapi: { const: "3.1.0" } } },
            },
          },
        },
        "304": { description: "The caller has it already" },
        "405": { description: "Only GET and HEAD" },
      },
    },
  },
};

function refusal(status: string, description: string, content: Json): Json {
  const seconds = { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } };
  return { description, ...(status === "429" ? { headers: seconds } : {}), content };
}

/** A schema with what it names moved to the document's components, so that it is told once. */
function hoisted(schema: z.ZodType, io: "input" | "output", into: Record<string, unknown>): Json {
  const {
    $schema: _dialect,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json & {
    $defs?: Json;
  };
  for (const [name, part] of Object.entries($defs)) into[name] = relinked(withoutId(part as Json));
  const { id } = schema.meta() ?? {};
  if (id === undefined) return relinked(own);
  into[id] ??= relinked(withoutId(own));
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId({ id: _id, ...schema }: Json): Json {
  return schema;
}

function relinked(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function parameters(schema: z.ZodType, place: "path" | "query"): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input" }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, example, ...own }]) => ({
    ...{ name, in: place, required: place === "path" || required.includes(name) },
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    schema: own,
  }));
}
