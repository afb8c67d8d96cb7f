import { z } from "zod";
import type { MeasureRow } from "~/indices/result";
import { resultSchema } from "~/reports/result-schema";
import { type ResultDocument, resultDocument } from "~/reports/write-result-json";
import type { SnapshotRows } from "~/snapshots/snapshot-rows.server";

/** A row of `hailong.result/1` with the stable id of its unit beside the code, which another unit may bear some day. */
export type ApiMeasure = Omit<MeasureRow, "share_ses"> & {
  unit_id: string | null;
  share_ses?: Readonly<Record<string, number | null>> | null | undefined;
};

export const apiMeasureSchema: z.ZodType<ApiMeasure, ApiMeasure> = resultSchema.shape.measures.element
  .extend({ unit_id: z.string().nullable().meta({ description: "Stable id of the unit; null: all units together" }) })
  .meta({ id: "Measure" });

/** A snapshot as `hailong.result/1`: the same document as the JSON file, less the rows that the viewer may not see. */
export function resultOf({
  snapshot,
  document,
  unitKeys,
}: SnapshotRows): Omit<ResultDocument, "measures"> & { measures: ApiMeasure[] } {
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
