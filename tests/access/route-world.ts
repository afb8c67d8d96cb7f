import { hashPassword } from "~/access/password.server";
import { ROLES, type Role } from "~/access/roles";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { openSurveyReport, openUnitReport } from "~/reports/open-report.server";
import { finalSnapshot } from "~/snapshots/load-snapshot.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { insertPublication } from "~db/repositories/publications";
import { insertResponses } from "~db/repositories/responses";
import { visitSite } from "../support/built-site";
import { addOpenSurvey, type OpenSurvey, provinceViewer, unitId } from "../support/surveys";

/**
 * What the lines of the route table are tried on, three times over: `own` is run by the body that the roles stand at;
 * `other` has nothing to do with them; `seen` is a survey of the province with one unit of theirs and one that is not,
 * and names the latter. What a new route is about is added in `addWorld`, once for all three.
 */
export type World = Readonly<Record<string, string>>;

export interface Worlds {
  own: World;
  other: World;
  seen: World;
  /** Cookie of each role. */
  cookies: ReadonlyMap<Role, string>;
  /** Words that no page may show to these roles. */
  secrets: readonly string[];
}

export const PASSWORD = "mot-mat-khau-de-thu";

/** The department of health, one of its hospitals, and a commune that has nothing to do with either. */
const HOME = "th-syt";
const OWN_UNIT = "bv-dk-tinh";
const OTHER_UNIT = "xa-14848";

/** Fills a database and signs each of the six roles in at the department of health. */
export async function makeWorlds(database: Database): Promise<Worlds> {
  const passwordHash = await hashPassword(PASSWORD);
  const addAccount = async (username: string, role: Role, unit: string) => {
    await insertAccount(database, {
      ...{ username, displayName: `Người ${username}`, passwordHash, mustChangePassword: false, role },
      sector: role === "designer" ? "health" : null,
      ...{ unitId: await unitId(database, unit), createdAt: "2026-01-05T02:00:00.000Z" },
    });
    return idOf(database, "select id from accounts where username = ?", username);
  };
  const cookies = new Map<Role, string>();
  for (const role of ROLES) {
    await addAccount(`vai.${role.replace("_", ".")}`, role, HOME);
    const site = await visitSite(database);
    const answer = await site.post("/sign-in", { username: `vai.${role.replace("_", ".")}`, password: PASSWORD });
    const [cookie = ""] = (answer.headers.getSetCookie()[0] ?? "").split(";");
    cookies.set(role, cookie);
  }
  const own = await addWorld(database, "nhà", { owner: HOME, units: [OWN_UNIT] }, addAccount);
  const other = await addWorld(database, "HÀNG-XÓM", { owner: "th-ttpvhcc", units: [OTHER_UNIT] }, addAccount);
  const seen = await addWorld(database, "tỉnh", { owner: "th", units: [OWN_UNIT, OTHER_UNIT] }, addAccount);
  const secrets = [other.unitName ?? "", "HÀNG-XÓM", `Người ${other.username}`, `Người ${seen.username}`];
  return { own, other, seen, cookies, secrets };
}

/**
 * A survey with all that hangs on it. Its last unit is the one that the world names.
 * @param name part of every text in it, so that a leak shows where it came from.
 */
