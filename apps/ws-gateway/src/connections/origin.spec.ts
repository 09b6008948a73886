import { originAllowed } from './origin.js';

describe('originAllowed', () => {
  test.each([
    ['a program, which sends none', undefined, 'travel.example', true],
    ['the own page', 'https://travel.example', 'travel.example', true],
    ['the own page on a port', 'http://localhost:3000', 'localhost:3000', true],
    ['the own page behind a proxy that ends TLS', 'https://travel.example', 'travel.example:443', true],
    ['the own page, spelled otherwise', 'https://Travel.Example', 'travel.example', true],
    ['another port', 'http://localhost:5173', 'localhost:3000', false],
    ['another name of the same machine', 'http://127.0.0.1:3000', 'localhost:3000', false],
    ['another host', 'https://evil.example', 'travel.example', false],
    ['a host that begins alike', 'https://travel.example.evil.example', 'travel.example', false],
    ['a host that ends alike', 'https://eviltravel.example', 'travel.example', false],
    ['a page from a file', 'null', 'travel.example', false],
    ['nonsense', 'travel.example', 'travel.example', false],
    ['no host to compare with', 'https://travel.example', undefined, false],
  ])('%s', (_name, origin, host, expected) => {
    expect(originAllowed(origin, host, [])).toBe(expected);
  });

  test('what the list allows', () => {
    const list = ['https://app.example.com'];
    expect(originAllowed('https://app.example.com', 'travel.example', list)).toBe(true);
    expect(originAllowed('http://app.example.com', 'travel.example', list)).toBe(false);
    expect(originAllowed('https://app.example.com:8443', 'travel.example', list)).toBe(false);
    expect(originAllowed('null', 'travel.example', ['*'])).toBe(true);
  });
});
