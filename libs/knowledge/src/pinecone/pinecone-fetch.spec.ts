import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createPineconeFetch } from './pinecone-fetch.js';

type Answer = { status: number; headers?: Record<string, string> } | 'hang' | 'drop';

describe('createPineconeFetch', () => {
  let server: Server;
  let url: string;
  let answers: Answer[];
  let asked: number;
  let slept: number[];
  let now: number;

  beforeEach(async () => {
    answers = [];
    asked = 0;
    slept = [];
    now = 0;
    server = createServer((_request, response) => {
      asked += 1;
      const answer = answers.shift() ?? { status: 200 };
      if (answer === 'drop') response.destroy();
      else if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end('body');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  /** A clock that only sleeping moves. */
  const get = (timeoutMs = 10_000) =>
    createPineconeFetch({
      timeoutMs,
      random: () => 0.5,
      now: () => now,
      sleep: (ms) => {
        slept.push(ms);
        now += ms;
        return Promise.resolve();
      },
    })(url);

  it.each([200, 400, 401, 404])('gives a %d to the caller as it is', async (status) => {
    answers = [{ status }];
    const response = await get();
    expect([response.status, await response.text(), asked]).toEqual([status, 'body', 1]);
  });

  it('repeats with growing pauses after 5xx and a broken line', async () => {
    answers = [{ status: 500 }, 'drop', { status: 503 }];
    expect((await get()).status).toBe(200);
    expect(slept).toEqual([200, 400, 800]);
  });

  it('waits as long as a 429 asks', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '3' } }, { status: 429 }];
    expect((await get()).status).toBe(200);
    expect(slept).toEqual([3000, 400]);
  });

  it('does not wait past its time limit, nor for a date instead of seconds', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '60' } }];
    await expect(get()).rejects.toMatchObject({ code: 'rate_limited', retryable: true });
    expect(slept).toEqual([]);
    answers = [{ status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } }];
    expect((await get()).status).toBe(200);
    expect(slept).toEqual([200]);
  });

  it('gives up after four attempts', async () => {
    answers = [{ status: 500 }, { status: 500 }, { status: 502 }, { status: 500 }];
    await expect(get()).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(asked).toBe(4);
  });

  it('ends a request that hangs', async () => {
    answers = ['hang'];
    await expect(get(60)).rejects.toMatchObject({ code: 'provider_unavailable' });
  });
});
