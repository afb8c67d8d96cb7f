import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findOfficialBase, listLinks } from "~db/repositories/publishing";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { listChecks, listRelatives, listStandingChecks, listUses } from "~db/repositories/version-checks";
import { readDraftDocument } from "./draft-document";
import { variantCounts } from "./item-identity";
import { readVersion } from "./read-version.server";

/** All that the page of a version tells: wording, checks, relatives, links to the version before, where it is used. */
export async function readVersionPage(database: Database, viewer: Viewer, versionId: number) {
  const found = await findVersion(database, versionId);
  if (!found) return null;
  const { document, ...version } = found;
  const links = await listLinks(database, versionId);
  const count = (link: string) => links.filter((one) => one.link === link).length;
  return {
    version,
    questionnaire: await readVersion(database, versionId),
    /** The checks that stand, the latest first. */
    standing: await listStandingChecks(database, viewer, versionId),
    checks: await listChecks(database, versionId),
    relatives: (await listRelatives(database, versionId)).filter(({ id }) => id !== versionId),
    /** How its items follow the version before; null for the first of its kind. */
    links:
      version.basedOnId === null
        ? null
        : {
            same: count("same"),
            reworded: count("reworded"),
            new: count("new"),
            dropped: count("dropped"),
          },
    uses: await listUses(database, viewer, versionId),
    variantOf: version.official ? null : await officialBase(database, version.basedOnId, document),
  };
}

async function officialBase(database: Database, basedOnId: number | null, document: string) {
  const base = await findOfficialBase(database, basedOnId);
  const [original, varied] = [readDraftDocument(base?.document ?? ""), readDraftDocument(document)];
  if (!base || !original.ok || !varied.ok) return null;
  return { id: base.id, title: base.title, counts: variantCounts(original.document, varied.document) };
}
