import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { paperBatches, paperEntries } from "../schema";
import { recordNow } from "./activities";
import { batchesInScope } from "./paper";

interface Place {
  surveyId: number;
  batchId: number;
}

/** Bundles in scope that are still keyed, and of these the one at a place. */
function openAt({ surveyId, batchId }: Place, viewer: Viewer) {
  return and(
    eq(paperBatches.id, batchId),
    eq(paperBatches.surveyId, surveyId),
    eq(paperBatches.state, "entering"),
    batchesInScope(viewer),
  );
}

/** Corrects a bundle; false where it is not there, is finished, or a form beyond `returned` has been keyed. */
export async function changeBatch(
  database: Database,
  viewer: Viewer,
  place: Place,
  { at, ...change }: { label: string; issued: number; returned: number; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const beyond = sql`exists (select 1 from ${paperEntries}
        where ${paperEntries.batchId} = ${place.batchId} and ${paperEntries.number} > ${change.returned})`;
      const { changes } = database
        .update(paperBatches)
        .set(change)
        .where(and(openAt(place, viewer), sql`not ${beyond}`))
        .run();
      if (changes === 0) return false;
      const activity = { kind: "paper.change", surveyId: place.surveyId } as const;
      const detail = { batch: place.batchId, ...change };
      recordNow(database, { at, accountId: viewer.accountId || null, ...activity, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Deletes a bundle of which nothing has been keyed; false where it is not there or something has. */
export async function deleteEmptyBatch(
  database: Database,
  viewer: Viewer,
  place: Place,
  { label, at }: { label: string; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const keyed = sql`exists (select 1 from ${paperEntries} where ${paperEntries.batchId} = ${place.batchId})`;
      const { changes } = database
        .delete(paperBatches)
        .where(and(openAt(place, viewer), sql`not ${keyed}`))
        .run();
      if (changes === 0) return false;
      const activity = { kind: "paper.delete", surveyId: place.surveyId } as const;
      const detail = { batch: place.batchId, label };
      recordNow(database, { at, accountId: viewer.accountId || null, ...activity, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}
