import type { Viewer } from "~/access/viewer";
import { byName } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey, type PointWithUnit } from "~db/repositories/collection-points";
import { findSurvey } from "~db/repositories/surveys";
import { groupCode, pointAddress } from "./code";
import { formatOpenHours } from "./open-hours";
import { type Poster, writePosters } from "./poster.server";
import type { PosterLayout } from "./poster-layouts";
import { qrPng, qrSvg } from "./qr.server";

/** Whose points, of which survey, and what a poster says beside them. */
export interface PostersRequest {
  viewer: Viewer;
  surveyId: number;
  /** ISO day in TIME_ZONE. */
  today: string;
  publicUrl: string;
  province: string;
}

/** What the posters of a survey's points say, of those chosen where some are, within the viewer's scope. */
export async function listPosters(
  database: Database,
  request: PostersRequest,
  chosen: ReadonlySet<number> | null,
): Promise<Poster[]> {
  const found = await findPoints(database, request);
  if (!found) return [];
  const wanted = found.points.filter(({ id, revokedAt }) => revokedAt === null && (chosen === null || chosen.has(id)));
  // The order of the list of points, so that a pile of posters can be handed out along it.
  const placeOf = ({ unitName, label, code }: PointWithUnit) => ({ name: `${unitName} ${label}`, code });
  wanted.sort((one, other) => byName(placeOf(one), placeOf(other)));
  return wanted.map((point) => posterOf(point, found.simulated, request));
}

/** A file of one point: `poster.pdf`, `qr.svg` or `qr.png`; null where the viewer sees no such point or file. */
export async function pointFile(
  database: Database,
  request: PostersRequest & { pointId: number; file: string; layout: PosterLayout },
): Promise<{ body: string | Uint8Array; name: string; type: string } | null> {
  const found = await findPoints(database, request);
  const point = found?.points.find(({ id, revokedAt }) => id === request.pointId && revokedAt === null);
  if (!found || !point) return null;
  const poster = posterOf(point, found.simulated, request);
  const name = (kind: string, extension: string) => `${kind}-${groupCode(point.code)}.${extension}`;
  switch (request.file) {
    case "poster.pdf":
      return {
        body: await writePosters([poster], { layout: request.layout, day: request.today }),
        name: name("ap-phich", "pdf"),
        type: "application/pdf",
      };
    case "qr.svg":
      return {
        body: qrSvg(poster.address, `Mã QR khảo sát: ${point.unitName}`),
        name: name("ma-qr", "svg"),
        type: "image/svg+xml; charset=utf-8",
      };
    case "qr.png":
      return { body: await qrPng(poster.address), name: name("ma-qr", "png"), type: "image/png" };
    default:
      return null;
  }
}

async function findPoints(
  database: Database,
  { viewer, surveyId, today }: PostersRequest,
): Promise<{ points: PointWithUnit[]; simulated: boolean } | null> {
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) return null;
  return { points: await listPointsOfSurvey(database, viewer, surveyId, today), simulated: survey.simulated };
}

/** Characters of a label with its hours that still stand well below a unit's name. */
const LONGEST_PLACE = 90;

/** A counter's name, with its hours where they fit without making both small. */
function labelWithHours({ label, openHours }: PointWithUnit): string {
  const hours = formatOpenHours(openHours);
  const place = `${label} · ${hours}`;
  return hours === null || place.length > LONGEST_PLACE ? label : place;
}

function posterOf(point: PointWithUnit, simulated: boolean, { publicUrl, province }: PostersRequest): Poster {
  return {
    province,
    unitName: point.unitName,
    pointLabel: labelWithHours(point),
    code: groupCode(point.code),
    address: pointAddress(publicUrl, point.code),
    simulated,
  };
}
