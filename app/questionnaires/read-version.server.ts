import type { Database } from "~db/open-database.server";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { parseQuestionnaire, type Questionnaire } from "./questionnaire-schema";

const parsed = new WeakMap<Database, Map<number, Questionnaire>>();

/**
 * The questionnaire of a version, parsed once per connection: a published version never changes.
 * @throws when the version does not exist or its stored document is no valid questionnaire, both bugs.
 */
export async function readVersion(database: Database, versionId: number): Promise<Questionnaire> {
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
  versions.set(versionId, result.questionnaire);
  return result.questionnaire;
}
