import type { Bar } from "~/components/draw-bars";
import type { MeasureRow } from "~/indices/result";

/** Bars of the rows that have a rate to show. */
export function rateBars(rows: readonly { label: string; row: MeasureRow | null | undefined }[]): Bar[] {
  return rows.flatMap(({ label, row }) =>
    row?.rate == null
      ? []
      : [
          {
            label,
            value: row.rate * 100,
            interval: row.rate_ci ? ([row.rate_ci[0] * 100, row.rate_ci[1] * 100] as const) : null,
          },
        ],
  );
}
