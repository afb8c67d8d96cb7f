import type { Viewer } from "~/access/viewer";
import { publishReviewedDraft } from "~/questionnaires/publish-draft.server";
import { startDraft } from "~/questionnaires/start-draft.server";
import type { Database } from "~db/open-database.server";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { NOW } from "./built-site";

/** A variant of a form that `viewer` has just published, with the ids of both. */
export async function publishVariant(database: Database, viewer: Viewer, code: string) {
  const base = (await listVersions(database)).find((one) => one.code === code)?.id ?? 0;
  const from = { from: "version", versionId: base, variantName: "Biến thể" } as const;
  const place = { ownerUnitId: viewer.unitId, ownerName: "Trung tâm", now: NOW };
  const started = await startDraft(database, viewer, from, place);
  if (!started.ok) throw new Error(started.message);
  const reviewed = { draftId: started.draftId, revision: 1, variantName: "Biến thể", linkOf: () => null };
  const published = await publishReviewedDraft(database, viewer, reviewed, NOW);
  if (!published.ok) throw new Error("not published");
  return { base, variant: published.versionId };
}
