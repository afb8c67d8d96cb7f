import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyPassword } from "~/access/password.server";
import { isWellFormedCode } from "~/collection-points/code";
import { dayOf } from "~/i18n/dates";
import { loadTrend } from "~/indices/load-trend.server";
import { insertAccount } from "~db/repositories/accounts";
import { type DemoLines, loadDemo } from "../../scripts/simulate/load-demo";
import { digests, freshDatabase, NOW, SETTINGS, TIME_ZONE } from "./support/demo-database";

let demo: Awaited<ReturnType<typeof freshDatabase>>;
let lines: DemoLines;

beforeAll(async () => {
  demo = await freshDatabase();
  const start = performance.now();
  lines = await loadDemo(demo.database, { now: NOW, settings: SETTINGS });
  console.log(`simulated answers loaded in ${((performance.now() - start) / 1000).toFixed(1)} s`);
});
afterAll(() => demo.remove());

function rows<T>(query: string): T[] {
  return demo.database.$client.prepare(query).all() as T[];
}

function openSurveys(): number[] {
  return rows<{ id: number }>("select id from surveys where status = 'open' order by id").map(({ id }) => id);
}

describe("a load", () => {
  test("gives the same rows in another fresh database", async () => {
    const other = await freshDatabase();
    expect(await loadDemo(other.database, { now: NOW, settings: SETTINGS })).toEqual(lines);
    expect(digests(other.database)).toEqual(digests(demo.database));
    other.remove();
  });

  test("that is repeated later changes nothing and says the same", async () => {
    const before = digests(demo.database);
    const later = new Date("2027-02-01T03:00:00Z");
    expect(await loadDemo(demo.database, { now: later, settings: { ...SETTINGS, timeZone: "UTC" } })).toEqual(lines);
    expect(digests(demo.database)).toEqual(before);
  });

  test("that broke off is marked as simulated, and is finished later as if it never had", async () => {
    const other = await freshDatabase();
    const breakOff = (message: string) => {
      if (message.startsWith("outpatient")) throw new Error("power cut");
    };
    const first = loadDemo(other.database, { now: NOW, settings: SETTINGS, progress: breakOff });
    await expect(first).rejects.toThrow("power cut");
    const marks = other.database.$client.prepare("select value from database_marks where name = 'simulated'").pluck();
    expect(marks.get()).toContain("loading");
    const later = new Date("2027-02-01T03:00:00Z");
    expect(await loadDemo(other.database, { now: later, settings: { ...SETTINGS, timeZone: "UTC" } })).toEqual(lines);
    expect(digests(other.database)).toEqual(digests(demo.database));
    other.remove();
  });

  test("refuses a database in real use", async () => {
    const real = await freshDatabase();
    const unitId = real.database.$client.prepare("select id from units where key = 'th'").pluck().get() as number;
    await insertAccount(real.database, {
      username: "quantri",
      displayName: "Quản trị viên",
      passwordHash: "x",
      mustChangePassword: true,
      role: "administrator",
      unitId,
      sector: null,
      createdAt: NOW.toISOString(),
    });
    await expect(loadDemo(real.database, { now: NOW, settings: SETTINGS })).rejects.toThrow("real use");
    expect(real.database.$client.prepare("select count(*) from surveys").pluck().get()).toBe(0);
    real.remove();
  });
});

