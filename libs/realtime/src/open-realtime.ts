import { type AblyOptions } from './ably/ably-provider.js';
import { type CentrifugoOptions } from './centrifugo/centrifugo-provider.js';
import { type NativeOptions } from './native/native-provider.js';
import { type RealtimeProvider } from './port.js';

/** Which service, and how to reach it. One namespace each: an app opens a provider for every namespace it serves. */
export type RealtimeSettings =
  | ({ kind: 'native' } & NativeOptions)
  | ({ kind: 'centrifugo' } & CentrifugoOptions)
  | ({ kind: 'ably' } & AblyOptions);

/**
 * Opens the provider the settings name; the packages of the others are not loaded. Connects to nothing: see `connect`.
 * @throws {Error} in words, when a setting cannot be used
 */
export async function openRealtime(settings: RealtimeSettings): Promise<RealtimeProvider> {
  switch (settings.kind) {
    case 'ably': {
      const { AblyProvider } = await import('./ably/ably-provider.js');
      return new AblyProvider(settings);
    }
    case 'centrifugo': {
      const { CentrifugoProvider } = await import('./centrifugo/centrifugo-provider.js');
      return new CentrifugoProvider(settings);
    }
    case 'native': {
      const { NativeProvider } = await import('./native/native-provider.js');
      return new NativeProvider(settings);
    }
  }
}
