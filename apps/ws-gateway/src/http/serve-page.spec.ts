import { type IncomingMessage, ServerResponse } from 'node:http';
import { type PageFile } from './page-files.js';
import { securityHeaders } from './security-headers.js';
import { servePage } from './serve-page.js';

const file: PageFile = {
  type: 'text/css; charset=utf-8',
  body: Buffer.from('body{}'),
  gzip: Buffer.from('packed'),
  etag: '"tag"',
  immutable: false,
};
const serve = servePage(new Map([['/style.css', file]]));

function ask(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = { url, method, headers } as unknown as IncomingMessage;
  const response = new ServerResponse(request);
  let body: unknown;
  response.end = ((given: unknown) => {
    body = given;
    return response;
  }) as typeof response.end;
  let passedOn = false;
  serve(request, response, () => (passedOn = true));
  return { response, body, passedOn };
}

describe('servePage', () => {
  test.each([
    ['what it has', '/style.css', {}, 'GET', false],
    ['what it has, whatever the query', '/style.css?v=2', {}, 'GET', false],
    ['not what it does not have', '/other.css', {}, 'GET', true],
    ['not what only begins alike', '/style.css/more', {}, 'GET', true],
    ['nothing that is sent', '/style.css', {}, 'POST', true],
  ])('serves %s', (_name, url, headers, method, passedOn) => {
    expect(ask(url, headers, method).passedOn).toBe(passedOn);
  });

  test.each([
    ['gzip', 'packed'],
    ['br, gzip;q=0.8', 'packed'],
    ['br', 'body{}'],
    ['', 'body{}'],
  ])('to a client that accepts %j sends %s', (accepted, expected) => {
    const { response, body } = ask('/style.css', { 'accept-encoding': accepted });
    expect(String(body)).toBe(expected);
    expect(response.getHeader('content-length')).toBe(expected.length);
    expect(response.getHeader('vary')).toBe('Accept-Encoding');
  });

  test('sends nothing to a client that has it', () => {
    const { response, body } = ask('/style.css', { 'if-none-match': 'W/"old", "tag"' });
    expect([response.statusCode, body]).toEqual([304, undefined]);
  });
});

test('security headers are on every answer, and no script may come from elsewhere', () => {
  const response = new ServerResponse({ method: 'GET' } as IncomingMessage);
  let passedOn = false;
  securityHeaders()({} as IncomingMessage, response, () => (passedOn = true));
  expect(passedOn).toBe(true);
  const policy = String(response.getHeader('content-security-policy'));
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(policy).toMatch(/script-src 'self';/);
  expect(response.getHeader('x-content-type-options')).toBe('nosniff');
});

test('a page may talk to the realtime service of its rooms, and to nobody else', () => {
  const policyFor = (address?: string) => {
    const response = new ServerResponse({ method: 'GET' } as IncomingMessage);
    securityHeaders(address)({} as IncomingMessage, response, () => undefined);
    return String(response.getHeader('content-security-policy'));
  };
  expect(policyFor('ws://localhost:3002/namespaces/local/client')).toMatch(
    /connect-src 'self' ws:\/\/localhost:3002;/,
  );
  expect(policyFor()).toMatch(/connect-src 'self';/);
});
