import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { ListedApiKey } from "~/access/api-key";
import type { ApiScope } from "~/access/api-scopes";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accounts, apiKeys, surveys } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

export interface NewApiKey {
  name: string;
  prefix: string;
  keyHash: string;
  scopes: readonly ApiScope[];
  unitId: number;
  surveyId: number | null;
  expiresOn: string;
  at: Date;
}

/**
 * Adds a key to a unit in the viewer's scope and records it; the same key again from its maker adds nothing.
 * @returns its id; `used` where it stands revoked, `unit` where the unit is outside the scope, `survey` where the viewer does not run the survey or it is
 *   not about a unit of the key.
 */
export async function insertApiKey(
  database: Database,
  viewer: Viewer,
  { at, ...key }: NewApiKey,
): Promise<number | "used" | "unit" | "survey"> {
  return database.transaction(
    () => {
      const same = database
        .select({ id: apiKeys.id, revokedAt: apiKeys.revokedAt })
        .from(apiKeys)
        .where(eq(apiKeys.keyHash, key.keyHash))
        .get();
      if (same) return same.revokedAt === null ? same.id : "used";
      if (!database.get(sql`select 1 where ${key.unitId} in ${visibleUnits(viewer)}`)) return "unit";
      const holder = { ...viewer, unitId: key.unitId, sector: null };
      const fits = sql`select 1 where ${key.surveyId} in ${ownedSurveys(viewer)} and exists (select 1 from survey_units part
        where part.survey_id = ${key.surveyId} and part.unit_id in ${visibleUnits(holder)})`;
      if (key.surveyId !== null && !database.get(fits)) return "survey";
      const values = { ...key, createdAt: at.toISOString(), createdBy: viewer.accountId || null };
      const { id } = database.insert(apiKeys).values(values).returning({ id: apiKeys.id }).get();
      recordNow(database, { at, accountId: viewer.accountId, kind: "api-key.create", ...aboutKey(key) });
      return id;
    },
    { behavior: "immediate" },
  );
}

/** Revokes a key of a unit in the viewer's scope and records it. False where there is none that could be used. */
export async function revokeApiKey(database: Database, viewer: Viewer, id: number, at: Date): Promise<boolean> {
  return database.transaction(
    () => {
      const revoked = database
        .update(apiKeys)
        .set({ revokedAt: at.toISOString(), revokedBy: viewer.accountId || null })
        .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt), sql`${apiKeys.unitId} in ${visibleUnits(viewer)}`))
        .returning()
        .get();
      if (!revoked) return false;
      recordNow(database, { at, accountId: viewer.accountId, kind: "api-key.revoke", ...aboutKey(revoked) });
      return true;
    },
    { behavior: "immediate" },
  );
}

function aboutKey({ name, prefix, scopes, unitId, surveyId }: Omit<NewApiKey, "at" | "keyHash" | "expiresOn">) {
  return { unitId, surveyId, detail: { title: `${name} (${prefix}…)`, scopes: scopes.join(" ") } };
}

/** Keys of units in the viewer's scope, the latest first. */
export async function listApiKeys(database: Database, viewer: Viewer, today: string): Promise<ListedApiKey[]> {
  return database
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      unitName: unitNameOn(apiKeys.unitId, today),
      surveyTitle: surveys.title,
      by: accounts.displayName,
      expiresOn: apiKeys.expiresOn,
      revokedAt: apiKeys.revokedAt,
      lastUsedOn: apiKeys.lastUsedOn,
    })
    .from(apiKeys)
    .leftJoin(accounts, eq(accounts.id, apiKeys.createdBy))
    .leftJoin(surveys, and(eq(surveys.id, apiKeys.surveyId), sql`${surveys.id} in ${visibleSurveys(viewer)}`))
    .where(sql`${apiKeys.unitId} in ${visibleUnits(viewer)}`)
    .orderBy(desc(apiKeys.id))
    .all();
}

/** The key with a hash, for whoever holds it: the key is the scope. */
export async function findApiKey(database: Database, keyHash: string) {
  return database.select().from(apiKeys).where(eq(apiKeys.keyHash, keyHash)).get() ?? null;
}

/** Notes the day on which a key was used last, no finer. */
export async function noteApiKeyUse(database: Database, id: number, today: string): Promise<void> {
  database.update(apiKeys).set({ lastUsedOn: today }).where(eq(apiKeys.id, id)).run();
}
