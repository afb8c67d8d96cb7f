import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RequestHandler } from "express";
import { z } from "zod";
import type { Database } from "~db/open-database.server";
import { lastMigration } from "~db/repositories/database-state";

const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })).min(1) });

export interface Health {
  status: "ok" | "failing";
  version: string;
  /** Name of the last migration applied, or null where it is none of this release. */
  migration: string | null;
  database: "ok" | "failing";
}

/** Reads the database once and compares its schema with the one this release was made for. */
export async function checkHealth(
  database: Database,
  { version, migrationsFolder }: { version: string; migrationsFolder: string },
): Promise<Health> {
  try {
    const { entries } = journalSchema.parse(
      JSON.parse(readFileSync(join(migrationsFolder, "meta", "_journal.json"), "utf8")),
    );
    const applied = await lastMigration(database);
    const migration = entries.find((entry) => entry.when === applied)?.tag ?? null;
    return { status: migration === entries.at(-1)?.tag ? "ok" : "failing", version, migration, database: "ok" };
  } catch {
    return { status: "failing", version, migration: null, database: "failing" };
  }
}

/** `GET /health`: 200 when the site can do its work, else 503. */
export function healthPage(database: Database, release: { version: string; migrationsFolder: string }): RequestHandler {
  return async (_request, response) => {
    const health = await checkHealth(database, release);
    response.setHeader("Cache-Control", "no-store");
    response.status(health.status === "ok" ? 200 : 503).json(health);
  };
}
