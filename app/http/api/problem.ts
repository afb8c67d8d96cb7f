import { z } from "zod";

/** Standard phrases of the statuses that this interface answers with: `about:blank` wants them as titles (RFC 9457). */
const TITLES = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
} as const;
export type ProblemStatus = keyof typeof TITLES;

/** One thing that is wrong with a request: where it stands and why it cannot be taken. */
const faultSchema = z.object({
  pointer: z
    .string()
    .optional()
    .meta({ description: "JSON Pointer (RFC 6901) into the body, such as /responses/0/channel" }),
  parameter: z.string().optional().meta({ description: "Name of the parameter of the address" }),
  response_id: z.string().optional().meta({ description: "The submission that it is about" }),
  detail: z.string().meta({ description: "Why, in Vietnamese" }),
});
export type Fault = z.output<typeof faultSchema>;

/** What every refusal says (RFC 9457, application/problem+json). */
export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string().meta({ description: "Standard phrase of the status" }),
    status: z.int(),
    detail: z.string().meta({ description: "What happened and what to do, in Vietnamese" }),
    request: z.string().meta({ description: "Identifier of the request, as in the log of the server" }),
    errors: z.array(faultSchema).optional(),
  })
  .meta({ id: "Problem" });

/** A refusal on its way to whoever called. */
export class ApiProblem extends Error {
  constructor(
    readonly status: ProblemStatus,
    readonly detail: string,
    readonly more: { errors?: readonly Fault[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.name = "ApiProblem";
  }

  /** @param request identifier of the request. */
  toResponse(request: string): Response {
    const { status, detail } = this;
    const { errors, headers = {} } = this.more;
    const body = { type: "about:blank", title: TITLES[status], status, detail, request, ...(errors && { errors }) };
    return new Response(JSON.stringify(body), {
      status,
      headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
    });
  }
}

/** Faults of a value that a schema refuses. @param place names the place of one from its path. */
export function faultsOf(
  error: z.ZodError,
  place: (path: readonly PropertyKey[]) => Pick<Fault, "pointer" | "parameter">,
): Fault[] {
  return error.issues.flatMap((issue) => {
    // Names that nobody knows are told one by one, where they stand; zod calls them keys, which mean something else here.
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((name) => ({ ...place([...issue.path, name]), detail: `Không có tên “${name}” ở đây.` }));
    return [{ ...place(issue.path), detail: issue.message }];
  });
}

/** JSON Pointer of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
