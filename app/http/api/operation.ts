import { z } from "zod";
import type { ApiCaller } from "~/access/api-keys.server";
import type { ApiScope } from "~/access/api-scopes";
import type { AppContext } from "../context";
import type { ProblemStatus } from "./problem";

/** A call of an operation, read and checked. */
export interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  caller: ApiCaller;
  context: AppContext;
  /** ISO day of the call in TIME_ZONE. */
  today: string;
}

/** What an operation answers with: JSON, or lines of JSON that are written as they are read. */
export type Outcome<A> =
  | { status?: 200 | 201; body: A /** Where the next page is; null: this is the last. */; next?: string | null }
  | { lines: Iterable<A> };

type AnySchema = z.ZodType;

/**
 * One thing that the interface does. The same value routes and checks requests and describes them in the OpenAPI document,
 * so that the two cannot differ.
 */
export interface Definition<P extends AnySchema, Q extends AnySchema, B extends AnySchema, A extends AnySchema> {
  id: string;
  method: "GET" | "POST";
  /** With `{name}` for what stands in `params`. */
  path: `/${string}`;
  tag: string;
  summary: string;
  description: string;
  /** What a key must be allowed. */
  scope: ApiScope;
  params: P;
  query: Q;
  body?: {
    schema: B;
    /** What is asked of a body before the operation looks at its parts one by one. */
    outline?: AnySchema;
    example: z.input<B>;
  };
  answer: {
    schema: A;
    /** Media type; JSON unless told otherwise. */
    type?: "application/json" | "application/x-ndjson";
    /** Its own wording has defaults that may be left out: described as it is read, not as it is filled in. */
    asRead?: boolean;
    description: string;
    example: z.input<A>;
    /** What another success means. */
    created?: string;
  };
  /** Refusals beyond those that every operation knows, and what they mean here. */
  refusals?: Partial<Record<ProblemStatus, string>>;
  run(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<Outcome<z.input<A>>>;
}

/** An operation whose own types are told by its schemas alone. */
export type Operation = Definition<AnySchema, AnySchema, AnySchema, AnySchema>;

/** Checks that a definition fits its schemas, and forgets their types. */
export function operation<P extends AnySchema, Q extends AnySchema, B extends AnySchema, A extends AnySchema>(
  definition: Definition<P, Q, B, A>,
): Operation {
  return definition as unknown as Operation;
}

/** No parameters. */
export const NONE = z.strictObject({});
