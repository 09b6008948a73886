import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { request, retryAfter } from './request.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
}
const ask = (url: URL, timeoutMs = 2000) =>
  request({ url, headers: { authorization: 'Bearer t' }, body: { a: 1 }, timeoutMs });

it('sends JSON and the headers, and gives back the text', async () => {
  const url = await serve((incoming, response) => {
    let text = '';
    incoming.on('data', (chunk) => (text += String(chunk)));
    incoming.on('end', () =>
      response.end(JSON.stringify([incoming.method, incoming.headers.authorization, text])),
    );
  });
  expect(JSON.parse(await ask(url))).toEqual(['POST', 'Bearer t', '{"a":1}']);
});

it.each([
  [400, 'invalid', false],
  [401, 'unauthenticated', false],
  [403, 'forbidden', false],
  [404, 'not_found', false],
  [408, 'invalid', false],
  [409, 'conflict', false],
  [413, 'too_large', false],
  [418, 'invalid', false],
  [429, 'rate_limited', true],
  [500, 'provider_unavailable', true],
  [502, 'provider_unavailable', true],
  [503, 'provider_unavailable', true],
  [599, 'provider_unavailable', true],
])('%i is %s', async (status, code, retryable) => {
  const url = await serve((_, response) => response.writeHead(status, { 'retry-after': '2' }).end());
  await expect(ask(url)).rejects.toMatchObject({ code, retryable, status, retryAfterMs: 2000 });
});

it('a redirect is not followed: it would carry the token elsewhere', async () => {
  const asked: string[] = [];
  const url = await serve((incoming, response) => {
    asked.push(incoming.url ?? '');
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  await expect(ask(url)).rejects.toMatchObject({ code: 'invalid', retryable: false });
  expect(asked).toEqual(['/x']);
});

it('no answer in time is a timeout, and nobody there is unavailable', async () => {
  const url = await serve(() => undefined);
  await expect(ask(url, 30)).rejects.toMatchObject({ code: 'timeout', retryable: true });
  await expect(ask(new URL('http://127.0.0.1:9/'))).rejects.toMatchObject({ code: 'provider_unavailable' });
});

it('an answer without end is cut off', async () => {
  const url = await serve((_, response) => {
    const more = () =>
      void response.write('x'.repeat(1 << 20), () => !response.destroyed && setImmediate(more));
    response.on('error', () => undefined);
    more();
  });
  await expect(ask(url, 10_000)).rejects.toMatchObject({ code: 'provider_unavailable' });
});

it.each([
  ['2', 2000],
  ['0.5', 500],
  ['Thu, 01 Jan 1970 00:00:05 GMT', 4000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['86400', 600_000],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %p is %p ms', (header, ms) => {
  expect(retryAfter(header, 1000)).toBe(ms);
});
