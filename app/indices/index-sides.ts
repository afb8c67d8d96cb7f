import type { Channel } from "~/responses/channels";
import type { ChannelIndices } from "./channel-indices";
import type { MeasureLevel, MeasureRow } from "./result";
import type { IndexPair } from "./without-flagged";

/** Whose answers a column is of: everybody's, those without a flag, or those of one channel. */
export type Side = "all" | "unflagged" | Channel;

/** What of a measure the table shows. */
export type SideFigure = Pick<
  MeasureRow,
  "unit" | "level" | "code" | "n_persons" | "n_valid" | "rate" | "rate_ci" | "k" | "k_used" | "suppressed"
>;

/** One index on every side; undefined where a side has no such row. */
export interface IndexSides {
  level: MeasureLevel;
  code: string;
  figures: (SideFigure | undefined)[];
}

const LEVELS: readonly MeasureLevel[] = ["overall", "factor"];

/**
 * The overall index and every factor with all responses, without flagged ones and by channel, each as it was masked.
 * @param pairs null: the viewer may not know what is flagged, or it is not known yet.
 */
export function indexSides({
  measures,
  channels,
  pairs,
}: {
  /** All units together, as the results publish them. */
  measures: readonly MeasureRow[];
  channels: readonly ChannelIndices[];
  pairs: readonly IndexPair[] | null;
}): { sides: Side[]; rows: IndexSides[] } {
  const columns: { side: Side; rows: readonly MeasureRow[] }[] = [
    { side: "all", rows: measures },
    ...(pairs ? [{ side: "unflagged" as const, rows: pairs.map(({ without }) => without) }] : []),
    ...channels.map(({ channel, indices }) => ({ side: channel, rows: indices })),
  ];
  const wanted = LEVELS.flatMap((level) => measures.filter((row) => row.level === level));
  return {
    sides: columns.map(({ side }) => side),
    rows: wanted.map(({ level, code }) => ({
      ...{ level, code },
      figures: columns.map(({ rows }) => {
        const row = rows.find((one) => one.level === level && one.code === code);
        return row && figureOf(row);
      }),
    })),
  };
}

/** Answers of several items add up to those of the whole, so that only persons are told. */
function figureOf({ unit, level, code, n_persons, rate, rate_ci, k, k_used, suppressed }: MeasureRow): SideFigure {
  const used = k === undefined ? {} : { k, k_used };
  return { unit, level, code, n_persons, n_valid: null, rate, rate_ci, ...used, suppressed };
}