async function addWorld(
  database: Database,
  name: string,
  place: { owner: string; units: string[] },
  addAccount: (username: string, role: Role, unit: string) => Promise<number>,
): Promise<World> {
  const base = { ...place, questionnaire: "inpatient-qd56" };
  const survey = await addOpenSurvey(database, { ...base, title: `Đợt ${name}` });
  const draft = await addOpenSurvey(database, { ...base, title: `Đợt nháp ${name}` });
  const closed = await addOpenSurvey(database, { ...base, title: `Đợt đã đóng ${name}` });
  const setStatus = database.$client.prepare("update surveys set status = ? where id = ?");
  setStatus.run("draft", draft.surveyId);
  setStatus.run("closed", closed.surveyId);
  const finalised = await addOpenSurvey(database, { ...base, title: `Đợt đã chốt ${name}` });
  setStatus.run("finalised", finalised.surveyId);
  for (const point of survey.points) {
    const place = point.unitKey === OWN_UNIT ? "nhà" : "HÀNG-XÓM";
    database.$client.prepare("update collection_points set label = ? where id = ?").run(`Quầy ${place}`, point.id);
    await answer(database, survey, point, place);
  }
  const ownerId = await unitId(database, place.owner);
  const settings = {
    ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
    minimums: { cell: 10, unit: 30 },
  };
  const ofFinalised = { surveyId: finalised.surveyId, now: new Date("2026-06-01T03:00:00Z"), settings };
  const province = await provinceViewer(database);
  const reportId = await openSurveyReport(database, province, ofFinalised);
  const lastUnit = place.units.at(-1) ?? "";
  const unitReportId = await openUnitReport(database, province, { ...ofFinalised, unitKey: lastUnit, bare: true });
  const published = await addPublished(database, base);
  const point = survey.points.at(-1);
  if (!point) throw new Error("a world needs a point");
  const slug = `${place.owner}.${place.units.length}`.replaceAll("-", ".");
  const unit = place.units.length > 1 ? OTHER_UNIT : (place.units[0] ?? "");
  const accountId = await addAccount(`co.${slug}`, "viewer", unit);
  const lockedAccountId = await addAccount(`khoa.${slug}`, "viewer", unit);
  database.$client.prepare("update accounts set active = 0 where id = ?").run(lockedAccountId);
  const invitedAccountId = await addAccount(`moi.${slug}`, "viewer", unit);
  database.$client
    .prepare("insert into account_links (token_hash, account_id, created_at, expires_at) values (?, ?, ?, ?)")
    .run(`link of ${name}`, invitedAccountId, "2026-05-31T00:00:00.000Z", "2026-06-07T00:00:00.000Z");
  const placeName = unit === OWN_UNIT ? "nhà" : "HÀNG-XÓM";
  const kioskId = Number(
    database.$client
      .prepare(
        "insert into kiosks (point_id, label, enrolment_hash, enrolment_expires_at, created_at) values (?, ?, ?, ?, ?)",
      )
      .run(point.id, `Máy ${placeName}`, `hash of ${name}`, "2026-06-02T00:00:00.000Z", "2026-05-01T00:00:00.000Z")
      .lastInsertRowid,
  );
  const keyId = Number(
    database.$client
      .prepare("insert into api_keys (name, prefix, key_hash, scopes, unit_id, created_at) values (?, ?, ?, ?, ?, ?)")
      .run(`Khóa ${placeName}`, "hl_abcdef", `key of ${name}`, '["read"]', point.unitId, "2026-05-01T00:00:00.000Z")
      .lastInsertRowid,
  );
  return texts({
    keyId,
    formDraftId: addFormDraft(database, name, {
      ownerId,
      versionId: survey.versionId,
    }),
    password: PASSWORD,
    surveyId: survey.surveyId,
    draftId: draft.surveyId,
    closedId: closed.surveyId,
    finalisedId: finalised.surveyId,
    reportId: reportId ?? 0,
    snapshotId: idOf(
      database,
      "select id from snapshots where survey_id = ? order by number desc",
      String(finalised.surveyId),
    ),
    ...published,
    improvementId: idOf(
      database,
      `insert into improvements (survey_id, unit_id, said, answer, done, created_at, changed_at)
        values (?, ${point.unitId}, 'Chờ lâu ở ${placeName}', 'Xin tiếp thu', '', '2026-05-20', '2026-05-20') returning id`,
      String(survey.surveyId),
    ),
    unitReportId: unitReportId ?? 0,
    versionId: survey.versionId,
    ownerId,
    pointId: point.id,
    code: point.code,
    unitId: point.unitId,
    unitKey: point.unitKey,
    unitName: nameOf(database, point.unitId),
    jobId: "khong-co-viec-nao",
    alertId: idOf(
      database,
      `insert into alerts (survey_id, unit_id, kind, day) values (?, ${point.unitId}, 'silent', '2026-05-01') returning id`,
      String(survey.surveyId),
    ),
    importId: idOf(
      database,
      `insert into response_imports (survey_id, file_name, checksum, provenance, state, created_at)
        values (?, 'phieu.csv', '-', '${placeName}', 'checking', '2026-05-01T00:00:00.000Z') returning id`,
      String(survey.surveyId),
    ),
    kioskId,
    batchId: Number(
      database.$client
        .prepare(
          `insert into paper_batches (survey_id, point_id, label, fieldwork_on, issued, returned, double_share, seed, created_at)
            values (?, ?, ?, '2026-05-05', 5, 4, 0, '000000000000000000000000', '2026-05-05T02:00:00.000Z')`,
        )
        .run(survey.surveyId, point.id, `Lô ${placeName}`).lastInsertRowid,
    ),
    interviewerId: await addAccount(`dtv.${slug}`, "interviewer", unit),
    accountId,
    lockedAccountId,
    invitedAccountId,
    username: `co.${slug}`,
  });
}

