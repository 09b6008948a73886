import { type RealtimeSettings } from './open-realtime.js';
import { type ProviderName } from './port.js';

/** What an operator sets, all namespaces alike; `libs/config` has it in this form. */
export interface RealtimeChoice {
  /** `native` when not given. */
  provider?: ProviderName;
  webhookSecrets?: readonly string[];
  /** Addresses and token; without them (Ably: without a key) nothing is published. */
  publish?: { wsUrl: string; apiUrl: string; token: string; account?: string };
  centrifugo?: { tokenSecret: string };
  ably?: { key?: string; signingKeys?: readonly string[] };
  perRoomPerSecond?: number;
  /** After this (ms) a publication that was not confirmed is made again. */
  confirmMs?: number;
}

/** Whether the choice is enough to publish, not only to take webhooks. */
export const canPublish = ({ provider = 'native', publish, centrifugo, ably }: RealtimeChoice): boolean =>
  provider === 'ably'
    ? ably?.key !== undefined
    : publish !== undefined && (provider === 'native' || centrifugo !== undefined);

/** Whether anything vouches for webhooks. */
export const isVouchedFor = ({ webhookSecrets = [], ably }: RealtimeChoice): boolean =>
  webhookSecrets.length > 0 || (ably?.signingKeys ?? []).length > 0;

/** Settings of one namespace. Of a choice that cannot publish they are good for parsing alone. */
export function toRealtimeSettings(choice: RealtimeChoice, namespace: string): RealtimeSettings {
  const { provider = 'native', webhookSecrets = [], ably, centrifugo, perRoomPerSecond, confirmMs } = choice;
  const { wsUrl, apiUrl, token, account } = choice.publish ?? { wsUrl: '', apiUrl: '', token: '' };
  switch (provider) {
    case 'ably': {
      const { key = '', signingKeys = [] } = ably ?? {};
      return { kind: 'ably', key, namespace, signingKeys, webhookSecrets };
    }
    case 'centrifugo': {
      const tokenSecret = centrifugo?.tokenSecret ?? '';
      return { kind: 'centrifugo', wsUrl, apiUrl, apiKey: token, tokenSecret, namespace, webhookSecrets };
    }
    case 'native':
      return {
        ...{ kind: 'native', wsUrl, apiUrl, token, namespace, webhookSecrets },
        ...(account === undefined ? {} : { account }),
        ...(perRoomPerSecond === undefined ? {} : { perRoomPerSecond }),
        ...(confirmMs === undefined ? {} : { confirmMs }),
      };
  }
}
