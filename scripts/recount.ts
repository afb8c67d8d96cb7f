import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readSettings } from "~/config.server";
import { recountTallies } from "~/indices/recount-tallies.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";

/**
 * Counts every response anew from its record and compares the tallies that stand, also beside a running server. Exit 0:
 * they agree; 1: they differed, what differed is listed, and the recounted have taken their place; 2: there is no
 * database.
 *
 *   npm run recount
 */
const LISTED = 20;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const settings = readSettings();
const file = resolve(root, (settings.DATABASE_URL ?? "file:./data/hailong.db").replace(/^file:/, ""));
if (!existsSync(file)) {
  console.error(`Không có cơ sở dữ liệu ${file} (no such database): đặt DATABASE_URL.`);
  process.exit(2);
}
const database = openDatabase(`file:${file}`);
const started = performance.now();
const { responses, tallies, differences, replaced } = await recountTallies(database, { timeZone: settings.TIME_ZONE });
closeDatabase(database);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`Đếm lại ${responses} phiếu, đối chiếu ${tallies} bảng đếm trong ${seconds} giây: ${verdict()}`);
for (const { surveyId, unitId, channel, counted, responses: rows, figures } of differences.slice(0, LISTED)) {
  const kind = counted ? "tính vào kết quả" : "để ngoài";
  console.log(
    `  đợt ${surveyId}, đơn vị ${unitId}, kênh ${channel}, ${kind}: ${figures} số lệch; phiếu ${rows.standing} → ${rows.recounted}`,
  );
}
if (differences.length > LISTED) console.log(`  và ${differences.length - LISTED} bảng đếm khác`);
process.exitCode = differences.length > 0 ? 1 : 0;

function verdict(): string {
  if (differences.length === 0) return "khớp hoàn toàn.";
  const outcome = replaced ? "đã ghi lại theo phiếu gốc" : "chưa ghi lại được, xin chạy lần nữa";
  return `${differences.length} bảng đếm lệch, ${outcome}.`;
}
