import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS, type Channel } from "~/responses/channels";
import { maskSmallCells } from "./mask-small-cells";
import { type ChannelCount, maskSmallChannels } from "./mask-small-channels";
import { measureGroup } from "./measure-groups";
import type { ResponseFrame } from "./response-frame";
import type { MeasureRow } from "./result";

/** What one channel brought in: its responses and the overall index of those who answered by it. */
export interface ChannelResult extends ChannelCount {
  /** Masked where too few answered by it, or where it protects such a channel; absent where there is no index. */
  overall?: MeasureRow | undefined;
}

/**
 * Responses and overall index by channel. An index needs the persons that a unit's needs, and since the index of all
 * stands beside them, channels are hidden together by the rule of their counts (`maskSmallChannels`): what is left after
 * subtraction is never fewer persons than the minimum.
 * @param rowsOf positions in the frame of each channel's responses.
 */
export function channelResults({
  frame,
  questionnaire,
  rowsOf,
  minimums,
}: {
  frame: ResponseFrame;
  questionnaire: Questionnaire;
  rowsOf: ReadonlyMap<Channel, readonly number[]>;
  minimums: { cell: number; unit: number };
}): ChannelResult[] {
  const measured = CHANNELS.flatMap((channel) => {
    const rows = rowsOf.get(channel);
    return rows ? [{ channel, group: measureGroup({ frame, unit: channel, rows: Int32Array.from(rows) }) }] : [];
  });
  const overallOf = (measures: readonly MeasureRow[]) => measures.find(({ level }) => level === "overall");
  const persons = new Map(measured.map(({ channel, group }) => [channel, overallOf(group.measures)?.n_persons ?? 0]));
  const told = new Set(
    maskSmallChannels(persons, minimums.unit).flatMap((one) => (one.responses === null ? [] : [one.channel])),
  );
  const overalls = new Map(
    measured.map(({ channel, group }) => {
      const minUnit = told.has(channel) ? minimums.unit : Number.POSITIVE_INFINITY;
      const [masked] = maskSmallCells({ questionnaire, groups: [group], minCell: minimums.cell, minUnit });
      return [channel, overallOf(masked?.measures ?? [])];
    }),
  );
  const counts = new Map([...rowsOf].map(([channel, rows]) => [channel, rows.length]));
  return maskSmallChannels(counts, minimums.cell).map((one) => ({ ...one, overall: overalls.get(one.channel) }));
}
