import { expect, test } from "vitest";
import { emptyDatabase } from "../support/databases";

test("changes and removals of responses are noted by the database itself, after every migration", () => {
  const names = emptyDatabase()
    .$client.prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'responses' order by name")
    .pluck()
    .all();
  expect(names).toEqual(["responses_changed", "responses_removed"]);
});
