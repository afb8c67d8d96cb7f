import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ItemLink } from "~/questionnaires/item-links";
import type { LinkOfItem } from "~/questionnaires/propose-links";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "../open-database.server";
import { questionnaireDrafts, questionnaireVersions, versionLinks } from "../schema";
import { recordNow } from "./activities";
import { ownVersions } from "./own-versions";
import { visibleDrafts } from "./questionnaire-drafts";

export interface Publication {
  draftId: number;
  /** The state of the draft that was looked at. */
  revision: number;
  code: string;
  sector: Sector;
  title: string;
  source: string;
  /** The contract file. */
  document: object;
  checksum: string;
  variantName: string | null;
  basedOnId: number | null;
  links: readonly LinkOfItem[];
  at: Date;
}

export type Published =
  | { outcome: "published"; versionId: number; version: number }
  /** The very document is published already; nothing changed. */
  | { outcome: "known"; versionId: number }
  /** Somebody saved the draft since it was looked at. */
  | { outcome: "changed" }
  /** The code is an official form's, another body's, or not that of the form the draft was made from. */
  | { outcome: "code-taken" }
  | { outcome: "missing" };

/**
 * Publishes a draft: the version, its links, the record and the end of the draft, all or nothing. The code must be new, or
 * that of the viewer's own form that the draft was made from; an official code never gets another version.
 */
export async function publishDraft(database: Database, viewer: Viewer, publication: Publication): Promise<Published> {
  const { draftId, revision, links, document, at, ...version } = publication;
  return database.transaction(
    (): Published => {
      const draft = database
        .select({ revision: questionnaireDrafts.revision })
        .from(questionnaireDrafts)
        .where(and(eq(questionnaireDrafts.id, draftId), sql`${questionnaireDrafts.id} in ${visibleDrafts(viewer)}`))
        .get();
      if (!draft) return { outcome: "missing" };
      if (draft.revision !== revision) return { outcome: "changed" };
      const known = database
        .select({ id: questionnaireVersions.id })
        .from(questionnaireVersions)
        .where(eq(questionnaireVersions.checksum, version.checksum))
        .get();
      if (known) return { outcome: "known", versionId: known.id };
      const last = database
        .select({
          version: questionnaireVersions.version,
          own: sql<boolean>`${questionnaireVersions.id} in ${ownVersions(viewer)}`.mapWith(Boolean),
          isBase: sql<boolean>`exists (select 1 from questionnaire_versions base
            where base.id = ${version.basedOnId} and base.code = ${version.code})`.mapWith(Boolean),
        })
        .from(questionnaireVersions)
        .where(eq(questionnaireVersions.code, version.code))
        .orderBy(desc(questionnaireVersions.version))
        .limit(1)
        .get();
      if (last && !(last.own && last.isBase)) return { outcome: "code-taken" };
      const number = (last?.version ?? 0) + 1;
      const by = viewer.accountId || null;
      const { id: versionId } = database
        .insert(questionnaireVersions)
        .values({
          ...version,
          document: JSON.stringify(document),
          version: number,
          publishedAt: at.toISOString(),
          publishedBy: by,
        })
        .returning({ id: questionnaireVersions.id })
        .get();
      const { basedOnId } = version;
      if (basedOnId !== null) {
        for (const link of links) {
          database
            .insert(versionLinks)
            .values({ ...link, fromVersionId: basedOnId, toVersionId: versionId })
            .run();
        }
      }
      database.delete(questionnaireDrafts).where(eq(questionnaireDrafts.id, draftId)).run();
      recordNow(database, {
        at,
        accountId: by,
        kind: "questionnaire.publish",
        versionId,
        detail: { title: version.title, code: version.code, version: number, checksum: version.checksum },
      });
      return { outcome: "published", versionId, version: number };
    },
    { behavior: "immediate" },
  );
}

/** The official form that a version descends from, itself included; null: it came from none. */
export async function findOfficialBase(database: Database, versionId: number | null) {
  if (versionId === null) return null;
  const row = database.get<{ id: number }>(sql`with recursive line(id, official, based_on_id) as (
      select id, official, based_on_id from questionnaire_versions where id = ${versionId}
      union select above.id, above.official, above.based_on_id
      from questionnaire_versions above join line on line.based_on_id = above.id
    ) select id from line where official = 1 order by id desc limit 1`);
  if (!row) return null;
  return database.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, row.id)).get() ?? null;
}

/** How the items of a version follow those of the one before, in the order they were recorded. */
export async function listLinks(database: Database, toVersionId: number) {
  return database
    .select({ fromItem: versionLinks.fromItem, toItem: versionLinks.toItem, link: versionLinks.link })
    .from(versionLinks)
    .where(eq(versionLinks.toVersionId, toVersionId))
    .orderBy(asc(versionLinks.id))
    .all();
}

/** Of every version that follows another: which one, and how its items follow, in the order they were recorded. */
export async function listVersionSteps(database: Database) {
  const rows = database.select().from(versionLinks).orderBy(asc(versionLinks.id)).all();
  const steps = new Map<
    number,
    { from: number; links: { fromItem: string | null; toItem: string | null; link: ItemLink }[] }
  >();
  for (const { fromVersionId, toVersionId, ...link } of rows) {
    const step = steps.get(toVersionId);
    if (step) step.links.push(link);
    else steps.set(toVersionId, { from: fromVersionId, links: [link] });
  }
  return steps;
}
