import { describe, expect, it } from "vitest";
import { carryUnits } from "~/surveys/carry-units";
import { copySurvey, prepareCopy } from "~/surveys/copy-survey.server";
import { nextYearOf, scheduleLater, yearsLater } from "~/surveys/next-year";
import type { SurveyInput } from "~/surveys/survey-input";
import { versionFamily } from "~/surveys/version-family";
import type { Database } from "~db/open-database.server";
import { listSurveyActivities } from "~db/repositories/activities";
import { findSurvey } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const TODAY = "2026-06-01";
const MOMENT = { now: new Date("2026-06-01T03:00:00Z"), today: TODAY };

describe("units of before", () => {
  it("stay, are carried on, wait for a choice where they were divided, or are told as gone", () => {
    const successions = [
      { oldUnitId: 1, newUnitId: 10 },
      { oldUnitId: 2, newUnitId: 11 },
      { oldUnitId: 11, newUnitId: 10 },
      { oldUnitId: 3, newUnitId: 10 },
      { oldUnitId: 3, newUnitId: 12 },
      { oldUnitId: 4, newUnitId: 4 },
    ];
    const standing = new Set([5, 10, 12]);
    const result = carryUnits([1, 2, 3, 4, 5], successions, (id) => standing.has(id));
    expect([...result.carried]).toEqual([
      [10, [1, 2]],
      [5, [5]],
    ]);
    expect(result.split).toEqual([{ unitId: 3, successors: [10, 12] }]);
    expect(result.gone).toEqual([4]);
  });
});

describe("the next year of a survey", () => {
  it.each([
    ["Khảo sát một cửa năm 2025", "2025-03-01", "2025-12-31", "Khảo sát một cửa năm 2026", "2026-03-01", "2026-12-31"],
    ["Khảo sát theo QĐ 1968", "2025-03-01", "2025-12-31", "Khảo sát theo QĐ 1968 năm 2026", "2026-03-01", "2026-12-31"],
    ["Năm học 2023-2024", "2023-09-01", "2024-02-29", "Năm học 2026-2027", "2026-09-01", "2027-02-28"],
  ])("moves «%s»", (title, opensOn, closesOn, newTitle, newOpens, newCloses) => {
    expect(nextYearOf({ title, opensOn, closesOn }, TODAY)).toEqual({
      title: newTitle,
      opensOn: newOpens,
      closesOn: newCloses,
    });
  });

  it("is told whole in a title, of which the last words go where it is too long", () => {
    const long = `${"Khảo sát sự hài lòng ".repeat(9)}của người bệnh`;
    const { title } = nextYearOf({ title: long, opensOn: "2025-01-01", closesOn: "2025-12-31" }, TODAY);
    expect(title).toMatch(/^Khảo sát.*lòng… năm 2026$/);
    expect(title.length).toBeLessThanOrEqual(200);
  });

  it("moves the days of the plan's schedule along", () => {
    const rows = [
      { from: "2024-02-29", to: "", work: "In phiếu" },
      { from: "2025-03-01", to: "2025-03-15", work: "Thu phiếu" },
    ];
    expect(scheduleLater(rows, 1)).toEqual([
      { from: "2025-02-28", to: "", work: "In phiếu" },
      { from: "2026-03-01", to: "2026-03-15", work: "Thu phiếu" },
    ]);
  });

  it("knows leap years", () => {
    expect([yearsLater("2024-02-29", 1), yearsLater("2024-02-29", 4)]).toEqual(["2025-02-28", "2028-02-29"]);
  });
});

describe("versions that may follow", () => {
  it("are the newest of the same code and of its base and variants", () => {
    const version = (id: number, code: string, number: number, basedOnId: number | null, collectable = true) => ({
      id,
      code,
      version: number,
      basedOnId,
      collectable,
    });
    const all = [
      version(1, "base", 1, null),
      version(2, "base", 2, 1),
      version(3, "variant", 1, 1),
      version(4, "variant", 2, 3),
      version(5, "sibling", 1, 2, false),
      version(6, "other", 1, null),
    ];
    expect(versionFamily(all, 3).map(({ id }) => id)).toEqual([4, 2]);
    expect(versionFamily(all, 6).map(({ id }) => id)).toEqual([6]);
  });
});

