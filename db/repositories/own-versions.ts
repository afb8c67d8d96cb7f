import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { questionnaireVersions } from "../schema";
import { visibleUnits } from "./scope";

/**
 * The versions whose code the viewer may carry on: published by accounts in the viewer's own subtree, never official, and
 * for a designer with a sector of that sector. All versions may be read and varied by everybody.
 */
export function ownVersions(viewer: Viewer): SQL {
  const ofSector = viewer.sector === null ? sql`` : sql`and sector = ${viewer.sector}`;
  return sql`(select id from questionnaire_versions where official = 0 ${ofSector} and published_by in
    (select id from accounts where unit_id in ${visibleUnits({ ...viewer, sector: null })}))`;
}

/** A version to make a draft from, or null; `own`: the draft may become the next version of the same code. */
export async function findBaseVersion(database: Database, viewer: Viewer, id: number) {
  const row = database
    .select({
      version: questionnaireVersions,
      own: sql<boolean>`${questionnaireVersions.id} in ${ownVersions(viewer)}`.mapWith(Boolean),
    })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, id))
    .get();
  return row ? { ...row.version, own: row.own } : null;
}

export type BaseVersion = NonNullable<Awaited<ReturnType<typeof findBaseVersion>>>;

/** Every version by code, oldest first, with whether the viewer may carry its code on. */
export async function listVersionCodes(database: Database, viewer: Viewer) {
  return database
    .select({
      id: questionnaireVersions.id,
      code: questionnaireVersions.code,
      version: questionnaireVersions.version,
      checksum: questionnaireVersions.checksum,
      official: questionnaireVersions.official,
      own: sql<boolean>`${questionnaireVersions.id} in ${ownVersions(viewer)}`.mapWith(Boolean),
    })
    .from(questionnaireVersions)
    .orderBy(asc(questionnaireVersions.code), asc(questionnaireVersions.version))
    .all();
}
