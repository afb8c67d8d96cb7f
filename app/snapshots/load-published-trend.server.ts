import { stepsBetween } from "~/questionnaires/linked-items";
import type { Database } from "~db/open-database.server";
import { listPublished } from "~db/repositories/publications";
import { listVersionSteps } from "~db/repositories/publishing";
import { listLineageKeys } from "~db/repositories/units";
import { unpackPublished } from "./load-published.server";
import type { PublishedSurvey } from "./published";
import { type PublishedPoint, publishedSeries, type SeriesEntry, seriesEntry } from "./published-trend";

/** Surveys side by side at most. */
const MOST_SURVEYS = 6;

/** Entries of series by the hash of their snapshot and the version, which never change. */
const kept = new Map<string, SeriesEntry>();
const KEPT = 100;

/**
 * The overall index of a unit over the surveys that stand published and whose forms are linked with this one's, oldest
 * first and this one last; empty where there is none earlier.
 */
export async function loadPublishedTrend(
  database: Database,
  published: PublishedSurvey,
  unit: string,
): Promise<PublishedPoint[]> {
  const { head, versionId } = published;
  const steps = await listVersionSteps(database);
  const earlier = (await listPublished(database))
    .filter((one) => one.surveyId !== head.surveyId && one.opensOn < head.opensOn)
    .filter((one) => one.simulated === head.simulated && stepsBetween(steps, one.versionId, versionId) !== null)
    .slice(0, MOST_SURVEYS - 1)
    .reverse();
  if (earlier.length === 0) return [];
  const entries: SeriesEntry[] = [];
  for (const one of earlier) {
    const entry = await entryOf(one.hash, one.versionId, () => unpackPublished(database, one));
    if (entry) entries.push(entry);
  }
  const own = await entryOf(head.hash, versionId, async () => published);
  if (own) entries.push(own);
  const lineage = await listLineageKeys(database);
  const points = publishedSeries(entries, unit, (units, { from, to }) =>
    lineage.some(
      ({ oldKey, newKey, relation, effectiveOn }) =>
        (relation === "merge" || relation === "split") &&
        effectiveOn > from &&
        effectiveOn <= to &&
        (units.has(oldKey) || units.has(newKey)),
    ),
  );
  return points.length > 1 ? points : [];
}

async function entryOf(
  hash: string,
  versionId: number,
  unpack: () => Promise<Pick<PublishedSurvey, "document" | "rows"> | null>,
): Promise<SeriesEntry | null> {
  const name = `${hash}/${versionId}`;
  const known = kept.get(name);
  if (known) return known;
  const unpacked = await unpack();
  if (!unpacked) return null;
  const entry = seriesEntry({ ...unpacked, versionId });
  if (kept.size >= KEPT) kept.clear();
  kept.set(name, entry);
  return entry;
}
