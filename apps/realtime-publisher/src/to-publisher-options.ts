import { type ChannelSettings, openChannels } from './open-channels.js';
import { type PublisherOptions } from './options.js';

/** What an operator sets of the realtime service; `libs/config` has it in this form. */
export interface PublisherSettings extends ChannelSettings {
  messages: 'stream' | 'single';
  agentStatus: boolean;
  rollUpMs: number;
}

/** The publisher's options by the settings. The caller closes the providers of the channels. */
export async function toPublisherOptions(
  settings: PublisherSettings,
  ports: Pick<PublisherOptions, 'bus' | 'log' | 'counters'>,
): Promise<PublisherOptions> {
  const { messages, agentStatus, rollUpMs, ...channels } = settings;
  return { ...ports, channels: await openChannels(channels), messages, agentStatus, times: { rollUpMs } };
}
