import { expect, it } from "vitest";
import { profileItems } from "~/indices/analysis-filter";
import { minimumsOf } from "~/indices/minimums";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Database } from "~db/open-database.server";
import { referenceDatabase } from "../support/databases";
import { provinceViewer } from "../support/surveys";
import { publishVariant } from "../support/variants";

/** Gives a version a code that says nothing of staff. */
function rename(database: Database, versionId: number, code: string): void {
  database.$client
    .prepare("update questionnaire_versions set code = ?, document = json_set(document, '$.code', ?) where id = ?")
    .run(code, code, versionId);
}

it("what an officer varies of a form of staff stays one, whatever its code: 15 persons a group and no cross-tables", async () => {
  const database = referenceDatabase();
  const viewer = await provinceViewer(database);
  const { variant } = await publishVariant(database, viewer, "health-staff-qd3869");
  rename(database, variant, "khao-sat-noi-bo");
  const form = await readVersion(database, variant);
  expect(form.code).toBe("khao-sat-noi-bo");
  expect(form.items.some((item) => item.profile)).toBe(true);
  expect(minimumsOf(form, { cell: 10, unit: 30 })).toEqual({ cell: 15, unit: 30, same: Number.MAX_SAFE_INTEGER });
  expect(profileItems(form)).toEqual([]);
});

it("a variant of a form for the public under such a code is none", async () => {
  const database = referenceDatabase();
  const { variant } = await publishVariant(database, await provinceViewer(database), "outpatient-qd56");
  rename(database, variant, "khao-sat-noi-bo");
  const form = await readVersion(database, variant);
  expect(minimumsOf(form, { cell: 10, unit: 30 }).cell).toBe(10);
  expect(profileItems(form).length).toBeGreaterThan(0);
});
