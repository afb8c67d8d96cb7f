import { CHANNEL_NAMES } from "~/i18n/names";
import { useMessages } from "~/i18n/use-words";
import type { Channel } from "~/responses/channels";

/** Names of channels in the surrounding language. */
export function useChannelNames(): (channel: Channel) => string {
  const say = useMessages();
  return (channel) => say(CHANNEL_NAMES[channel]);
}
