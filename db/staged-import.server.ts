import { rmSync } from "node:fs";
import SqliteFile from "better-sqlite3";
import type { Channel } from "~/responses/channels";
import type { ImportReport } from "~/responses/import-report";
import type { CellProblem } from "~/responses/read-responses-file-problem";
import { makePrivateFile } from "./open-database.server";

/** A good row of a file, ready to be stored. */
export interface StagedRow {
  line: number;
  responseId: string;
  unitId: number;
  channel: Channel;
  startedAt: string | null;
  finishedAt: string;
  /** The day that the file gave; null where it gave none. */
  day: string | null;
  packed: string;
  texts: Readonly<Record<string, string>>;
}

/**
 * What reading a file of responses gave, in a file of its own beside the upload: the rows that can be taken, so that
 * taking them is one short statement, the cells that cannot, and the report. It goes when the import is over.
 */
export interface StagedImport {
  add(rows: readonly StagedRow[]): void;
  addBad(problems: readonly CellProblem[]): void;
  rows(): StagedRow[];
  /** Rows whose response is there already are not stored again. */
  markKnown(lines: readonly number[]): void;
  removeRows(lines: readonly number[]): void;
  writeReport(report: ImportReport): void;
  report(): ImportReport | null;
  countBad(): number;
  /** Cells that cannot be taken, in file order from `offset`. */
  bad(page: { offset: number; limit: number }): CellProblem[];
  /** Takes the answers out for good; the report and the bad cells stay. */
  forgetRows(): void;
  close(): void;
}

/** Makes a staged import anew; what was there is gone. */
export function createStagedImport(path: string): StagedImport {
  for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(path + end, { force: true });
  makePrivateFile(path);
  const file = new SqliteFile(path);
  // It can be made again from the upload at any time, so nothing is spent on outliving a power cut.
  file.pragma("journal_mode = OFF");
  file.pragma("synchronous = OFF");
  file.exec(`
    create table rows (line integer primary key, response_id text not null, unit_id integer not null,
      channel text not null, started_at text, finished_at text not null, day text, packed text not null, texts text,
      known integer not null default 0);
    create table bad (id integer primary key, line integer not null, field text not null, value text not null,
      reason text not null);
    create table report (report text not null);`);
  return around(file);
}

/** Opens a staged import to look at it; throws where there is none. */
export function openStagedImport(path: string): StagedImport {
  return around(new SqliteFile(path, { fileMustExist: true }));
}

function around(file: SqliteFile.Database): StagedImport {
  const inserts = () => ({
    row: file.prepare(`insert into rows (line, response_id, unit_id, channel, started_at, finished_at, day, packed, texts)
      values (@line, @responseId, @unitId, @channel, @startedAt, @finishedAt, @day, @packed, @texts)`),
    bad: file.prepare("insert into bad (line, field, value, reason) values (@line, @column, @value, @reason)"),
  });
  let prepared: ReturnType<typeof inserts> | null = null;
  const insert = () => {
    prepared ??= inserts();
    return prepared;
  };
  const forEachLine = (sql: string) =>
    file.transaction((lines: readonly number[]) => {
      const statement = file.prepare(sql);
      for (const line of lines) statement.run(line);
    });
  return {
    add: file.transaction((rows: readonly StagedRow[]) => {
      for (const { texts, ...row } of rows) {
        insert().row.run({ ...row, texts: Object.keys(texts).length === 0 ? null : JSON.stringify(texts) });
      }
    }),
    addBad: file.transaction((problems: readonly CellProblem[]) => {
      for (const problem of problems) insert().bad.run(problem);
    }),
    rows: () =>
      (
        file
          .prepare(
            `select line, response_id as responseId, unit_id as unitId, channel, started_at as startedAt,
              finished_at as finishedAt, day, packed, texts from rows order by line`,
          )
          .all() as (Omit<StagedRow, "texts"> & { texts: string | null })[]
      ).map((row) => ({ ...row, texts: row.texts === null ? {} : JSON.parse(row.texts) })),
    markKnown: forEachLine("update rows set known = 1 where line = ?"),
    removeRows: forEachLine("delete from rows where line = ?"),
    writeReport: file.transaction((report: ImportReport) => {
      file.exec("delete from report");
      file.prepare("insert into report values (?)").run(JSON.stringify(report));
    }),
    report: () => {
      const text = file.prepare("select report from report").pluck().get() as string | undefined;
      return text === undefined ? null : (JSON.parse(text) as ImportReport);
    },
    countBad: () => file.prepare("select count(*) from bad").pluck().get() as number,
    bad: ({ offset, limit }) =>
      file
        .prepare(`select line, field as "column", value, reason from bad order by line, id limit ? offset ?`)
        .all(limit, offset) as CellProblem[],
    forgetRows: () => {
      file.exec("drop table if exists rows");
      file.exec("vacuum");
    },
    close: () => void file.close(),
  };
}
