import {
  canPublish,
  isVouchedFor,
  openRealtime,
  type ProviderName,
  type RealtimeChoice,
  toRealtimeSettings,
} from './index.js';

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

  it.each<[ProviderName | undefined, boolean, boolean]>([
    [undefined, true, false],
    ['native', true, false],
    ['centrifugo', true, false],
    ['ably', true, true],
  ])('of %s: a secret vouches for webhooks: %p, a signing key: %p', (provider, bySecret, byKey) => {
    const of = (choice: RealtimeChoice) => isVouchedFor({ ...(provider ? { provider } : {}), ...choice });
    expect([of({}), of({ webhookSecrets: [], ably: { key: 'a.b:c', signingKeys: [] } })]).toEqual([
      false,
      false,
    ]);
    expect(of({ webhookSecrets: ['s'] })).toBe(bySecret);
    expect(of({ ably: { signingKeys: ['a.b:c'] } })).toBe(byKey);
  });

  it.each(['native', 'centrifugo', 'ably'] as const)('a rate for rooms is kept with %s', async (provider) => {
    const provided = await openRealtime(toRealtimeSettings({ provider, perRoomPerSecond: 7 }, 'n'));
    expect(provided.capabilities.perRoomPerSecond).toBe(7);
    await provided.close();
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
      ...{ tokenSecret: 's', namespace: 'n', webhookSecrets: ['w'], perRoomPerSecond: 5 },
    });
    expect(
      toRealtimeSettings({ ...more, provider: 'ably', ably: { key: 'k', signingKeys: ['a'] } }, 'n'),
    ).toEqual({
      ...{
        kind: 'ably',
        key: 'k',
        namespace: 'n',
        signingKeys: ['a'],
        webhookSecrets: ['w'],
        perRoomPerSecond: 5,
      },
    });
  });
});
