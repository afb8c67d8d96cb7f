import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "../open-database.server";
import { questionnaireVersions, versionVerifications } from "../schema";

export type QuestionnaireVersion = typeof questionnaireVersions.$inferSelect;

export interface Verification {
  by: string;
  on: string;
  document: string;
}

const withoutDocument = {
  id: questionnaireVersions.id,
  code: questionnaireVersions.code,
  version: questionnaireVersions.version,
  sector: questionnaireVersions.sector,
  title: questionnaireVersions.title,
  source: questionnaireVersions.source,
  checksum: questionnaireVersions.checksum,
  collectable: questionnaireVersions.collectable,
  official: questionnaireVersions.official,
  basedOnId: questionnaireVersions.basedOnId,
  variantName: questionnaireVersions.variantName,
  publishedAt: questionnaireVersions.publishedAt,
  questions: sql<number>`coalesce(json_array_length(${questionnaireVersions.document}, '$.items'), 0)`,
  verified: sql<boolean>`${questionnaireVersions.id} in (select version_id from version_verifications)`.mapWith(
    Boolean,
  ),
};

/** Every version without its document, by sector and title. Questionnaires are public wording: they need no scope. */
export async function listVersions(database: Database) {
  return database
    .select(withoutDocument)
    .from(questionnaireVersions)
    .orderBy(asc(questionnaireVersions.sector), asc(questionnaireVersions.code), desc(questionnaireVersions.version))
    .all();
}

export async function findVersion(database: Database, id: number): Promise<QuestionnaireVersion | null> {
  return database.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, id)).get() ?? null;
}

/** Codes of a version and of all that it was made from, the nearest first: a variant under a code of its own is the same kind of form. */
export async function listOriginCodes(database: Database, id: number): Promise<string[]> {
  return database
    .all<{ code: string }>(
      sql`with recursive line(code, based_on_id, step) as (
        select code, based_on_id, 0 from questionnaire_versions where id = ${id}
        union all
        select above.code, above.based_on_id, line.step + 1
        from questionnaire_versions above join line on line.based_on_id = above.id where line.step < 1000
      ) select code from line order by step`,
    )
    .map(({ code }) => code);
}

/** The latest check of a version against the signed original, or null: chưa đối chiếu bản gốc. */
export async function findVerification(database: Database, versionId: number): Promise<Verification | null> {
  return (
    database
      .select({
        by: versionVerifications.verifiedBy,
        on: versionVerifications.verifiedOn,
        document: versionVerifications.originalDocument,
      })
      .from(versionVerifications)
      .where(eq(versionVerifications.versionId, versionId))
      .orderBy(desc(versionVerifications.id))
      .get() ?? null
  );
}

/**
 * Publishes a document as the next version of its code, unless a version with the same checksum exists: then nothing
 * changes. Returns the id of the version that holds the document.
 */
export async function publishVersion(
  database: Database,
  version: {
    code: string;
    sector: Sector;
    title: string;
    source: string;
    document: object;
    checksum: string;
    collectable: boolean;
    official?: boolean;
    publishedAt: string;
  },
): Promise<number> {
  return database.transaction(
    () => {
      const same = and(
        eq(questionnaireVersions.code, version.code),
        eq(questionnaireVersions.checksum, version.checksum),
      );
      const known = database.select({ id: questionnaireVersions.id }).from(questionnaireVersions).where(same).get();
      if (known) return known.id;
      const last = database
        .select({ version: sql<number | null>`max(${questionnaireVersions.version})` })
        .from(questionnaireVersions)
        .where(eq(questionnaireVersions.code, version.code))
        .get();
      return database
        .insert(questionnaireVersions)
        .values({ ...version, document: JSON.stringify(version.document), version: (last?.version ?? 0) + 1 })
        .returning({ id: questionnaireVersions.id })
        .get().id;
    },
    { behavior: "immediate" },
  );
}

/** Code and number of every version. */
export async function listVersionNames(database: Database) {
  const { id, code, version } = questionnaireVersions;
  return database.select({ id, code, version }).from(questionnaireVersions).all();
}

/** The version of a code with a number, or null. */
export async function findVersionOfCode(
  database: Database,
  of: { code: string; version: number },
): Promise<QuestionnaireVersion | null> {
  const named = and(eq(questionnaireVersions.code, of.code), eq(questionnaireVersions.version, of.version));
  return database.select().from(questionnaireVersions).where(named).get() ?? null;
}
