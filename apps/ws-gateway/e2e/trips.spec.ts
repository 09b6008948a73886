import { get as httpGet } from 'node:http';
import { type Agent, type PlanOption, type TripView } from '@travellite/protocol';
import { stateAfter } from './agents.js';
import { type Harness, startHarness } from './harness.js';

const option: PlanOption = {
  days: [
    {
      highlight: 'Paris: Louvre',
      date: '2026-12-15',
      blocks: [
        {
          time: '9:00 AM - 11:30 AM',
          description: 'Visit Louvre',
          starts: '2026-12-15T09:00+01:00',
          ends: '2026-12-15T11:30+01:00',
          zone: 0,
        },
      ],
    },
  ],
  overall_cost: '$420',
  currency: 'USD',
  sample: true,
  general_notes: 'Cheapest: The lowest total.',
};

const tripView: TripView = {
  request: { destinations: [{ name: 'Paris', kind: 'city' }], interests: [] },
  pois: [],
  requirements: [{ description: 'a private wish', priority: 'must_have' }],
  plan: [option, { ...option, overall_cost: '$500', general_notes: 'Balanced: In between.' }],
  planned: { revision: 2, at: Date.UTC(2026, 10, 21) },
  zones: ['Europe/Paris'],
  missing: [],
};

/** Makes the plan above, or one without a date. */
const planningAgent: Agent = {
  stateVersion: 1,
  run: async (turn, before, emit) => {
    emit.text('Done.');
    const state = stateAfter(turn, before, 'Done.');
    const dated = turn.message.text !== 'no dates';
    const plan = dated ? tripView.plan : [{ ...option, days: [{ highlight: 'One', blocks: [] }] }];
    return Promise.resolve({ ...state, view: { ...state.view, trip: { ...tripView, plan } } });
  },
};

const secret = 'a secret of at least thirty-two letters';
let now = Date.UTC(2026, 10, 21);
let harness: Harness;
const get = (path: string, init?: RequestInit) => fetch(`${harness.gateway.url}${path}`, init);
const errorOf = async (answer: Response) => ((await answer.json()) as { error: string }).error;
const plan = (userId: string, message = 'plan it') => harness.post('/chat', { message, userId });

interface Link {
  id: string;
  page: string;
  expiresAt: string;
  files: { calendar: string; markdown: string; json: string };
}
const share = async (userId: string, body: unknown = {}): Promise<Link> => {
  const answer = await harness.post(`/trips/mine/links?userId=${userId}`, body);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Link;
};

beforeAll(async () => {
  harness = await startHarness({ agent: planningAgent, trips: { secret }, now: () => now });
  await plan('ada');
});
afterAll(() => harness.close());

