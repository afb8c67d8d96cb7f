import { eq } from "drizzle-orm";
import type { Database } from "../open-database.server";
import { databaseMarks } from "../schema";

/**
 * `simulated`: the file holds simulated answers. `reference`: fingerprint of the reference data last loaded. `alerts`: up to
 * which response comments have been looked through. `alerts-ended`: closed surveys that have been looked through to their end.
 */
export type MarkName = "simulated" | "reference" | "alerts" | "alerts-ended";

export async function readMark(database: Database, name: MarkName): Promise<string | null> {
  return database.select().from(databaseMarks).where(eq(databaseMarks.name, name)).get()?.value ?? null;
}

export async function writeMark(database: Database, name: MarkName, value: string): Promise<void> {
  database
    .insert(databaseMarks)
    .values({ name, value })
    .onConflictDoUpdate({ target: databaseMarks.name, set: { value } })
    .run();
}
