import type { Database } from "~db/open-database.server";
import { findVersion, listOriginCodes } from "~db/repositories/questionnaire-versions";
import { parseQuestionnaire } from "./questionnaire-schema";
import { isStaffCode, type VersionedForm } from "./staff-form";

const parsed = new WeakMap<Database, Map<number, VersionedForm>>();

/**
 * The questionnaire of a version, and whether it is of staff by what it was made from, read once per connection: a
 * published version never changes.
 * @throws when the version does not exist or its stored document is no valid questionnaire, both bugs.
 */
export async function readVersion(database: Database, versionId: number): Promise<VersionedForm> {
  let versions = parsed.get(database);
  if (!versions) {
    versions = new Map();
    parsed.set(database, versions);
  }
  const known = versions.get(versionId);
  if (known) return known;
  const version = await findVersion(database, versionId);
  if (!version) throw new Error(`questionnaire version ${versionId} does not exist`);
  const result = parseQuestionnaire(JSON.parse(version.document));
  if (!result.ok) throw new Error(`questionnaire version ${versionId} is stored with errors`);
  const ofStaff = (await listOriginCodes(database, versionId)).some(isStaffCode);
  const form: VersionedForm = ofStaff ? { ...result.questionnaire, ofStaff } : result.questionnaire;
  versions.set(versionId, form);
  return form;
}
