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

/** Whether anything the provider looks at vouches for webhooks: signing keys are Ably's alone. */
export const isVouchedFor = ({ provider = 'native', webhookSecrets = [], ably }: RealtimeChoice): boolean =>
  webhookSecrets.length > 0 || (provider === 'ably' && (ably?.signingKeys ?? []).length > 0);

/** Settings of one namespace. Of a choice that cannot publish they are good for parsing alone. */
export function toRealtimeSettings(choice: RealtimeChoice, namespace: string): RealtimeSettings {
  const { provider = 'native', webhookSecrets = [], ably, centrifugo, perRoomPerSecond, confirmMs } = choice;
  const { wsUrl, apiUrl, token, account } = choice.publish ?? { wsUrl: '', apiUrl: '', token: '' };
  const rate = perRoomPerSecond === undefined ? {} : { perRoomPerSecond };
  switch (provider) {
    case 'ably': {
      const { key = '', signingKeys = [] } = ably ?? {};
      return { kind: 'ably', key, namespace, signingKeys, webhookSecrets, ...rate };
    }
    case 'centrifugo': {
      const tokenSecret = centrifugo?.tokenSecret ?? '';
      const to = { wsUrl, apiUrl, apiKey: token, tokenSecret, namespace };
      return { kind: 'centrifugo', ...to, webhookSecrets, ...rate };
    }
    case 'native':
      return {
        ...{ kind: 'native', wsUrl, apiUrl, token, namespace, webhookSecrets },
        ...(account === undefined ? {} : { account }),
        ...rate,
        ...(confirmMs === undefined ? {} : { confirmMs }),
      };
  }
}
