import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { readTable } from "~/surveys/read-table.server";
import { importChanges } from "~/units/import-changes.server";
import { referenceDatabase } from "../support/databases";
import { provinceViewer } from "../support/surveys";

const COLUMNS = ["effective_on", "change", "codes", "new_code", "new_name", "basis"];
const CHANGE = ["2027-01-01", "rename", "14797", "14797", "Phường Hạc Thành Mới", "Nghị quyết 1"];

test.each([
  ["commas", ","],
  ["semicolons", ";"],
  ["tabs, as cells copied from a sheet have", "\t"],
])("changes of units are read with %s between the cells", async (_name, mark) => {
  const database = referenceDatabase();
  const text = [COLUMNS, CHANGE].map((cells) => cells.join(mark)).join("\r\n");
  const viewer = await provinceViewer(database);
  const outcome = await importChanges(database, viewer, {
    text,
    confirmed: false,
    now: new Date("2026-11-22T03:00:00Z"),
  });
  expect(outcome).toMatchObject({ kind: "preview", preview: { problems: [], lines: [{ line: 2 }] } });
});

test("a day in a cell of a workbook is read as it is written in files", async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Thay đổi").addRows([COLUMNS, [new Date("2027-01-01T00:00:00Z"), ...CHANGE.slice(1)]]);
  const table = await readTable({ name: "a.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) });
  expect(table).toMatchObject({ ok: true, rows: [{ cells: COLUMNS }, { cells: CHANGE }] });
});
