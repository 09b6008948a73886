import { canPublish, openRealtime, type RealtimeChoice, toRealtimeSettings } from '@travellite/realtime';
import { type Channel } from './options.js';

export interface ChannelSettings extends RealtimeChoice {
  namespaces: readonly string[];
}

/** One channel a namespace, none where nothing is to be published. The first namespace is meant where none is named. */
export async function openChannels({ namespaces, ...choice }: ChannelSettings): Promise<Channel[]> {
  if (!canPublish(choice)) return [];
  // A service that needs no namespace has one all the same: the unnamed.
  const named = namespaces.length > 0 ? namespaces : [''];
  return Promise.all(
    named.map(async (namespace, at) => ({
      namespace: at === 0 ? '' : namespace,
      provider: await openRealtime(toRealtimeSettings(choice, namespace)),
    })),
  );
}
