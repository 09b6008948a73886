import { openRealtimeService } from '@travellite/realtime-service';
import { AblyConnection } from './ably/ably-connection.js';
import { openClient as openAbly } from './ably/open-client.js';
import { CentrifugoApi } from './centrifugo/centrifugo-api.js';
import { CentrifugoConnection } from './centrifugo/centrifugo-connection.js';
import { signConnectionToken } from './centrifugo/connection-token.js';
import { openClient as openCentrifugo } from './centrifugo/open-client.js';
import { AblyProvider } from './ably/ably-provider.js';
import { until } from './testing/plain-service.js';

const service = openRealtimeService();
afterAll(async () => (await service).close());

const maxRooms = 2;
const rooms = ['one', 'two', 'three', 'four'];

it('a connection to Centrifugo leaves the rooms asked for longest ago', async () => {
  const { centrifugo } = await service;
  const timeoutMs = 2_000;
  const token = signConnectionToken(centrifugo.tokenSecret, 'travellite', Math.floor(Date.now() / 1000) + 60);
  const client = await openCentrifugo(centrifugo.wsUrl, token, timeoutMs);
  const api = new CentrifugoApi({ ...centrifugo, timeoutMs });
  const { capabilities } = new AblyProvider({ key: 'a.b:c', namespace: 'n' });
  const connection = new CentrifugoConnection(client, api, capabilities, {}, maxRooms);
  for (const room of rooms) await connection.subscribe(room);
  expect(Object.keys(client.subscriptions())).toEqual(['local:three', 'local:four']);
  await connection.subscribe('one');
  expect(Object.keys(client.subscriptions())).toEqual(['local:four', 'local:one']);
  await connection.close();
});

it('a connection to Ably leaves the rooms asked for longest ago', async () => {
  const { ably } = await service;
  const { key, host, port, namespace } = ably;
  const { capabilities } = new AblyProvider({ key, namespace });
  const timeoutMs = 2_000;
  const at = { realtimeHost: host, restHost: host, port, tls: false, fallbackHosts: [] };
  const client = await openAbly({ key, ...at, useBinaryProtocol: false, logLevel: 0 }, timeoutMs);
  const connection = new AblyConnection(client, {
    namespace,
    capabilities,
    timeoutMs,
    maxRooms,
    handlers: {},
  });
  for (const room of rooms) await connection.subscribe(room);
  const channels = () => Object.keys((client.channels as unknown as { all: object }).all);
  await until(() => expect(channels()).toEqual(['local:three', 'local:four']));
  await connection.subscribe('one');
  await until(() => expect(channels()).toEqual(['local:four', 'local:one']));
  await connection.close();
});
