import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { OPERATIONS } from "~/http/api/operations.server";
import { emptyDatabase, referenceDatabase } from "../support/databases";
import { addOpenSurvey } from "../support/surveys";
import { apiOf, DOCUMENT, keyFor, misfits } from "./support";

const page = () => readFileSync(join(inject("root"), "docs", "api.md"), "utf8");

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

  it("has calls in docs/api.md that do what the page says", async () => {
    const database = referenceDatabase();
    const units = ["bv-dk-tinh", "bv-da-lieu"];
    const { surveyId } = await addOpenSurvey(database, { units, owner: "th-syt" });
    const key = await keyFor(database, "th-syt", { scopes: ["read", "submit", "responses"], surveyId });
    const calls = [...page().matchAll(/^curl -s (.*?)"\$SITE\/api\/v1([^"]*)"(?: -d '([^']*)')?$/gms)];
    expect(calls.length).toBe([...page().matchAll(/^curl /gm)].length);
    const statuses = await Promise.all(
      calls.map(async ([, options = "", path = "", body]) => {
        expect(options).toContain('-H "Authorization: Bearer $KEY"');
        const method = body === undefined ? "GET" : "POST";
        expect(options.includes("-X POST")).toBe(method === "POST");
        const address = path.replace("$SURVEY", String(surveyId));
        return (await apiOf(database)(address, { key, method, body })).status;
      }),
    );
    // The results of this survey are not fixed: the page says what that is answered with.
    expect(statuses).toEqual([200, 404, 404, 200, 201, 409]);
  });

  it("is told of in docs/api.md operation by operation", () => {
    for (const { method, path } of OPERATIONS) expect(page()).toContain(`\`${method} ${path}\``);
  });
});
