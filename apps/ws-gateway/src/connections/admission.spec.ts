import { type IncomingMessage } from 'node:http';
import { admit, type AdmissionRules } from './admission.js';

const request = (url: string, headers: Record<string, string> = {}) =>
  ({ url, headers: { host: 'travel.example', ...headers } }) as unknown as IncomingMessage;
const open: AdmissionRules = { origins: [] };
const closed = (identity: Awaited<ReturnType<NonNullable<AdmissionRules['identify']>>>): AdmissionRules => ({
  origins: [],
  identify: () => Promise.resolve(identity),
});

describe('admit in open mode', () => {
  test('the query names the user', async () => {
    expect(await admit(request('/ws?userId=ada'), open, true)).toEqual({
      admission: { userId: 'ada', conversation: 'user:ada' },
    });
  });

  test('a resuming client says where it was', async () => {
    const { admission } = (await admit(request('/ws?userId=a&epoch=2&seq=14'), open, true)) as {
      admission: object;
    };
    expect(admission).toMatchObject({ after: { epoch: 2, seq: 14 } });
  });

  test('a door for visitors needs no name', async () => {
    expect(await admit(request('/ws/chat'), open, false)).toEqual({ admission: {} });
  });

  test.each([
    ['no name', '/ws', 400, /userId is required/],
    ['an empty name', '/ws?userId=', 400, /userId is empty/],
    ['blanks', '/ws?userId=%20', 400, /userId is empty/],
    ['a control character', '/ws?userId=a%00', 400, /control/],
    ['a replacement character', '/ws?userId=%EF%BF%BD', 400, /replacement/],
    ['a name of 10 kB', `/ws?userId=${'x'.repeat(10_000)}`, 400, /longer than 256 bytes/],
    ['a broken encoding', '/ws?userId=%E2%9C', 400, /broken/],
    ['half a position', '/ws?userId=a&seq=3', 400, /epoch and seq/],
    ['a position that is no number', '/ws?userId=a&epoch=1&seq=-3', 400, /epoch and seq/],
  ])('refuses %s', async (_name, url, httpStatus, reason) => {
    expect(await admit(request(url), open, true)).toEqual({
      refusal: { httpStatus, reason: expect.stringMatching(reason) },
    });
  });

  test('refuses pages of other hosts', async () => {
    const foreign = request('/ws?userId=ada', { origin: 'https://evil.example' });
    expect(await admit(foreign, open, true)).toMatchObject({ refusal: { httpStatus: 403 } });
    expect(await admit(foreign, { origins: ['https://evil.example'] }, true)).toHaveProperty('admission');
  });
});

describe('admit with credentials', () => {
  const ada = closed({ status: 'known', userId: 'ada' });

  test('the credentials name the user', async () => {
    expect(await admit(request('/ws'), ada, true)).toMatchObject({ admission: { conversation: 'user:ada' } });
    expect(await admit(request('/ws?userId=ada'), ada, true)).toHaveProperty('admission');
  });

  test('the query cannot name somebody else', async () => {
    expect(await admit(request('/ws?userId=bob'), ada, true)).toMatchObject({ refusal: { httpStatus: 403 } });
  });

  test('wrong ones are refused in words', async () => {
    const refused = closed({ status: 'refused', httpStatus: 401, reason: 'The token has expired.' });
    expect(await admit(request('/ws?userId=ada'), refused, true)).toEqual({
      refusal: { httpStatus: 401, reason: 'The token has expired.' },
    });
  });
});
