import { hex, shadeOf } from "~/reports/charts/shades";

/** How many chose each level, the highest first, as one bar in parts; the words beside it say the same. */
export function LevelsBar({ counts }: { counts: readonly number[] }) {
  const base = counts.reduce((sum, count) => sum + count, 0);
  if (base === 0) return null;
  const starts = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0));
  return (
    <svg className="levels-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      {counts.map(
        (count, at) =>
          count > 0 && (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place
              key={at}
              x={across(starts[at] ?? 0, base)}
              width={across(count, base)}
              height="6"
              fill={hex(shadeOf(counts.length - 1 - at, counts.length))}
            />
          ),
      )}
    </svg>
  );
}

function across(count: number, base: number): number {
  return Math.round((count / base) * 1000) / 10;
}
