import { expect, test } from "vitest";
import { expectNothingLost } from "../support/kill-server";

test("a server killed while answers pour in has stored every answer that it thanked for, once", async () => {
  const { thanked } = await expectNothingLost({ kills: 1, thanksBefore: () => 120 });
  expect(thanked).toBeGreaterThanOrEqual(120);
});