/** A survey whose results stand published. Everybody may read its names. */
async function addPublished(database: Database, base: { owner: string; units: string[]; questionnaire: string }) {
  const { surveyId } = await addOpenSurvey(database, { ...base, title: "Đợt đã công bố" });
  database.$client.prepare("update surveys set status = 'finalised' where id = ?").run(surveyId);
  const viewer = await provinceViewer(database);
  const at = new Date("2026-06-01T03:00:00Z");
  const snapshot = await finalSnapshot(database, viewer, {
    ...{ surveyId, now: at },
    settings: {
      ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
      minimums: { cell: 10, unit: 30 },
    },
  });
  await insertPublication(database, viewer, { surveyId, snapshotId: snapshot?.id ?? 0, note: "Công bố thử", at });
  const publicationId = idOf(database, "select id from publications where survey_id = ?", String(surveyId));
  return { publishedId: surveyId, publicationId };
}

/** A questionnaire that a body is writing, ready to be published. */
function addFormDraft(
  database: Database,
  name: string,
  { ownerId, versionId }: { ownerId: number; versionId: number },
) {
  const { document, sector } = database.$client
    .prepare("select document, sector from questionnaire_versions where id = ?")
    .get(versionId) as { document: string; sector: string };
  const varied = JSON.stringify({
    ...JSON.parse(document),
    code: `nhap-${ownerId}`,
    title: { vi: `Mẫu nháp ${name}` },
  });
  const at = "2026-05-01T00:00:00.000Z";
  const { lastInsertRowid } = database.$client
    .prepare(
      `insert into questionnaire_drafts (owner_unit_id, sector, title, document, based_on_id, created_at, changed_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(ownerId, sector, `Mẫu nháp ${name}`, varied, versionId, at, at);
  database.$client
    .prepare("insert into draft_revisions (draft_id, revision, document, saved_at) values (?, 1, ?, ?)")
    .run(lastInsertRowid, varied, at);
  return Number(lastInsertRowid);
}

/** Forty forms, twelve of them with a comment, and three that wait for a decision. */
async function answer(database: Database, survey: OpenSurvey, point: OpenSurvey["points"][number], place: string) {
  const packed = packAnswers(packedLayout(await readVersion(database, survey.versionId)), { A1: 4 });
  await insertResponses(
    database,
    Array.from({ length: 43 }, (_, index) => ({
      responseId: `${survey.surveyId}-${point.unitKey}-${index}`,
      surveyId: survey.surveyId,
      unitId: point.unitId,
      pointId: point.id,
      channel: "qr" as const,
      language: "vi" as const,
      finishedAt: index < 40 ? "2026-03-04T02:11:00.000Z" : "2026-06-01T02:00:00.000Z",
      packed,
      texts: index < 12 ? { H1: `Ý kiến ${place} số ${index}` } : {},
      ...(index < 40 ? {} : { flags: "trap", counted: false }),
    })),
  );
}

function idOf(database: Database, query: string, value: string): number {
  return database.$client.prepare(query).pluck().get(value) as number;
}

function nameOf(database: Database, unit: number): string {
  return database.$client
    .prepare("select name from unit_versions where unit_id = ? order by valid_from desc")
    .pluck()
    .get(unit) as string;
}

function texts(values: Record<string, string | number>): World {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
