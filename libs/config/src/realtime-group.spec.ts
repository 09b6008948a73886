import { readConfig } from './read-config.js';

const whole = {
  ...{
    REALTIME_WS_URL: 'wss://rt.example/',
    REALTIME_API_URL: 'https://rt.example',
    REALTIME_API_TOKEN: 'secret',
  },
  REALTIME_NAMESPACE_ID: 'red, blue',
};
const faultsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('the realtime service in the settings', () => {
  test('is none by default', () => {
    expect(readConfig({}).realtime).toEqual({
      provider: 'native',
      namespaces: [],
      webhookSecrets: [],
      messages: 'stream',
      agentStatus: false,
      rollUpMs: 40,
      confirmMs: 1_500,
      leaseMs: 2_000,
    });
  });

  test('is reached by four settings that belong together', () => {
    const { realtime } = readConfig({
      ...whole,
      REALTIME_ROOM_RATE: '5',
      REALTIME_WEBHOOK_SECRET: 'whsec_a,whsec_b',
    });
    expect(realtime).toMatchObject({
      namespaces: ['red', 'blue'],
      webhookSecrets: ['whsec_a', 'whsec_b'],
      publish: { wsUrl: 'wss://rt.example/', apiUrl: 'https://rt.example', token: 'secret' },
      perRoomPerSecond: 5,
    });
    expect(faultsOf({ ...whole, REALTIME_NAMESPACE_ID: '' })).toContain('REALTIME_NAMESPACE_ID must be set');
    expect(faultsOf({ ...whole, REALTIME_API_TOKEN: '' })).toContain('REALTIME_API_TOKEN must be set');
  });

  test('is not reached by http where a socket is meant, and no secret is shown', () => {
    const faults = faultsOf({ ...whole, REALTIME_WS_URL: 'http://rt.example' });
    expect(faults).toContain('must be a ws:// or wss:// address');
    expect(faults).not.toContain('secret');
  });
});
