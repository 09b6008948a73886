import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Harness, startHarness } from './harness.js';

let harness: Harness;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>TravelLite</title>');
  writeFileSync(join(folder, 'web', 'assets', 'index-B3aXk_9Q.js'), `console.log(1);${' '.repeat(5_000)}`);
  harness = await startHarness({ webRoot: join(folder, 'web') });
});
afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(`${harness.gateway.url}${path}`, init);

test('the page is at /, may only run what is ours, and is asked for every time', async () => {
  const answer = await get('/');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/<title>TravelLite/);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringMatching(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    ),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  expect(answer.headers.has('x-powered-by')).toBe(false);
});

test('what it holds may be kept for ever, and comes packed', async () => {
  const answer = await get('/assets/index-B3aXk_9Q.js');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toMatch(/^console\.log/);
  const plain = await get('/assets/index-B3aXk_9Q.js', { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.has('content-encoding')).toBe(false);
  expect(await plain.text()).toMatch(/^console\.log/);
});

test('who has it already is told so', async () => {
  const etag = (await get('/')).headers.get('etag') ?? '';
  const answer = await get('/', { headers: { 'if-none-match': etag } });
  expect(answer.status).toBe(304);
  expect(await answer.text()).toBe('');
});

test('HEAD has no body', async () => {
  const answer = await get('/', { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
  expect(await answer.text()).toBe('');
});

test.each([
  '/nothing',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2f..%2fsecret.txt',
  '/assets/',
  '/index.html/',
])('there is nothing at %s', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toMatch(/secret$/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('doors are where they were', async () => {
  expect((await get('/health')).status).toBe(200);
  expect((await get('/ws')).status).toBe(426);
  expect((await get('/', { method: 'POST' })).status).toBe(404);
});
