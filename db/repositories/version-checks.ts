import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accounts, activities, questionnaireVersions, surveys, versionVerifications } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys } from "./scope";

/** A check of a version against the signed original. It stands until it is taken back; the record of both stays. */
export interface VersionCheck {
  versionId: number;
  /** Name of whoever checked, as it stood then. */
  by: string;
  /** ISO day of the check. */
  on: string;
  /** Number and symbol of the document. */
  document: string;
  note: string;
  at: Date;
}

/** A designer of one sector vouches for the forms of that sector only. */
function mayCheck(database: Database, viewer: Viewer, versionId: number): boolean {
  const ofSector = viewer.sector === null ? undefined : eq(questionnaireVersions.sector, viewer.sector);
  const found = database
    .select({ id: questionnaireVersions.id })
    .from(questionnaireVersions)
    .where(and(eq(questionnaireVersions.id, versionId), ofSector))
    .get();
  return found !== undefined;
}

/** Records that a version was held against its original. False: there is no such version in the viewer's sector. */
export async function recordCheck(database: Database, viewer: Viewer, check: VersionCheck): Promise<boolean> {
  return database.transaction(
    () => {
      if (!mayCheck(database, viewer, check.versionId)) return false;
      const { versionId, by, on, document, note, at } = check;
      database
        .insert(versionVerifications)
        .values({ versionId, verifiedBy: by, verifiedOn: on, originalDocument: document })
        .run();
      const detail = { document, on, note };
      recordNow(database, { at, accountId: viewer.accountId, kind: "questionnaire.verify", versionId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Takes the checks of a version back, with a reason that stays on record. False: there is none to take back. */
export async function withdrawChecks(
  database: Database,
  viewer: Viewer,
  { versionId, reason, at }: { versionId: number; reason: string; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      if (!mayCheck(database, viewer, versionId)) return false;
      const [latest] = database
        .delete(versionVerifications)
        .where(eq(versionVerifications.versionId, versionId))
        .returning({ document: versionVerifications.originalDocument })
        .all()
        .reverse();
      if (!latest) return false;
      const detail = { reason, document: latest.document };
      recordNow(database, { at, accountId: viewer.accountId, kind: "questionnaire.unverify", versionId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Every check and withdrawal of a version on record, the latest first. */
export async function listChecks(database: Database, versionId: number) {
  return database
    .select({
      id: activities.id,
      at: activities.at,
      kind: activities.kind,
      detail: activities.detail,
      by: accounts.displayName,
    })
    .from(activities)
    .leftJoin(accounts, eq(accounts.id, activities.accountId))
    .where(
      and(
        eq(activities.versionId, versionId),
        sql`${activities.kind} in ('questionnaire.verify', 'questionnaire.unverify')`,
      ),
    )
    .orderBy(desc(activities.id))
    .all();
}

/** The versions of a code and those made from them under other codes, oldest first. Wording is public: no scope. */
export async function listRelatives(database: Database, versionId: number) {
  return database
    .select({
      id: questionnaireVersions.id,
      code: questionnaireVersions.code,
      version: questionnaireVersions.version,
      title: questionnaireVersions.title,
      variantName: questionnaireVersions.variantName,
      official: questionnaireVersions.official,
      publishedAt: questionnaireVersions.publishedAt,
      publishedBy: accounts.displayName,
      basedOnId: questionnaireVersions.basedOnId,
      sameCode: sql<boolean>`${questionnaireVersions.code} =
        (select code from questionnaire_versions chosen where chosen.id = ${versionId})`.mapWith(Boolean),
    })
    .from(questionnaireVersions)
    .leftJoin(accounts, eq(accounts.id, questionnaireVersions.publishedBy))
    .where(
      sql`${questionnaireVersions.code} = (select code from questionnaire_versions chosen where chosen.id = ${versionId})
        or ${questionnaireVersions.basedOnId} in (select id from questionnaire_versions relative
          where relative.code = (select code from questionnaire_versions chosen where chosen.id = ${versionId}))`,
    )
    .orderBy(asc(questionnaireVersions.code), asc(questionnaireVersions.version))
    .all();
}

/** The viewer's own surveys that ask with a version, the latest first. */
export async function listUses(database: Database, viewer: Viewer, versionId: number) {
  return database
    .select({ id: surveys.id, title: surveys.title, opensOn: surveys.opensOn, closesOn: surveys.closesOn })
    .from(surveys)
    .where(and(eq(surveys.versionId, versionId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
    .orderBy(desc(surveys.opensOn), desc(surveys.id))
    .all();
}
