import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { archiveNames } from "~/reports/archive-names";
import type { ReportFormat } from "~/reports/report-formats";
import { unitReportOf } from "~/reports/unit-report-of";
import { streamUnitArchive } from "~/reports/write-unit-archive.server";
import type { SnapshotDocument } from "~/snapshots/snapshot";
import { pdfPages } from "../support/programs";
import { hospitals, type SampleUnit, sampleResults, seedQuestionnaire } from "./sample-results";

const questionnaire = seedQuestionnaire("outpatient-qd56");
const SUMMARY = { number: 1, kind: "final", hash: "a".repeat(64) } as const;

function snapshot(units: SampleUnit[], simulated = false): SnapshotDocument {
  return {
    format: "hailong.snapshot/1",
    ...{
      number: 1,
      kind: "final",
      takenOn: "2026-12-05",
      reason: null,
      software: "0.1.0",
      timeZone: "Asia/Ho_Chi_Minh",
    },
    included: { responses: 100, sha256: "b".repeat(64) },
    results: sampleResults({ questionnaire, units, simulated }),
  };
}

const SERVED = { task: null, planYear: 2026, planNote: null };

function archive(document: SnapshotDocument, format: ReportFormat, told: number[] = []): Promise<Buffer> {
  return buffer(streamed(document, format, told));
}

function streamed(document: SnapshotDocument, format: ReportFormat, told: number[]): Readable {
  return streamUnitArchive({
    ...{ document, summary: SUMMARY, format },
    build: (key) => unitReportOf({ document, summary: SUMMARY, served: SERVED }, key),
    onMade: (made) => told.push(made),
  });
}

/** What `unzip` makes of an archive, after testing it. */
function extracted(zip: Buffer): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "hailong-zip-"));
  try {
    const file = join(folder, "a.zip");
    writeFileSync(file, zip);
    expect(execFileSync("unzip", ["-tq", file], { encoding: "utf8" })).toContain("No errors detected");
    execFileSync("unzip", ["-q", file, "-d", join(folder, "out")], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
    const names = readdirSync(join(folder, "out"));
    return new Map(names.map((name) => [name.normalize("NFC"), readFileSync(join(folder, "out", name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BAD: SampleUnit[] = [
  { key: "b1", code: "01", name: `Phòng khám ${"rất dài ".repeat(30)}`.slice(0, 200), persons: 40 },
  { key: "b2", code: "=cmd", name: "=cmd|'/c calc'!A1", persons: 50 },
  { key: "b3", code: "03", name: "Trạm 🏥 y tế\u0007 ../../etc/passwd", persons: 60 },
  { key: "b4", code: "04", name: "Trùng tên", persons: 0 },
  { key: "b5", code: "04", name: "TRÙNG TÊN", persons: 3 },
];

describe("names of files in an archive", () => {
  it("are safe on every system, whole where they can be, and never the same", () => {
    const names = [...archiveNames(BAD, "pdf").values()];
    expect(new Set(names.map((name) => name.toLocaleLowerCase("vi"))).size).toBe(BAD.length);
    for (const name of names) {
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[.-]|[. ]\.pdf$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThan(200);
    }
    expect(names[3]).toBe("04 - Trùng tên.pdf");
    expect(names[4]).toBe("04 - TRÙNG TÊN (2).pdf");
    expect([...archiveNames([{ key: "x", code: "", name: "…/..." }], "pdf").values()]).toEqual(["….pdf"]);
    expect([...archiveNames([{ key: "x", code: "", name: "***" }], "pdf").values()]).toEqual(["don-vi.pdf"]);
  });
});

describe("an archive of units' reports", () => {
  it("holds a report of each unit surveyed, a list and a word on it, and tells how far it is", async () => {
    const told: number[] = [];
    const files = extracted(await archive(snapshot(hospitals().slice(0, 6)), "pdf", told));
    expect(files.size).toBe(6 + 2);
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
    const rows = parse(files.get("danh-sach.csv") ?? "", { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const pages = await pdfPages(files.get(row.Tệp ?? "") ?? Buffer.alloc(0));
      expect(pages.join(" ").replace(/\s+/g, " ")).toContain(row["Tên đơn vị"]);
    }
    expect(files.get("README.txt")?.toString("utf8")).toContain("bản chốt số liệu số 1, mã aaaaaaaaaaaa");
  });

  it.each(["docx", "pdf"] as const)(
    "leaves while it is made, so that no more than a few reports are kept: %s",
    async (format) => {
      const told: number[] = [];
      const stream = streamed(snapshot(hospitals().slice(0, 12)), format, told);
      const madeAtFirstBytes = await new Promise<number>((resolve) => stream.once("data", () => resolve(told.length)));
      expect(madeAtFirstBytes).toBeLessThan(6);
      stream.destroy();
    },
  );

  it("is the same, byte for byte, for the same snapshot", async () => {
    const document = snapshot(hospitals().slice(0, 3));
    for (const format of ["docx", "pdf"] as const)
      expect((await archive(document, format)).equals(await archive(document, format))).toBe(true);
  });

  it("opens whatever units are called and however few answered", async () => {
    for (const format of ["docx", "pdf"] as const) {
      const files = extracted(await archive(snapshot(BAD, true), format));
      expect(files.size).toBe(BAD.length + 2);
      expect(files.get("README.txt")?.toString("utf8")).toContain("SỐ LIỆU MÔ PHỎNG");
      const rows = parse(files.get("danh-sach.csv") ?? "", { bom: true }) as string[][];
      expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }
  });
});