describe("what is loaded", () => {
  test("are three open surveys marked as simulated, in a window around the day of the load", () => {
    const surveys = rows("select status, simulated, opens_on, closes_on, basis from surveys where status = 'open'");
    const common = { status: "open", simulated: 1, opens_on: "2026-08-17", closes_on: "2026-12-15" };
    expect(surveys).toEqual([
      { ...common, basis: "voluntary" },
      { ...common, basis: "quota" },
      { ...common, basis: "voluntary" },
    ]);
  });

  test("are surveys of earlier years, before the communes were merged and after, and one just over, marked as simulated too", () => {
    const surveys = rows<{
      title: string;
      n: number;
    }>(`select title, status, simulated, opens_on as opens, closes_on as closes, count(r.id) as n from surveys s
      join responses r on r.survey_id = s.id where status <> 'open' group by s.id order by s.id`);
    const finished = { status: "finalised", simulated: 1 };
    expect(surveys).toMatchObject([
      { ...finished, opens: "2024-09-16", closes: "2024-11-15" },
      { ...finished, opens: "2024-09-16", closes: "2024-11-15" },
      { ...finished, opens: "2025-09-15", closes: "2025-11-14" },
      { ...finished, opens: "2025-09-15", closes: "2025-11-14" },
      { ...finished, opens: "2025-09-15", closes: "2025-11-14" },
      { status: "closed", simulated: 1, opens: "2026-04-13", closes: "2026-05-29" },
    ]);
    expect(new Set(surveys.map(({ title }) => title.slice(-4)))).toEqual(new Set(["2024", "2025", "2026"]));
    const all = rows<{ n: number }>("select count(*) as n from responses")[0]?.n ?? 0;
    expect(surveys.reduce((sum, { n }) => sum + n, 0) / all).toBeLessThan(0.26);
    const days = rows(`select s.id from surveys s join responses r on r.survey_id = s.id
      where substr(r.finished_at, 1, 10) not between date(s.opens_on, '-1 day') and s.closes_on`);
    expect(days).toEqual([]);
  });

  test("has units of today in the answers of 2024: whole where communes merged, refused where one was cut", async () => {
    const viewer = { accountId: 0, role: "administrator", sector: null } as const;
    const unitId = rows<{ id: number }>("select id from units where key = 'th'")[0]?.id ?? 0;
    const at = (unit: string | null) =>
      loadTrend(demo.database, {
        ...{
          viewer: { ...viewer, unitId },
          surveyId: openSurveys()[0] ?? 0,
          today: "2026-11-05",
          timeZone: TIME_ZONE,
          province: "Tỉnh Thanh Hóa",
        },
        ...{ minimums: { cell: 10, unit: 30 }, with: null, unit },
      });
    const all = await at(null);
    expect(all?.points.map(({ survey }) => survey.opensOn.slice(0, 4))).toEqual(["2024", "2025", "2026"]);
    expect(all?.points.every(({ overall }) => overall?.rate)).toBe(true);
    expect(all?.points[1]?.breaks).toEqual(expect.arrayContaining(["channels", "sampling", "coverage", "boundary"]));
    // Hạc Thành took two wards in part.
    const cut = await at("xa-2025-14797");
    expect(cut?.points[0]).toMatchObject({
      overall: null,
      split: expect.arrayContaining([
        { name: "Phường Đông Thọ", on: "2025-07-01", into: ["Phường Hạc Thành", "Phường Hàm Rồng"] },
      ]),
    });
    expect(cut?.points[1]?.overall?.rate).toBeGreaterThan(0);
    const renamed = await at("xa-14845");
    expect(renamed?.points[0]?.split).toEqual([]);
    expect(renamed?.points[0]?.overall?.rate).toBeGreaterThan(0);
  });

  test("has the results of earlier years fixed and published by the officers of each field, and none of this year", () => {
    const published = rows(`select v.sector, substr(s.opens_on, 1, 4) as year, a.username as by,
      substr(n.taken_at, 1, 10) as taken, substr(p.published_at, 1, 10) as published
      from publications p join surveys s on s.id = p.survey_id join snapshots n on n.id = p.snapshot_id and n.kind = 'final'
      join questionnaire_versions v on v.id = s.version_id join accounts a on a.id = p.published_by
      where p.withdrawn_at is null order by p.id`);
    const [in2024, in2025] = [
      { year: "2024", taken: "2024-11-25", published: "2024-12-10" },
      { year: "2025", taken: "2025-11-24", published: "2025-12-10" },
    ];
    expect(published).toEqual([
      { sector: "administration", by: "ttpvhcc", ...in2024 },
      { sector: "health", by: "syt", ...in2024 },
      { sector: "administration", by: "ttpvhcc", ...in2025 },
      { sector: "health", by: "syt", ...in2025 },
      { sector: "education", by: "sgddt", ...in2025 },
    ]);
  });

  test("has what units answered, for the public, by accounts of the units and of whoever runs the survey", () => {
    const answered = rows(`select u.key, a.username as by, count(*) as n from improvements i
      join units u on u.id = i.unit_id join accounts a on a.id = i.changed_by
      where i.published_at is not null group by 1, 2 order by 1`);
    expect(answered).toEqual([
      { key: "bv-dk-tinh", by: "benhvien", n: 2 },
      { key: "bv-nhi", by: "syt", n: 1 },
      { key: "th-ttpvhcc", by: "ttpvhcc", n: 1 },
      { key: "thpt-dao-duy-tu", by: "sgddt", n: 1 },
    ]);
  });

  test("has last year's plan with a document for each product, each marked, and two reports with remarks", () => {
    const [plan] = rows<{ title: string; note: string }>("select title, note from reform_plans where year = 2025");
    expect(plan?.title).toMatch(/năm 2025 \(mô phỏng\)$/u);
    const missing = rows(`select t.number, product.value from reform_tasks t, json_each(t.task, '$.products') product
      where t.plan_year = 2025 and not exists (select 1 from task_documents d where d.plan_year = 2025
        and d.task_number = t.number and d.product = product.value and d.note like '%mô phỏng%')`);
    expect(missing).toEqual([]);
    expect(
      rows(`select r.kind, r.plan_year as year, count(*) as remarks from reports r
      join report_remarks m on m.report_id = r.id group by r.id order by r.id`),
    ).toEqual([
      { kind: "survey", year: 2025, remarks: 3 },
      { kind: "task", year: 2025, remarks: 3 },
    ]);
  });

  test("are at least 60,000 responses, each with a point of its own unit", () => {
    const [{ n } = { n: 0 }] = rows<{ n: number }>("select count(*) as n from responses");
    expect(n).toBeGreaterThanOrEqual(60_000);
    const strays = rows(`select r.id from responses r
      left join collection_points p on p.id = r.point_id and p.unit_id = r.unit_id
      left join survey_points s on s.point_id = r.point_id and s.survey_id = r.survey_id
      where p.id is null or s.point_id is null`);
    expect(strays).toEqual([]);
    expect(rows<{ code: string }>("select code from collection_points").every((p) => isWellFormedCode(p.code))).toBe(
      true,
    );
  });

  test("was finished inside the window, before the day of the load, a few minutes after its start", () => {
    const [times] = rows<{ first: string; last: string; shortest: number; longest: number }>(`select
      min(finished_at) as first, max(finished_at) as last,
      min(round((julianday(finished_at) - julianday(started_at)) * 86400)) as shortest,
      max(round((julianday(finished_at) - julianday(started_at)) * 86400)) as longest from responses where survey_id in (${openSurveys()})`);
    expect(dayOf(new Date(times?.first ?? ""), TIME_ZONE)).toBe("2026-08-17");
    expect(dayOf(new Date(times?.last ?? ""), TIME_ZONE)).toBe("2026-11-04");
    expect(times?.shortest).toBeGreaterThanOrEqual(60);
    expect(times?.longest).toBeLessThanOrEqual(400);
  });

  test("has units of every size, down to none", () => {
    const units = rows<{ survey: number; n: number }>(`select su.survey_id as survey, count(r.id) as n
      from survey_units su left join responses r on r.survey_id = su.survey_id and r.unit_id = su.unit_id
      group by su.survey_id, su.unit_id`);
    for (const survey of openSurveys()) {
      const sizes = units.filter((unit) => unit.survey === survey).map((unit) => unit.n);
      expect(sizes.filter((n) => n === 0).length).toBeGreaterThanOrEqual(1);
      expect(sizes.filter((n) => n >= 3 && n <= 9).length).toBeGreaterThanOrEqual(2);
      expect(sizes.filter((n) => n >= 10 && n <= 29).length).toBeGreaterThanOrEqual(3);
      const middle = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
      expect(Math.max(...sizes)).toBeGreaterThan(3 * middle);
    }
  });

  test("comes mostly by QR, mostly in Vietnamese, with a comment now and then", () => {
    const share = (query: string) => rows<{ share: number }>(query)[0]?.share ?? 0;
    expect(
      share(`select avg(channel = 'qr') as share from responses where survey_id in (${openSurveys()})`),
    ).toBeCloseTo(0.7, 1);
    expect(share("select avg(language = 'vi') as share from responses")).toBeGreaterThan(0.99);
    const comments = share("select count(*) * 1.0 / (select count(*) from responses) as share from response_texts");
    expect(comments).toBeGreaterThan(0.05);
    expect(comments).toBeLessThan(0.08);
  });

  test("has half a bundle of paper forms, with one keying left to compare with the paper", () => {
    expect(rows("select returned, state from paper_batches")).toEqual([{ returned: 20, state: "entering" }]);
    const keyings = "select pass, count(*) as forms, sum(resolved_at is null) as open from paper_entries group by pass";
    expect(rows(keyings)).toEqual([
      { pass: 1, forms: 12, open: 12 },
      { pass: 2, forms: 2, open: 1 },
    ]);
    expect(
      rows(`select s.simulated, count(*) as n from paper_entries e join responses r on r.response_id = e.response_id
      join surveys s on s.id = r.survey_id where r.channel = 'paper' and r.counted group by 1`),
    ).toEqual([{ simulated: 1, n: 12 }]);
  });

  test("has an interviewer at two points of an open survey", () => {
    expect(
      rows(`select a.username, count(*) as points from interviewer_points i join accounts a on a.id = i.account_id
      join surveys s on s.id = i.survey_id where s.status = 'open' group by 1`),
    ).toEqual([{ username: "dieutravien", points: 2 }]);
  });

  test("opens with six points and eight accounts that sign in", async () => {
    expect(lines.points).toHaveLength(6);
    expect(lines.points[0]?.label).toBe(
      "Trung tâm Phục vụ hành chính công tỉnh Thanh Hóa: Quầy tiếp nhận và trả kết quả",
    );
    expect(lines.accounts.map((account) => account.role)).toEqual([
      "administrator",
      "designer",
      "designer",
      "designer",
      "unit_officer",
      "analyst",
      "viewer",
      "interviewer",
    ]);
    for (const { username, password } of lines.accounts) {
      const [stored] = rows<{ hash: string }>(
        `select password_hash as hash from accounts where username = '${username}'`,
      );
      expect(await verifyPassword(stored?.hash ?? null, password)).toBe(true);
    }
  });
});
