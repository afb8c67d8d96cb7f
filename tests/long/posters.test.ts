import { test } from "vitest";
import { expectEveryCode } from "../support/posters";

test("every code of a thousand posters in one file is read back", async () => {
  await expectEveryCode(1000);
}, 1_800_000);
