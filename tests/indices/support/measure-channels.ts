import type { MeasuredChannel } from "~/indices/channel-results";
import { measureGroup } from "~/indices/measure-groups";
import type { ResponseFrame } from "~/indices/response-frame";
import { CHANNELS, type Channel } from "~/responses/channels";

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
