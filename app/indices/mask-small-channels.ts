import { CHANNELS, type Channel } from "~/responses/channels";

/** Responses of one channel; `null`: fewer than may be told, or withheld to protect such a one. */
export interface ChannelCount {
  channel: Channel;
  responses: number | null;
}

/**
 * Responses by channel, in the order of CHANNELS, with the small ones masked. The total stands beside them, so what is
 * masked must not follow by subtraction: the smallest of the other channels are masked too until at least two are, and
 * `minimum` responses are among them. A single channel is the total itself; below the minimum there is then no split by
 * channel at all, and how the few answered stays untold.
 */
export function maskSmallChannels(counts: ReadonlyMap<Channel, number>, minimum: number): ChannelCount[] {
  const bySize = [...counts].filter(([, responses]) => responses > 0).sort(([, one], [, other]) => one - other);
  const masked = new Set<Channel>();
  let hidden = 0;
  for (const [channel, responses] of bySize) {
    const protects = masked.size > 0 && (masked.size < 2 || hidden < minimum);
    if (responses >= minimum && !protects) break;
    masked.add(channel);
    hidden += responses;
  }
  if (masked.size === 1 && bySize.length === 1) return [];
  return CHANNELS.flatMap((channel) => {
    const responses = counts.get(channel);
    return responses ? [{ channel, responses: masked.has(channel) ? null : responses }] : [];
  });
}