describe("copying a survey", () => {
  /** A survey of before the merger of communes, with what the form of its copy offers. */
  async function offered(database: Database, units: string[]) {
    const viewer = await provinceViewer(database);
    const old = await addOpenSurvey(database, {
      questionnaire: "one-stop-counter",
      title: "Khảo sát một cửa năm 2025",
      opensOn: "2025-01-01",
      closesOn: "2025-06-30",
      units,
    });
    const from = await findSurvey(database, viewer, old.surveyId, TODAY);
    if (!from) throw new Error("no survey");
    const copy = await prepareCopy(database, viewer, from, TODAY);
    const input: SurveyInput = {
      title: copy.title,
      versionId: copy.versions[0]?.id ?? 0,
      ownerUnitId: from.ownerUnitId,
      opensOn: copy.opensOn,
      closesOn: copy.closesOn,
      basis: from.basis,
      unitIds: copy.unitIds,
    };
    return { viewer, old, from, copy, input };
  }

  function sizes(database: Database, surveyId: number) {
    return database.$client
      .prepare("select unit_id, target, population from survey_units where survey_id = ?")
      .all(surveyId);
  }

  it("carries merged communes to their successor with their sizes added up, and takes formula, plan and record along", async () => {
    const database = referenceDatabase();
    const merged = database.$client
      .prepare(
        `select o.key old, n.key new from unit_lineage l join units o on o.id = l.old_unit_id join units n on n.id = l.new_unit_id
         where l.relation = 'merge' and l.old_unit_id in (select old_unit_id from unit_lineage group by 1 having count(*) = 1)
           and l.new_unit_id = (select new_unit_id from unit_lineage where relation = 'merge'
             and old_unit_id in (select old_unit_id from unit_lineage group by 1 having count(*) = 1)
             group by 1 having count(*) > 1 order by 1 limit 1) limit 2`,
      )
      .all() as { old: string; new: string }[];
    expect(merged).toHaveLength(2);
    const { viewer, old, from, copy, input } = await offered(
      database,
      merged.map((one) => one.old),
    );
    const successor = await unitId(database, merged[0]?.new ?? "");
    expect(copy).toMatchObject({ title: "Khảo sát một cửa năm 2026", opensOn: "2026-01-01", closesOn: "2026-06-30" });
    expect(copy.unitIds).toEqual([successor]);
    expect(copy.changes.merged).toMatchObject([{ from: [expect.any(String), expect.any(String)] }]);
    database.$client.prepare("update survey_units set target = 100, population = 4000").run();
    database.$client.prepare('update surveys set sampling_plan = \'{"formula":"slovin"}\'').run();
    const copied = await copySurvey(database, viewer, { from, input }, MOMENT);
    if (!copied.ok) throw new Error(copied.message);
    expect(sizes(database, copied.surveyId)).toEqual([{ unit_id: successor, target: 200, population: 8000 }]);
    const row = database.$client
      .prepare("select status, copied_from_id, sampling_plan from surveys where id = ?")
      .get(copied.surveyId);
    expect(row).toEqual({ status: "draft", copied_from_id: old.surveyId, sampling_plan: '{"formula":"slovin"}' });
    const [step] = await listSurveyActivities(database, viewer, copied.surveyId);
    expect(step).toMatchObject({ kind: "survey.copy", detail: { units: 1, from: old.surveyId } });
  });

  it("keeps every point that serves of units that stay, and no point that was withdrawn", async () => {
    const database = referenceDatabase();
    const { viewer, old, from, input } = await offered(database, ["th-ttpvhcc"]);
    const unit = await unitId(database, "th-ttpvhcc");
    const add = database.$client.prepare(
      "insert into collection_points (unit_id, code, label, created_at, revoked_at) values (?, ?, ?, '2025-01-01', ?) returning id",
    );
    const second = add.pluck().get(unit, "AAAA2222", "Cửa 2", null) as number;
    const withdrawn = add.pluck().get(unit, "AAAA3333", "Cửa 3", "2025-05-01") as number;
    const join = database.$client.prepare("insert into survey_points (survey_id, point_id) values (?, ?)");
    for (const id of [second, withdrawn]) join.run(old.surveyId, id);
    const copied = await copySurvey(database, viewer, { from, input }, MOMENT);
    if (!copied.ok) throw new Error(copied.message);
    const points = database.$client
      .prepare("select point_id from survey_points where survey_id = ? order by 1")
      .pluck();
    expect(points.all(copied.surveyId)).toEqual([old.points[0]?.id, second]);
  });

  it("asks which successor is meant where a commune was divided", async () => {
    const database = referenceDatabase();
    const divided = database.$client
      .prepare(
        `select key from units where id = (select old_unit_id from unit_lineage group by 1
         having count(distinct new_unit_id) > 1 order by 1 limit 1)`,
      )
      .pluck()
      .get() as string;
    const { copy } = await offered(database, [divided]);
    expect(copy.unitIds).toEqual([]);
    expect(copy.changes.split[0]?.to.length).toBeGreaterThan(1);
  });
});
