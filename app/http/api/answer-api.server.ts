import { z } from "zod";
import { dayOf } from "~/i18n/dates";
import type { AppContext } from "../context";
import { type ApiLimits, createApiLimits, type RateHeaders } from "./api-limits";
import { authorise } from "./authorise.server";
import { describeApi } from "./describe-api";
import { taggedAnswer } from "./entity-tag";
import { type MatchedPath, matchPath } from "./match-path";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations.server";
import { ApiProblem, type Fault, faultsOf, pointerOf } from "./problem";
import { readJsonBody } from "./read-json-body";

const limitsOfSite = createApiLimits();

/** Words of zod's own refusals. */
const error = z.locales.vi().localeError;

/** Lines that are written before others have their turn. */
const LINES_AT_A_TIME = 500;

let description: string | undefined;

/** Answers a request under `/api/v1`: finds the operation, checks key, parameters and body against it, and runs it. */
export async function answerApi(
  request: Request,
  context: AppContext,
  limits: ApiLimits = limitsOfSite,
): Promise<Response> {
  const rate = new Headers();
  const tell: Limited["tell"] = (headers) => {
    for (const [name, value] of Object.entries(headers)) rate.set(name, value);
  };
  const answer = await answered(request, context, { limits, tell });
  for (const [name, value] of rate) answer.headers.set(name, value);
  return answer;
}

interface Limited {
  limits: ApiLimits;
  /** Takes what every answer to a caller says of its calls. */
  tell: (headers: RateHeaders) => void;
}

async function answered(request: Request, context: AppContext, limited: Limited): Promise<Response> {
  try {
    return await dispatch(request, context, limited);
  } catch (failure) {
    if (failure instanceof ApiProblem) return failure.toResponse(context.requestId);
    // A caller who left is no failure of ours.
    if (!request.signal.aborted) {
      console.error(`[${context.requestId}] ${request.method} ${new URL(request.url).pathname}`, failure);
    }
    return new ApiProblem(500, "Hệ thống gặp lỗi. Báo quản trị kèm mã yêu cầu.").toResponse(context.requestId);
  }
}

async function dispatch(request: Request, context: AppContext, limited: Limited): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.slice("/api/v1".length).replace(/\/$/, "");
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (path === "/openapi.json") {
    if (method !== "GET") throw notAllowed(method, ["GET"]);
    description ??= JSON.stringify(describeApi(OPERATIONS, context.settings));
    return taggedAnswer(request, description, { ...JSON_TYPE, "Cache-Control": "public, max-age=300" });
  }
  const matched = matchPath(OPERATIONS, path);
  if (matched.length === 0) throw new ApiProblem(404, "Không có địa chỉ này: xem /api/v1/openapi.json.");
  const methods = matched.map(({ operation }) => operation.method);
  const found = matched.find(({ operation }) => operation.method === method);
  if (!found) throw notAllowed(method, methods);
  return runOperation(request, context, { ...found, searchParams, limited });
}

async function runOperation(
  request: Request,
  context: AppContext,
  {
    operation,
    params: given,
    searchParams,
    limited,
  }: MatchedPath & { searchParams: URLSearchParams; limited: Limited },
): Promise<Response> {
  const today = dayOf(context.now(), context.settings.timeZone);
  const caller = await authorise(request, context, { scope: operation.scope, today, ...limited });
  const params = operation.params.safeParse(given);
  if (!params.success) throw new ApiProblem(404, "Không có đối tượng này trong phạm vi của khóa.");
  const query = readQuery(operation, searchParams);
  const body = operation.body ? await readBody(request, operation.body) : undefined;
  const streamed = { "Content-Type": "application/x-ndjson; charset=utf-8", "Cache-Control": "private, no-store" };
  // Records are recorded as taken: not when only the headers are asked for.
  if (operation.answer.type && request.method === "HEAD") return new Response(null, { headers: streamed });
  const outcome = await operation.run({ params: params.data, query, body, caller, context, today });
  if ("lines" in outcome) return new Response(streamOf(outcome.lines), { headers: streamed });
  const headers: Record<string, string> = { ...JSON_TYPE, "Cache-Control": "private, no-cache" };
  const text = JSON.stringify(outcome.body);
  if (operation.method === "POST") {
    return new Response(text, { status: outcome.status ?? 200, headers: { ...headers, "Cache-Control": "no-store" } });
  }
  if (outcome.next) headers.Link = `<${outcome.next}>; rel="next"`;
  return taggedAnswer(request, text, headers);
}

const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };

function notAllowed(method: string, methods: readonly string[]): ApiProblem {
  const allowed = methods.flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : [one])).join(", ");
  return new ApiProblem(405, `Địa chỉ này không nhận ${method.slice(0, 20)}.`, { headers: { Allow: allowed } });
}

function readQuery(operation: Operation, searchParams: URLSearchParams): unknown {
  const refuse = (errors: Fault[]) => new ApiProblem(422, "Tham số của địa chỉ không dùng được.", { errors });
  const names = [...searchParams.keys()];
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw refuse(twice.map((parameter) => ({ parameter, detail: "Tham số bị lặp lại." })));
  const parsed = operation.query.safeParse(Object.fromEntries(searchParams), { error });
  if (!parsed.success) throw refuse(faultsOf(parsed.error, (path) => ({ parameter: path.join(".") })));
  return parsed.data;
}

async function readBody(request: Request, body: NonNullable<Operation["body"]>): Promise<unknown> {
  const parsed = (body.outline ?? body.schema).safeParse(await readJsonBody(request), { error });
  if (parsed.success) return parsed.data;
  const errors = faultsOf(parsed.error, (path) => ({ pointer: pointerOf(path) }));
  throw new ApiProblem(422, "Nội dung không đúng dạng.", { errors });
}

/** Lines of JSON a block at a time, as they are asked for: a long list is never held as text. */
function streamOf(lines: Iterable<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      let text = "";
      for (let count = 0; count < LINES_AT_A_TIME; count++) {
        const { done, value } = iterator.next();
        if (!done) text += `${JSON.stringify(value)}\n`;
        else {
          if (text !== "") controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel() {
      iterator.return?.();
    },
  });
}
