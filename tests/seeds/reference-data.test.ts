import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { findPlan, listPlanYears } from "~db/repositories/reform-plans";
import { findUnitId, listLineage, listUnits } from "~db/repositories/units";
import { unitLineage, unitVersions } from "~db/schema";
import { loadReferenceData, readUnits } from "../../scripts/reference-data";
import { emptyDatabase, referenceDatabase } from "../support/databases";

const NOW = new Date("2026-06-01T00:00:00Z");

async function provinceViewer(database: ReturnType<typeof referenceDatabase>): Promise<Viewer> {
  const unitId = await findUnitId(database, "th");
  return { accountId: 1, role: "administrator", unitId: unitId ?? 0, sector: null };
}

describe("reference data", () => {
  it("load once: a second load changes nothing, also when the folder's fingerprint is forgotten", async () => {
    const database = emptyDatabase();
    const seeds = join(inject("root"), "seeds");
    const dump = () => database.$client.prepare("select * from unit_versions order by id").all();
    expect(await loadReferenceData(database, seeds, NOW)).toBe(true);
    const first = dump();
    expect(await loadReferenceData(database, seeds, NOW)).toBe(false);
    database.$client.exec("delete from database_marks");
    expect(await loadReferenceData(database, seeds, NOW)).toBe(true);
    expect(dump()).toEqual(first);
    expect(database.$client.prepare("select count(*) n from questionnaire_versions").get()).toEqual({ n: 9 });
  });

  // What docs/operations.md tells whoever corrects the sample lists.
  it("take in new units of a changed list, and leave those loaded before as they are", async () => {
    const database = emptyDatabase();
    const folder = mkdtempSync(join(tmpdir(), "hailong-seeds-"));
    try {
      cpSync(join(inject("root"), "seeds"), folder, { recursive: true });
      const list = join(folder, "units/health-facilities.csv");
      const own = readFileSync(list, "utf8").replace("Bệnh viện Nhi Thanh Hóa", "Bệnh viện Nhi");
      writeFileSync(list, own);
      await loadReferenceData(database, folder, NOW);
      const added = "\nbv-moi,BV99,hospital,Bệnh viện Mới,th-syt,14797,false\n";
      writeFileSync(list, own.replace("Bệnh viện Nhi,", "Bệnh viện Nhi khác,").replace(/^bv-mat,.*\n/m, "") + added);
      expect(await loadReferenceData(database, folder, NOW)).toBe(true);
      const hospitals = await listUnits(database, await provinceViewer(database), {
        on: "2026-06-01",
        kinds: ["hospital"],
      });
      const names = hospitals.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(["Bệnh viện Nhi", "Bệnh viện Mắt Thanh Hóa", "Bệnh viện Mới"]));
      expect(names).not.toContain("Bệnh viện Nhi khác");
      expect(names).not.toContain("Bệnh viện Nhi Thanh Hóa");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  // NQ 1686/NQ-UBTVQH15: 147 xã and 19 phường from 547 old units in 26 districts (methodology, E.4).
  it("holds the province before and after 1 July 2025", async () => {
    const database = referenceDatabase();
    const viewer = await provinceViewer(database);
    const count = async (on: string, kinds: ("commune" | "district")[]) =>
      (await listUnits(database, viewer, { on, kinds })).length;
    expect(await count("2025-06-30", ["district"])).toBe(26);
    expect(await count("2025-06-30", ["commune"])).toBe(547);
    expect(await count("2025-07-01", ["district"])).toBe(0);
    expect(await count("2025-07-01", ["commune"])).toBe(166);
    const today = await listUnits(database, viewer, { on: "2026-06-01", kinds: ["commune"] });
    expect(today.filter(({ name }) => name.startsWith("Phường"))).toHaveLength(19);
  });

  it("keeps the lineage: 558 edges, ten old units split, Hạc Thành from twelve", async () => {
    const database = referenceDatabase();
    expect(database.select().from(unitLineage).all()).toHaveLength(558);
    const splits = database
      .select()
      .from(unitLineage)
      .all()
      .filter(({ relation }) => relation === "split");
    expect(new Set(splits.map(({ oldUnitId }) => oldUnitId)).size).toBe(10);
    const hacThanh = await findUnitId(database, "xa-2025-14797");
    expect(await listLineage(database, hacThanh ?? 0)).toHaveLength(12);
  });

  it("never confuses units that share a code: 14797 was Đông Hải and is Hạc Thành, two units", async () => {
    const database = referenceDatabase();
    const bearers = database
      .select()
      .from(unitVersions)
      .all()
      .filter(({ code, kind }) => code === "14797" && kind === "commune");
    expect(bearers.map(({ name }) => name).sort()).toEqual(["Phường Hạc Thành", "Phường Đông Hải"]);
    expect(new Set(bearers.map(({ unitId }) => unitId)).size).toBe(2);
  });

  it("keeps an unchanged commune as one unit with two versions", () => {
    const { versions } = readUnits(join(inject("root"), "seeds/units"));
    const tamChung = versions.filter(({ key }) => key === "xa-14848");
    expect(tamChung.map(({ parentKey, validFrom, validTo }) => [parentKey, validFrom, validTo])).toEqual([
      ["huyen-384", null, "2025-06-30"],
      ["th", "2025-07-01", null],
    ]);
  });

  it("marks hospitals, stations and schools as sample data", async () => {
    const database = referenceDatabase();
    const units = await listUnits(database, await provinceViewer(database), { on: "2026-06-01" });
    const facilities = units.filter(
      ({ kind }) => !["province", "department", "service_centre", "commune"].includes(kind),
    );
    expect(facilities.length).toBeGreaterThan(700);
    expect(facilities.every(({ sample }) => sample)).toBe(true);
    expect(facilities.filter(({ kind }) => kind === "health_station")).toHaveLength(166);
  });

  it("holds seven tasks of the 2023 plan as issued and of the present year's", async () => {
    const database = referenceDatabase();
    expect(await listPlanYears(database)).toEqual([2026, 2023]);
    for (const year of [2023, 2026]) {
      const plan = await findPlan(database, year);
      expect(plan?.tasks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(plan?.tasks.map(({ survey_sector }) => survey_sector)).toEqual([
        null,
        null,
        "administration",
        "health",
        "education",
        null,
        null,
      ]);
      expect(plan?.tasks[2]?.respondents).toEqual(["citizen", "organisation"]);
      expect(plan?.tasks.map(({ requires_plan }) => requires_plan)).toEqual([
        false,
        false,
        false,
        true,
        true,
        false,
        false,
      ]);
    }
    const today = await findPlan(database, 2026);
    const bodies = today?.tasks.flatMap((task) => [...task.lead, ...task.coordinating].map(({ name }) => name)) ?? [];
    expect(bodies.filter((name) => /cấp huyện/.test(name))).toEqual([]);
  });
});
