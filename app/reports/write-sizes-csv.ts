import { dataTable } from "./tables/data-table";
import { writeTableCsv } from "./write-csv";

interface SizedUnit {
  key: string;
  code: string;
  name: string;
  population: number | null;
  target: number | null;
}

/** Units with population and target as CSV: what the page of sizes hands out and takes back. */
export function writeSizesCsv(units: readonly SizedUnit[]): string {
  const column = <K extends keyof SizedUnit>(name: string, key: K) => ({
    key: name,
    title: name,
    meaning: name,
    kind: "text" as const,
    width: 20,
    value: (unit: SizedUnit) => unit[key],
  });
  const columns = [
    column("unit_id", "key"),
    column("unit_code", "code"),
    column("unit_name", "name"),
    column("population", "population"),
    column("target", "target"),
  ];
  return writeTableCsv(dataTable("sizes", columns, units));
}
