import { join, resolve } from "node:path";
import type { Settings } from "~/config.server";
import {
  closeDatabase,
  copyBeforeMigration,
  type Database,
  migrateDatabase,
  openDatabase,
} from "~db/open-database.server";
import { countAccounts } from "~db/repositories/accounts";
import { readMark } from "~db/repositories/database-marks";
import { hasResponses, hasSchema } from "~db/repositories/database-state";
import { loadReferenceData } from "../reference-data";
import { StartRefused } from "./start-refused";

/**
 * Opens the database, brings its schema up to date and loads the reference data.
 * @throws StartRefused when real and simulated answers would come together in one file.
 */
export async function openData(options: {
  root: string;
  settings: Settings;
  demo: boolean;
  now: Date;
}): Promise<Database> {
  const { root, settings, demo, now } = options;
  const path = databasePath(root, settings.DATABASE_URL, demo);
  const database = openDatabase(`file:${path}`);
  try {
    // Before anything is changed in it: a file that is refused stays as it was.
    if (await hasSchema(database)) await refuseMixing(database, path, demo);
    const migrations = join(root, "db", "migrations");
    const copy = copyBeforeMigration(database, migrations);
    if (copy) console.error(`• sao lưu trước khi nâng cấp (copy before the upgrade): ${copy}`);
    migrateDatabase(database, migrations);
    await loadReferenceData(database, join(root, "seeds"), now);
  } catch (error) {
    closeDatabase(database);
    throw error;
  }
  return database;
}

function databasePath(root: string, url: string | undefined, demo: boolean): string {
  return resolve(root, (url ?? `file:./data/${demo ? "demo" : "hailong"}.db`).replace(/^file:/, ""));
}

async function refuseMixing(database: Database, path: string, demo: boolean): Promise<void> {
  const simulated = (await readMark(database, "simulated")) !== null;
  if (!demo && simulated) {
    throw new StartRefused(
      `${path} chứa dữ liệu mô phỏng nên không chạy thật được. Hãy đặt DATABASE_URL tới tệp khác, hoặc dùng "npm run demo".\n` +
        "This database holds simulated answers: set DATABASE_URL to another file, or run the demo.",
    );
  }
  if (demo && !simulated && ((await hasResponses(database)) || (await countAccounts(database)) > 0)) {
    throw new StartRefused(
      `${path} là cơ sở dữ liệu thật nên không nạp dữ liệu mô phỏng vào đó. Hãy bỏ DATABASE_URL hoặc đặt tới tệp khác.\n` +
        "This is a real database: simulated answers are not loaded into it.",
    );
  }
}
