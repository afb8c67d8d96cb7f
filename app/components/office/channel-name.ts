import { useNames } from "~/i18n/use-names";
import type { Channel } from "~/responses/channels";

/** Names of channels in the surrounding language. */
export function useChannelNames(): (channel: Channel) => string {
  const names = useNames();
  return (channel) => names.channels[channel];
}
