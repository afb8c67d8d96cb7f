import type { MeasureRow } from "~/indices/result";

/** A share and its interval as a bar beside the figures, which say the same; nothing where there is no figure. */
export function RateBar({ row }: { row: MeasureRow | undefined }) {
  if (row?.rate == null) return null;
  const [low, high] = row.rate_ci ?? [row.rate, row.rate];
  return (
    <svg className="rate-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="6" />
      <rect className="share" width={across(row.rate)} height="6" />
      <rect className="range" x={across(low)} y="7.5" width={Math.max(0.6, across(high) - across(low))} height="2" />
    </svg>
  );
}

/** Where a share stands on the drawing, a hundred wide. */
function across(share: number): number {
  return Math.round(share * 1000) / 10;
}
