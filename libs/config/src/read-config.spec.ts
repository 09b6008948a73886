import { readFileSync } from 'node:fs';
import { ConfigError, describeSettings, readConfig } from './index.js';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe('readConfig', () => {
  test('an empty environment works', () => {
    const config = readConfig({});
    expect(config.server).toEqual({ port: 3000, host: '127.0.0.1', origins: [], production: false });
    expect(config.model).toEqual({ name: 'gpt-4.1-mini', turnTokens: 60_000, dayTokens: 1_000_000 });
    expect(config.agent.kind).toBe('travel');
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ PORT: '', OPENAI_API_KEY: '' })).toEqual(readConfig({}));
  });

  test('the result is frozen all the way down', () => {
    const config = readConfig({});
    expect(() => ((config.server as { port: number }).port = 1)).toThrow(TypeError);
  });

  test.each([
    ['PORT', '65536', /PORT must be a port number/],
    ['PORT', '-1', /PORT must be a port number/],
    ['PORT', '80 80', /PORT must be a port number/],
    ['PORT', '0x50', /PORT must be a port number/],
    ['TRAVELLITE_AGENT', 'parrot', /must be one of: travel, echo, trial, not "parrot"/],
    ['TRAVELLITE_SLOTS', '0', /from 1 to 4096/],
    ['TRAVELLITE_LEASE_MS', '1e9', /from 500 to 600000/],
    ['TRAVELLITE_MAX_ATTEMPTS', '2', /from 3 to 20/],
    ['OPENAI_BASE_URL', 'ftp://example.com', /http:\/\/ or https:\/\//],
    ['OPENAI_BASE_URL', 'example.com', /http:\/\/ or https:\/\//],
    ['REDIS_URL', 'localhost:6379', /^REDIS_URL must be a redis:\/\/ or rediss:\/\/ address$/],
    ['TRAVELLITE_PARTITIONS', '0', /from 1 to 1024/],
    ['TRAVELLITE_SHARE_SECRET', 'short', /^TRAVELLITE_SHARE_SECRET must be at least 32 characters long$/],
    ['TRAVELLITE_KNOWLEDGE_TOKEN', 'x', /^TRAVELLITE_KNOWLEDGE_TOKEN must be at least 32 characters long$/],
    ['LOG_LEVEL', 'loud', /one of: debug, info, warn, error/],
    ['TRAVELLITE_DTAA', 'x', /TRAVELLITE_DTAA is not a setting/],
  ])('%s=%s is refused in words', (name, value, message) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(message)]);
  });

  test('all faults are named at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'x', TRAVELLITE_AGENT: 'x' })).toHaveLength(3);
  });

  test('providers of travel data are off until their settings are there', () => {
    expect(readConfig({}).travel).toEqual({});
    expect(
      readConfig({
        AMADEUS_BASE_URL: 'https://amadeus.example/v',
        AMADEUS_CLIENT_ID: 'id',
        AMADEUS_CLIENT_SECRET: 'secret',
        DUFFEL_ACCESS_TOKEN: 'token',
        OPEN_METEO_BASE_URL: 'https://weather.example',
        OVERPASS_URL: 'https://osm.example/api/interpreter',
        OPENTRIPMAP_API_KEY: 'key',
      }).travel,
    ).toEqual({
      amadeus: { clientId: 'id', clientSecret: 'secret', baseUrl: 'https://amadeus.example/v' },
      duffel: { token: 'token' },
      openMeteo: { baseUrl: 'https://weather.example' },
      overpass: { url: 'https://osm.example/api/interpreter' },
      openTripMap: { apiKey: 'key' },
    });
  });

  test('half of an account is a fault that names what is missing, without the secret', () => {
    const faults = faultsOf({ AMADEUS_CLIENT_ID: 'id', AMADEUS_CLIENT_SECRET: 'hush' });
    expect(faults).toEqual([expect.stringMatching(/AMADEUS_BASE_URL must be set as well/)]);
    expect(faults.join()).not.toContain('hush');
  });

  test('nobody adds documents and nothing is shared until there are secrets', () => {
    const secret = 'x'.repeat(32);
    const given = readConfig({ TRAVELLITE_SHARE_SECRET: secret, TRAVELLITE_KNOWLEDGE_TOKEN: secret });
    expect([given.share, given.knowledge.token]).toEqual([{ secret }, secret]);
    const { share, knowledge } = readConfig({});
    expect([share, knowledge.token]).toEqual([{}, undefined]);
  });

  test('notes are kept in the process, with meaning, unless the settings say otherwise', () => {
    expect(readConfig({}).knowledge).toEqual({ embedding: 'model' });
    expect(
      readConfig({ TRAVELLITE_EMBEDDING: 'none', PINECONE_API_KEY: 'key', PINECONE_HOST: 'notes.example' })
        .knowledge,
    ).toEqual({ embedding: 'none', pinecone: { apiKey: 'key', host: 'notes.example' } });
    expect(faultsOf({ PINECONE_API_KEY: 'hush' })).toEqual([
      'PINECONE_HOST must be set as well, or none of PINECONE_API_KEY, PINECONE_HOST',
    ]);
    expect(faultsOf({ TRAVELLITE_EMBEDDING: 'some' })).toEqual([
      expect.stringMatching(/one of: model, none/),
    ]);
  });

  test('the realtime service is the native one, or what the settings name with all that it needs', () => {
    expect(readConfig({}).realtime).toMatchObject({ provider: 'native' });
    const centrifugo = {
      REALTIME_PROVIDER: 'centrifugo',
      REALTIME_NAMESPACE_ID: 'rooms',
      REALTIME_WS_URL: 'ws://centrifugo:8000/connection/websocket',
      REALTIME_API_URL: 'http://centrifugo:8000/api',
      REALTIME_API_TOKEN: 'key',
    };
    expect(readConfig({ ...centrifugo, CENTRIFUGO_TOKEN_SECRET: 'secret' }).realtime).toMatchObject({
      ...{ provider: 'centrifugo', namespaces: ['rooms'], centrifugo: { tokenSecret: 'secret' } },
      publish: { token: 'key' },
    });
    expect(faultsOf(centrifugo)).toEqual([expect.stringMatching(/^CENTRIFUGO_TOKEN_SECRET must be set/)]);
    const ably = {
      REALTIME_PROVIDER: 'ably',
      ABLY_API_KEY: 'app.key:secret',
      ABLY_SIGNING_KEYS: 'app.rule:s, app.next:t',
    };
    expect(readConfig({ ...ably, REALTIME_NAMESPACE_ID: 'rooms' }).realtime).toMatchObject({
      ably: { key: 'app.key:secret', signingKeys: ['app.rule:s', 'app.next:t'] },
    });
    expect(faultsOf(ably)).toEqual(['REALTIME_NAMESPACE_ID must be set for ably']);
    expect(faultsOf({ ...ably, REALTIME_NAMESPACE_ID: 'rooms', ABLY_API_KEY: 'hush' })).toEqual([
      'ABLY_API_KEY must have the form `app.key:secret`',
    ]);
  });

  test('origins are a list', () => {
    expect(
      readConfig({ TRAVELLITE_ORIGINS: ' https://a.example , https://b.example,' }).server.origins,
    ).toEqual(['https://a.example', 'https://b.example']);
  });

  test('a token limit of 0 is none', () => {
    const { model } = readConfig({ TRAVELLITE_TURN_TOKENS: '0', TRAVELLITE_DAY_TOKENS: '0' });
    expect(model).toEqual({ name: 'gpt-4.1-mini' });
  });

  test('docs/configuration.md lists every setting as it is', () => {
    const words = (text: string) => text.replace(/\s*\|\s*/g, '|').replace(/-{3,}/g, '---');
    const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
    expect(words(page)).toContain(words(describeSettings()));
  });
});
