import { type SQL, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import { KINDS_OF_SECTOR } from "~/units/unit-kinds";

/**
 * The units a viewer may see, as a subquery of unit ids: the subtree under the viewer's unit by each unit's latest
 * version, and for a designer with a sector the units where surveys of that sector meet people. Every read of units,
 * surveys, points and responses goes through it.
 */
export function visibleUnits(viewer: Viewer): SQL {
  const ofSector =
    viewer.role === "designer" && viewer.sector
      ? sql`union select latest.unit_id from unit_versions latest
            where latest.kind in (${sql.join(
              KINDS_OF_SECTOR[viewer.sector].map((kind) => sql`${kind}`),
              sql`, `,
            )}) and ${isLatest("latest")}`
      : sql``;
  return sql`(with recursive subtree(id) as (
      select ${viewer.unitId}
      union
      select child.unit_id from unit_versions child join subtree on child.parent_id = subtree.id
      where ${isLatest("child")}
    ) select id from subtree ${ofSector})`;
}

/**
 * The surveys a viewer may see as a whole: those run by a body in the viewer's own subtree. Sector reach does not count
 * here, or every department would see the surveys of every other.
 */
export function ownedSurveys(viewer: Viewer): SQL {
  // Up from the owners of surveys: there are few, and the subtree of a province has a thousand units.
  return sql`(with recursive above(survey_id, unit_id) as (
      select id, owner_unit_id from surveys
      union
      select above.survey_id, version.parent_id from above join unit_versions version on version.unit_id = above.unit_id
      where version.parent_id is not null and ${isLatest("version")}
    ) select survey_id from above where unit_id = ${viewer.unitId})`;
}

/** Surveys of which a viewer may see something: run by the viewer's bodies, or about a unit in scope and no draft. */
export function visibleSurveys(viewer: Viewer): SQL {
  return sql`(select survey_id from ${ownedSurveys(viewer)} union
    select part.survey_id from survey_units part join surveys other on other.id = part.survey_id
    where other.status <> 'draft' and part.unit_id in ${visibleUnits(viewer)})`;
}

function isLatest(alias: string): SQL {
  const version = sql.raw(alias);
  return sql`not exists (select 1 from unit_versions later
    where later.unit_id = ${version}.unit_id and later.valid_from > coalesce(${version}.valid_from, ''))`;
}
