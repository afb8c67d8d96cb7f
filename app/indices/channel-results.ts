import type { Channel } from "~/responses/channels";
import { maskRow } from "./mask-row";
import type { GroupMeasures } from "./measure-groups";
import type { MeasureRow } from "./result";

/** What one channel brought in: its responses and the overall index of those who answered by it. */
export interface ChannelResult {
  channel: Channel;
  /** `null`: fewer than may be told, or withheld to protect such a group. */
  responses: number | null;
  /** Masked where too few answered by it, or where it protects such a channel; absent where there is no index. */
  overall?: MeasureRow | undefined;
}

/** A channel's responses and their measures, before anything is masked. */
export interface MeasuredChannel {
  channel: Channel;
  responses: number;
  group: GroupMeasures;
}

/** The name of a channel's persons among the groups that are withheld together with the units. */
export function channelKey(channel: Channel): string {
  return `channel:${channel}`;
}

/**
 * Responses and overall index by channel.
 * @param uncounted groups (`channelKey`) whose number of responses is withheld.
 * @param withheld groups whose index is.
 * @param minimum least persons of an index.
 */
export function channelResults({
  measured,
  uncounted,
  withheld,
  minimum,
}: {
  measured: readonly MeasuredChannel[];
  uncounted: ReadonlySet<string>;
  withheld: ReadonlySet<string>;
  minimum: number;
}): ChannelResult[] {
  return measured.map(({ channel, responses, group }) => {
    const key = channelKey(channel);
    const overall = group.measures.find(({ level }) => level === "overall");
    const persons = overall?.n_persons ?? 0;
    const isMasked = withheld.has(key) || (persons > 0 && persons < minimum);
    return {
      channel,
      responses: uncounted.has(key) ? null : responses,
      overall: overall && isMasked ? maskRow(overall) : overall,
    };
  });
}
