import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { isAllowed } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accounts, activities, questionnaireVersions, surveys, versionVerifications } from "../schema";
import { historyOf, recordNow } from "./activities";
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

/** The version, if the viewer designs forms of its sector: only then may they vouch for it. */
function mayCheck(database: Database, viewer: Viewer, versionId: number): boolean {
  if (!isAllowed(viewer.role, "design-questionnaires")) return false;
  const ofSector = viewer.sector === null ? undefined : eq(questionnaireVersions.sector, viewer.sector);
  const found = database
    .select({ id: questionnaireVersions.id })
    .from(questionnaireVersions)
    .where(and(eq(questionnaireVersions.id, versionId), ofSector))
    .get();
  return found !== undefined;
}

/** Whether the viewer may take a check back: an administrator any, others what they recorded themselves. */
function mayWithdraw(viewer: Viewer): SQL<boolean> {
  if (viewer.role === "administrator") return sql<boolean>`1`.mapWith(Boolean);
  // Ids of rows that were taken back come again: the latest record of an id is the one of this row.
  return sql<boolean>`${viewer.accountId} = (
    select recorded.account_id from activities recorded
    where recorded.kind = 'questionnaire.verify' and recorded.version_id = version_verifications.version_id
      and json_extract(recorded.detail, '$.check') = version_verifications.id
    order by recorded.id desc limit 1)`.mapWith(Boolean);
}

/** Records that a version was held against its original. False: there is no such version in the viewer's sector. */
export async function recordCheck(database: Database, viewer: Viewer, check: VersionCheck): Promise<boolean> {
  return database.transaction(
    () => {
      if (!mayCheck(database, viewer, check.versionId)) return false;
      const { versionId, by, on, document, note, at } = check;
      const row = database
        .insert(versionVerifications)
        .values({ versionId, verifiedBy: by, verifiedOn: on, originalDocument: document })
        .returning({ id: versionVerifications.id })
        .get();
      const detail = { document, on, note, check: row.id };
      recordNow(database, { at, accountId: viewer.accountId, kind: "questionnaire.verify", versionId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Takes one check of a version back, with a reason that stays on record. False: the viewer has no such check to take back. */
export async function withdrawCheck(
  database: Database,
  viewer: Viewer,
  { versionId, checkId, reason, at }: { versionId: number; checkId: number; reason: string; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      if (!mayCheck(database, viewer, versionId)) return false;
      const taken = database
        .delete(versionVerifications)
        .where(
          and(
            eq(versionVerifications.id, checkId),
            eq(versionVerifications.versionId, versionId),
            sql`${mayWithdraw(viewer)}`,
          ),
        )
        .returning({ document: versionVerifications.originalDocument })
        .get();
      if (!taken) return false;
      const detail = { reason, document: taken.document };
      recordNow(database, { at, accountId: viewer.accountId, kind: "questionnaire.unverify", versionId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** The checks of a version that stand, the latest first, and whether the viewer may take each back. */
export async function listStandingChecks(database: Database, viewer: Viewer, versionId: number) {
  return database
    .select({
      id: versionVerifications.id,
      by: versionVerifications.verifiedBy,
      on: versionVerifications.verifiedOn,
      document: versionVerifications.originalDocument,
      mayWithdraw: mayWithdraw(viewer),
    })
    .from(versionVerifications)
    .where(eq(versionVerifications.versionId, versionId))
    .orderBy(desc(versionVerifications.id))
    .all();
}

/** Every check and withdrawal of a version on record, the latest first. */
export async function listChecks(database: Database, versionId: number) {
  const ofVersion = and(
    eq(activities.versionId, versionId),
    inArray(activities.kind, ["questionnaire.verify", "questionnaire.unverify"]),
  );
  return historyOf(database, ofVersion).all();
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
