import { z } from "zod";
import type { MeasureRow } from "~/indices/result";
import { resultSchema } from "~/reports/result-schema";
import { type ResultDocument, resultDocument } from "~/reports/write-result-json";
import type { SnapshotRows } from "~/snapshots/snapshot-rows.server";
import { nextSchema, numberKey, takePage } from "./paging";

/** A row of `hailong.result/1` with the stable id of its unit beside the code, which another unit may bear some day. */
export type ApiMeasure = Omit<MeasureRow, "share_ses"> & {
  unit_id: string | null;
  share_ses?: Readonly<Record<string, number | null>> | null | undefined;
};

const withUnit = resultSchema.shape.measures.element.extend({
  unit_id: z.string().nullable().meta({ description: "Stable id of the unit; null: all units together" }),
});

export const apiMeasureSchema: z.ZodType<ApiMeasure, ApiMeasure> = withUnit.meta({ id: "Measure" });

/** With the name, since units outside the scope of a key are told of nowhere else. */
export type PublishedMeasure = ApiMeasure & { unit_name: string | null };

export const publishedMeasureSchema: z.ZodType<PublishedMeasure, PublishedMeasure> = withUnit
  .extend({ unit_name: z.string().nullable().meta({ description: "Name of the unit in the survey" }) })
  .meta({ id: "PublishedMeasure" });

/** A snapshot as `hailong.result/1`: the same document as the JSON file, less the rows that the viewer may not see. */
function resultOf({
  snapshot,
  document,
  unitKeys,
}: Pick<SnapshotRows, "document" | "unitKeys"> & {
  snapshot: Pick<SnapshotRows["snapshot"], "number" | "kind" | "hash">;
}): Omit<ResultDocument, "measures"> & { measures: ApiMeasure[] } {
  const { results } = document;
  const whole = resultDocument({ results, snapshot });
  const seen = (key: string) => unitKeys === null || unitKeys.has(key);
  // The document keeps the order of rows, and bears codes where the results bear keys.
  const measures = results.measures.flatMap(({ unit: key }, at): ApiMeasure[] => {
    const row = whole.measures[at];
    return row && seen(key) ? [{ ...row, unit_id: key === "*" ? null : key }] : [];
  });
  const reliability = whole.reliability.filter((_, at) => seen(results.reliability[at]?.unit ?? ""));
  return { ...whole, measures, reliability };
}

/** What every page of a result is: `hailong.result/1` (contracts, section 3) cut into pages of its rows. */
export function resultPageOf<Row extends ApiMeasure>(row: z.ZodType<Row, Row>) {
  return resultSchema.extend({
    minimums: z.object({ cell: z.int(), unit: z.int() }).meta({ description: "Fewer persons are masked" }),
    measures: z.array(row),
    reliability: resultSchema.shape.reliability.meta({ description: "With the first page of measures" }),
    next: nextSchema,
  });
}

/** The part of a result that is asked for: its head, one page of rows, reliability beside the first. */
export function resultPage(rows: Parameters<typeof resultOf>[0], query: RowsAsked) {
  const { measures, reliability, ...head } = resultOf(rows);
  const { cell, unit } = rows.document.results.minimums;
  const page = { ...head, minimums: { cell, unit }, reliability: query.cursor === undefined ? reliability : [] };
  return { page, ...pageOfRows(measures, query) };
}

/** Which rows of a result are asked for. */
export const rowsQuery = {
  unit: z.string().max(100).optional().meta({ description: "Only rows of this unit; `*`: all units together" }),
  level: z.enum(["item", "factor", "domain", "overall", "all-satisfied"]).optional(),
};

interface RowsAsked {
  unit?: string | undefined;
  level?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A page of the rows that are asked for, in the order of the document. */
function pageOfRows(
  measures: readonly ApiMeasure[],
  { unit, level, ...page }: RowsAsked,
): { items: ApiMeasure[]; cursor: string | null } {
  const wanted = measures
    .map((row, at) => ({ row, at }))
    .filter(
      ({ row }) =>
        (unit === undefined || (row.unit_id ?? "*") === unit) && (level === undefined || row.level === level),
    );
  const { items, cursor } = takePage(wanted, page, ({ at }) => numberKey(at));
  return { items: items.map(({ row }) => row), cursor };
}
