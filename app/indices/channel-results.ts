import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS, type Channel } from "~/responses/channels";
import { maskSmallCells } from "./mask-small-cells";
import { type ChannelCount, maskSmallChannels } from "./mask-small-channels";
import { type GroupMeasures, measureGroup } from "./measure-groups";
import type { ResponseFrame } from "./response-frame";
import type { MeasureRow } from "./result";

/** What one channel brought in: its responses and the overall index of those who answered by it. */
export interface ChannelResult extends ChannelCount {
  /** Masked where too few answered by it, or where it protects such a channel; absent where there is no index. */
  overall?: MeasureRow | undefined;
}

/** A channel's responses and their measures, before anything is masked. */
export interface MeasuredChannel {
  channel: Channel;
  responses: number;
  group: GroupMeasures;
}

/** @param rowsOf positions in the frame of each channel's responses. */
export function measureChannels(
  frame: ResponseFrame,
  rowsOf: ReadonlyMap<Channel, readonly number[]>,
): MeasuredChannel[] {
  return CHANNELS.flatMap((channel) => {
    const rows = rowsOf.get(channel);
    const measured = () => measureGroup({ frame, unit: channel, rows: Int32Array.from(rows ?? []) });
    return rows ? [{ channel, responses: rows.length, group: measured() }] : [];
  });
}

/**
 * Responses and overall index by channel. An index needs the persons that a unit's needs, and since the index of all
 * stands beside them, channels are hidden together by the rule of their counts (`maskSmallChannels`): what is left after
 * subtraction is never fewer persons than the minimum.
 */
export function channelResults({
  measured,
  questionnaire,
  minimums,
}: {
  measured: readonly MeasuredChannel[];
  questionnaire: Questionnaire;
  minimums: { cell: number; unit: number };
}): ChannelResult[] {
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
  const counts = new Map(measured.map(({ channel, responses }) => [channel, responses]));
  return maskSmallChannels(counts, minimums.cell).map((one) => ({ ...one, overall: overalls.get(one.channel) }));
}
