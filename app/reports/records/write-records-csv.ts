import { SIMULATED_MARK } from "~/i18n/names";
import { writeRowsCsv } from "../write-csv";
import type { AnonymisedRecord, AnonymisedRecords } from "./anonymised-records";
import { type AnswerColumn, answerColumns } from "./record-columns";

const ROWS_AT_A_TIME = 500;

/**
 * Single records as the responses file of contracts, section 2, a piece of text at a time. `submitted_at` is there only where
 * time was asked for, weight, stratum and population only where the sample has a design.
 * @param ids a new random id for each record.
 */
export function* recordsCsv(
  records: AnonymisedRecords,
  { order, ids }: { order: Iterable<number>; ids: () => string },
): Generator<string> {
  const answers = answerColumns(records);
  const head = headColumns(records, ids);
  const names = [...head.map(([name]) => name), ...answers.map(({ name }) => name)];
  yield writeRowsCsv(names, []);
  let rows: (string | number | null)[][] = [];
  for (const record of records.read(order)) {
    rows.push([...head.map(([, read]) => read(record)), ...answers.map(({ read }: AnswerColumn) => read(record))]);
    if (rows.length < ROWS_AT_A_TIME) continue;
    yield withoutHeader(rows);
    rows = [];
  }
  if (rows.length > 0) yield withoutHeader(rows);
}

type HeadColumn = readonly [name: string, read: (record: AnonymisedRecord) => string | number | null];

function headColumns({ hasDesign, time, simulated }: AnonymisedRecords, ids: () => string): HeadColumn[] {
  return [
    ["response_id", ids],
    ["unit_code", ({ unit }) => unit.code],
    ["unit_id", ({ unit }) => unit.key],
    ["channel", ({ channel }) => channel],
    ...(time === "none" ? [] : [["submitted_at", ({ submittedAt }) => submittedAt] satisfies HeadColumn]),
    ...(hasDesign
      ? ([
          ["weight", ({ weight }) => weight],
          ["stratum", ({ unit }) => unit.code],
          ["population", ({ unit }) => unit.population],
        ] satisfies HeadColumn[])
      : []),
    ...(simulated ? [["simulated", () => SIMULATED_MARK] satisfies HeadColumn] : []),
  ];
}

/** The header and the byte order mark stand once. */
function withoutHeader(rows: readonly (string | number | null)[][]): string {
  const text = writeRowsCsv([""], rows);
  return text.slice(text.indexOf("\r\n") + 2);
}
