import { expect, test } from "vitest";
import { expectNothingLost } from "../support/kill-server";

test("twelve kills in a row lose and double nothing", async () => {
  const { thanked } = await expectNothingLost({ kills: 12, thanksBefore: (kill) => 37 + kill * 53 });
  expect(thanked).toBeGreaterThan(3000);
});
