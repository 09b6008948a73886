import { type Harness, startHarness } from './harness.js';

describe('GET /metrics', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness()));
  afterAll(() => harness.close());

  const scrape = (headers: Record<string, string> = {}) =>
    fetch(`${harness.gateway.url}/metrics`, { headers });
  const open = async () =>
    /\ntravellite_ws_connections_open (\d+)\n/.exec(await (await scrape()).text())?.[1];

  test('counts the open connections', async () => {
    expect(await open()).toBe('0');
    await harness.connect('/ws?userId=ada');
    const second = await harness.connect('/api/gateway/ws?userId=bea');
    expect(await open()).toBe('2');
    second.cut();
    while ((await open()) !== '1') await new Promise(setImmediate);
  });

  test('is the Prometheus text format and never cached', async () => {
    const answer = await scrape();
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toMatch(/^# HELP travellite_\w+ .+\n# TYPE travellite_\w+ (counter|gauge)\n/);
  });

  test.each<Record<string, string>>([{ 'x-forwarded-for': '192.0.2.7' }, { forwarded: 'for=192.0.2.7' }])(
    'is not for the public: %j',
    async (header) => {
      const answer = await scrape(header);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('travellite_');
    },
  );
});

test('GET /metrics holds what other services of the process add', async () => {
  const added = { name: 'added_things', help: 'Things.', type: 'gauge', value: 3 } as const;
  const harness = await startHarness({ metrics: () => Promise.resolve([added]) });
  const text = await (await fetch(`${harness.gateway.url}/metrics`)).text();
  expect(text).toContain('\ntravellite_added_things 3\n');
  await harness.close();
});
