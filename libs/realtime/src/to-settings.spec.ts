import { canPublish, isVouchedFor, type RealtimeChoice, toRealtimeSettings } from './index.js';

const publish = { wsUrl: 'ws://x', apiUrl: 'http://x', token: 't' };

describe('what an operator sets', () => {
  it.each<[string, RealtimeChoice, boolean]>([
    ['nothing', {}, false],
    ['the native service', { publish }, true],
    ['Centrifugo', { provider: 'centrifugo', publish, centrifugo: { tokenSecret: 's' } }, true],
    ['Centrifugo without its secret', { provider: 'centrifugo', publish }, false],
    ['Ably', { provider: 'ably', ably: { key: 'a.b:c' } }, true],
    ['Ably without a key', { provider: 'ably', publish, ably: { signingKeys: ['a.b:c'] } }, false],
  ])('%s: publishing is %p', (_, choice, can) => expect(canPublish(choice)).toBe(can));

  it('vouches for webhooks by a secret or a signing key', () => {
    expect(isVouchedFor({})).toBe(false);
    expect(isVouchedFor({ webhookSecrets: ['s'] })).toBe(true);
    expect(isVouchedFor({ provider: 'ably', ably: { signingKeys: [] } })).toBe(false);
    expect(isVouchedFor({ provider: 'ably', ably: { signingKeys: ['a.b:c'] } })).toBe(true);
  });

  it('becomes the settings of each provider', () => {
    const more = { webhookSecrets: ['w'], perRoomPerSecond: 5, confirmMs: 700 };
    expect(toRealtimeSettings({ ...more, publish: { ...publish, account: 'acc' } }, 'n')).toEqual({
      ...{
        kind: 'native',
        ...publish,
        account: 'acc',
        namespace: 'n',
        webhookSecrets: ['w'],
        perRoomPerSecond: 5,
        confirmMs: 700,
      },
    });
    expect(
      toRealtimeSettings({ ...more, provider: 'centrifugo', publish, centrifugo: { tokenSecret: 's' } }, 'n'),
    ).toEqual({
      ...{ kind: 'centrifugo', wsUrl: 'ws://x', apiUrl: 'http://x', apiKey: 't' },
      ...{ tokenSecret: 's', namespace: 'n', webhookSecrets: ['w'] },
    });
    expect(
      toRealtimeSettings({ ...more, provider: 'ably', ably: { key: 'k', signingKeys: ['a'] } }, 'n'),
    ).toEqual({
      ...{ kind: 'ably', key: 'k', namespace: 'n', signingKeys: ['a'], webhookSecrets: ['w'] },
    });
  });
});
