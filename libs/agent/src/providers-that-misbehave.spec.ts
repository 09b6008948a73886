import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createTravelTools, type TravelTools } from '@travellite/travel-tools';
import { now, Talk, tripOf } from './testing/talk.js';

/** Every provider behind one address, and the ways in which such addresses misbehave. */
const ways: Record<string, RequestListener> = {
  hangs: () => undefined,
  'hangs in the middle of its answer': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data":[');
  },
  'breaks off its answer': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":[');
    setImmediate(() => response.destroy());
  },
  'closes the line': (request) => request.socket.destroy(),
  'answers 500': (_request, response) => response.writeHead(500).end('{"errors":[{"status":500}]}'),
  'knows no credentials': (_request, response) => response.writeHead(401).end('{"error":"invalid_client"}'),
  'refuses the request': (_request, response) => response.writeHead(400).end('{"errors":[{"status":400}]}'),
  'asks to wait for an hour': (_request, response) =>
    response.writeHead(429, { 'retry-after': '3600' }).end('{"errors":[{"status":429}]}'),
  'answers a page': (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance</html>'),
  'answers something else': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('[null,{"data":"no"}]'),
  'answers nothing': (_request, response) => response.writeHead(200).end(),
};

let server: Server;
let base: string;

async function listen(misbehave: RequestListener): Promise<void> {
  server = createServer(misbehave);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const everyProvider = (): TravelTools =>
  createTravelTools(
    {
      amadeus: { clientId: 'id', clientSecret: 'secret', baseUrl: base },
      duffel: { token: 'token', baseUrl: base },
      openMeteo: { baseUrl: base },
      overpass: { url: `${base}/api/interpreter` },
      openTripMap: { apiKey: 'key', baseUrl: base },
    },
    { now: () => now, limits: { attemptMs: 150, budgetMs: 400, backoffMs: 10 } },
  );

describe('a provider that', () => {
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  it.each(Object.keys(ways))('%s leaves the turn, the days and an honest answer', async (way) => {
    await listen(ways[way]!);
    const talk = new Talk({ tools: everyProvider() });
    const turn = await talk.say('Plan a trip from New York to Paris, November 25 to 30, two of us, $5000');
    expect(turn.text).toMatch(/flight search is down/);
    expect(tripOf(turn).plan[0]?.days).toHaveLength(5);
    expect(turn.text).not.toMatch(/secret|token|127\.0\.0\.1|undefined|\[object/);
    const weather = await talk.say('How will the weather be?');
    expect(weather.text).toMatch(/weather service is down/);
    const more = await talk.say('add Lyon');
    expect(tripOf(more).request.destinations.map(({ name }) => name)).toEqual(['Paris', 'Lyon']);
  });

  it('hangs is not waited for as long as nobody would', async () => {
    await listen(ways['hangs']!);
    const began = performance.now();
    await new Talk({ tools: everyProvider() }).say(
      'Plan 3 days in Rome from 3 March 2027, flying from Boston, $2000',
    );
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
