import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { OPERATIONS } from "~/http/api/operations.server";
import { emptyDatabase } from "../support/databases";
import { apiOf, DOCUMENT, misfits } from "./support";

describe("the OpenAPI document", () => {
  it("is served to anybody, with a tag and without a cookie", async () => {
    const { status, json, headers } = await apiOf(emptyDatabase())("/openapi.json");
    expect([status, json.openapi, headers.get("ETag")?.startsWith('"')]).toEqual([200, "3.1.0", true]);
    expect(json).toEqual(JSON.parse(JSON.stringify(DOCUMENT)));
  });

  it("passes the recommended rules of the linter without a problem", async () => {
    const config = await createConfig({ extends: ["recommended"] });
    const problems = await lintFromString({ source: JSON.stringify(DOCUMENT), config, absoluteRef: "openapi.json" });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });

  it("describes every operation that is routed, and nothing else", () => {
    const described = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const routed = OPERATIONS.map(({ method, path }) => `${method.toLowerCase()} ${path}`);
    expect(described.sort()).toEqual(["get /openapi.json", ...routed].sort());
  });

  it.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
    "has examples of %s that its schemas take",
    (_, { answer, body }) => {
      const io = answer.asRead ? "input" : "output";
      expect(misfits(z.toJSONSchema(answer.schema, { io, unrepresentable: "any" }), answer.example)).toEqual([]);
      if (body) expect(misfits(z.toJSONSchema(body.schema, { io: "input" }), body.example)).toEqual([]);
      expect(body ? body.schema.safeParse(body.example).success : true).toBe(true);
    },
  );

  it("is told of in docs/api.md operation by operation", () => {
    const page = readFileSync(join(inject("root"), "docs", "api.md"), "utf8");
    for (const { method, path } of OPERATIONS) expect(page).toContain(`\`${method} ${path}\``);
  });
});