describe('GET /trips/mine', () => {
  test('is a calendar to save', async () => {
    const answer = await get('/trips/mine.ics?userId=ada');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="paris-cheapest.ics"');
    const file = await answer.text();
    expect(file).toContain('DTSTART;TZID=Europe/Paris:20261215T090000\r\n');
    expect(file).toContain('SEQUENCE:2\r\n');
    expect(file).not.toContain('ada');
  });

  test.each([
    ['json', 'application/json; charset=utf-8', '"format": "travellite.trip"'],
    ['md', 'text/markdown; charset=utf-8', '# Paris'],
  ])('is a .%s file', async (ending, type, words) => {
    const answer = await get(`/trips/mine.${ending}?userId=ada&option=2`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    const file = await answer.text();
    expect(file).toContain(words);
    expect(file).toContain('$500');
    expect(file).not.toContain('a private wish');
  });

  test('is a page whose links keep the user', async () => {
    const answer = await get('/trips/mine?userId=ada');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('href="/trips/mine.ics?userId=ada&amp;option=1"');
    expect((await get('/trips/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  test('comes once: the same file again is 304', async () => {
    const first = await get('/trips/mine.ics?userId=ada');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/trips/mine.ics?userId=ada', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('answers HEAD without a body', async () => {
    const answer = await get('/trips/mine.ics?userId=ada', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  test.each([
    ['nobody', '/trips/mine.ics', 400, /userId is required/],
    ['a broken name', '/trips/mine.ics?userId=%ff', 400, /broken percent-encoding/],
    ['two names', '/trips/mine.ics?userId=ada&userId=bob', 400, /given twice/],
    ['somebody without a plan', '/trips/mine.ics?userId=nobody', 404, /no plan yet/],
    ['no such option', '/trips/mine.ics?userId=ada&option=3', 404, /has 2 options/],
    ['no number', '/trips/mine.ics?userId=ada&option=0', 400, /whole number/],
    ['no number either', '/trips/mine.ics?userId=ada&option=1e9', 400, /whole number/],
    ['another form', '/trips/mine.pdf?userId=ada', 404, /no trip at this address/],
    ['nothing', '/trips/', 404, /no trip at this address|nothing/],
    ['another id', '/trips/yours.ics?userId=ada', 404, /no trip at this address/],
    ['odd letters', '/trips/%F0%9F%98%80.ics?userId=ada', 404, /no trip at this address/],
    ['a line end', '/trips/mine%0d%0aX:1.ics?userId=ada', 404, /no trip at this address/],
    ['another folder', '/trips/..%2f..%2fetc%2fpasswd?userId=ada', 404, /no trip at this address/],
    ['a long id', `/trips/t1.${'a'.repeat(5_000)}.ics`, 404, /no trip at this address/],
  ])('%s: a sentence', async (_what, path, status, words) => {
    const answer = await get(path);
    expect([answer.status, await errorOf(answer)]).toEqual([status, expect.stringMatching(words)]);
  });

  test('a broken encoding is refused, in words', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(harness.gateway.url);
      httpGet({ host: '127.0.0.1', port, path: '/trips/%zz.ics' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).once('error', reject);
    });
    expect(status).toBe(400);
  });

  test('without a date there is no calendar yet, and the rest is there', async () => {
    await plan('bea', 'no dates');
    const answer = await get('/trips/mine.ics?userId=bea');
    expect([answer.status, await errorOf(answer)]).toEqual([409, expect.stringContaining('no dates yet')]);
    expect((await get('/trips/mine.md?userId=bea')).status).toBe(200);
  });

  test('only GET', async () => {
    const answer = await get('/trips/mine.ics?userId=ada', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test('the trip of a room is had by its members, as the room’s', async () => {
  const ada = await harness.connect('/ws?userId=ada&room=friends');
  ada.send({ type: 'user_message', id: 'r1', text: 'plan it' });
  await ada.type('done');
  const room = await (await get('/trips/mine.ics?userId=bob&room=friends')).text();
  expect(room).toContain('DTSTART;TZID=Europe/Paris:20261215T090000');
  expect((await get('/trips/mine.ics?userId=bob')).status).toBe(404);
  const own = await (await get('/trips/mine.ics?userId=ada')).text();
  const uidOf = (file: string) => /UID:\S+/.exec(file)?.[0];
  expect(uidOf(room)).not.toBe(uidOf(own));
  const link = await get('/trips/mine/links?userId=bob&room=friends', { method: 'POST' });
  const { files } = (await link.json()) as Link;
  expect(await (await get(files.calendar)).text()).toBe(room);
});

describe('a shared trip', () => {
  test('opens by its link, in every form, without saying who its owner is', async () => {
    const link = await share('ada');
    for (const path of [link.page, ...Object.values(link.files)]) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toMatch(/ada|private wish/);
    }
    expect(link.expiresAt).toBe(new Date(now + 30 * 86_400_000).toISOString());
    expect((await get(link.page)).headers.get('x-robots-tag')).toBe('noindex');
  });

  test('is one trip: the owner’s, as it stands', async () => {
    const mine = await (await get('/trips/mine.ics?userId=ada')).text();
    const link = await share('ada');
    expect(await (await get(link.files.calendar)).text()).toBe(mine);
    expect(await (await get(`${link.files.calendar}?userId=nobody`)).text()).toBe(mine);
  });

  test('ends', async () => {
    const link = await share('ada', { days: 1 });
    now += 86_400_000;
    const answer = await get(link.page);
    expect([answer.status, await errorOf(answer)]).toEqual([410, expect.stringContaining('has ended')]);
  });

  test('does not open by a changed link', async () => {
    const { id } = await share('ada');
    const answer = await get(`/trips/${id.slice(0, -4)}AAAA.ics`);
    expect([answer.status, await errorOf(answer)]).toEqual([403, expect.stringContaining('opens nothing')]);
  });

  test.each([
    ['half a day', { days: 0.5 }, 400, /whole number from 1 to 365/],
    ['for ever', { days: 1e9 }, 400, /whole number from 1 to 365/],
    ['a word', { days: 'ten' }, 400, /whole number/],
    ['a list', [], 400, /whole number/],
    ['no JSON', '{', 400, /Invalid JSON/],
    ['too much', { x: 'x'.repeat(2_000) }, 413, /larger than/],
  ])('is not shared for %s', async (_what, body, status, words) => {
    const answer = await harness.post('/trips/mine/links?userId=ada', body);
    expect([answer.status, await errorOf(answer)]).toEqual([status, expect.stringMatching(words)]);
  });

  test('lasts the usual time when nothing is said', async () => {
    const answer = await get('/trips/mine/links?userId=ada', { method: 'POST' });
    expect(answer.status).toBe(201);
  });

  test.each([
    ['nobody asks', '/trips/mine/links', 'POST', 400],
    ['there is no plan', '/trips/mine/links?userId=nobody', 'POST', 404],
    ['it is only asked for', '/trips/mine/links?userId=ada', 'GET', 405],
  ])('is not shared when %s', async (_what, path, method, status) => {
    expect((await get(path, { method })).status).toBe(status);
  });

  test('is not shared from a page of another host', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await get('/trips/mine/links?userId=ada', { method: 'POST', headers });
    expect(answer.status).toBe(403);
  });
});

describe('with credentials', () => {
  let closed: Harness;
  beforeAll(async () => {
    closed = await startHarness({
      agent: planningAgent,
      identify: ({ headers }) =>
        Promise.resolve(
          headers.authorization === 'Bearer ada'
            ? { status: 'known', userId: 'ada' }
            : { status: 'refused', httpStatus: 401, reason: 'Who are you?' },
        ),
    });
    await closed.post('/chat', { message: 'plan it' }, { authorization: 'Bearer ada' });
  });
  afterAll(() => closed.close());
  const ask = (path: string, headers = {}) => fetch(`${closed.gateway.url}${path}`, { headers });

  test('a person gets their own trip, and nobody else’s', async () => {
    const authorization = 'Bearer ada';
    expect((await ask('/trips/mine.ics', { authorization })).status).toBe(200);
    expect((await ask('/trips/mine.ics?userId=bob', { authorization })).status).toBe(403);
    expect((await ask('/trips/mine.ics?userId=ada')).status).toBe(401);
  });

  test('without a secret sharing is off, and says so', async () => {
    const answer = await closed.post('/trips/mine/links', {}, { authorization: 'Bearer ada' });
    expect([answer.status, await errorOf(answer)]).toEqual([404, expect.stringContaining('Sharing is off')]);
    expect((await ask('/trips/t1.AAAA.ics')).status).toBe(404);
  });
});
