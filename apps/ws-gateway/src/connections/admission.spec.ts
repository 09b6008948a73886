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

describe('admit to a room', () => {
  const to = (url: string, rules = open, roomsToo = true) => admit(request(url), rules, true, roomsToo);

  test('by its name, where the door knows rooms', async () => {
    expect(await to('/ws?userId=ada&room=tokyo%20trip')).toEqual({
      admission: { userId: 'ada', conversation: 'room:tokyo trip' },
    });
    expect(await to('/ws?userId=ada&room=tokyo', open, false)).toMatchObject({
      admission: { conversation: 'user:ada' },
    });
  });

  test('named like the user is the user’s own conversation, and nobody else’s', async () => {
    expect(await to('/ws?userId=ada&room=ada')).toMatchObject({ admission: { conversation: 'user:ada' } });
    expect(await to('/ws?userId=bob&room=ada')).toMatchObject({ admission: { conversation: 'room:ada' } });
  });

  test.each([
    ['an empty name', '/ws?userId=a&room=', /room is empty/],
    ['a control character', '/ws?userId=a&room=x%00', /room holds control/],
    ['a long name', `/ws?userId=a&room=${'x'.repeat(300)}`, /room is longer/],
  ])('is refused for %s', async (_what, url, reason) => {
    expect(await to(url)).toEqual({ refusal: { httpStatus: 400, reason: expect.stringMatching(reason) } });
  });

  test('needs credentials that admit to it', async () => {
    const some = closed({ status: 'known', userId: 'ada', rooms: ['tokyo'] });
    const all = closed({ status: 'known', userId: 'ada', rooms: 'all' });
    const none = closed({ status: 'known', userId: 'ada' });
    expect(await to('/ws?room=tokyo', some)).toMatchObject({ admission: { conversation: 'room:tokyo' } });
    expect(await to('/ws?room=rome', all)).toMatchObject({ admission: { conversation: 'room:rome' } });
    for (const rules of [some, none]) {
      expect(await to('/ws?room=rome', rules)).toMatchObject({ refusal: { httpStatus: 403 } });
      expect(await to('/ws?room=ada', rules)).toMatchObject({ admission: { conversation: 'user:ada' } });
    }
  });
});
