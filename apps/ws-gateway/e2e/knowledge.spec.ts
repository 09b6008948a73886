import { type SharedDocument } from '@travellite/bus';
import { type Harness, startHarness } from './harness.js';

const token = 'a-token-of-at-least-thirty-two-letters';
const document = { id: 'fair', title: 'The lantern fair', text: 'Lanterns in May.', source: 'Town hall' };
let harness: Harness;
let taken: SharedDocument[] = [];
const send = (body: unknown, method = 'POST', headers: Record<string, string> = {}) =>
  fetch(`${harness.gateway.url}/api/knowledge`, {
    method,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
  });
const errorOf = async (answer: Response) => ((await answer.json()) as { error: string }).error;

beforeAll(async () => {
  harness = await startHarness({ knowledge: { token } });
  await harness.bus.documents.follow(async (one) => void taken.push(one));
});
beforeEach(() => void (taken = []));
afterAll(() => harness.close());

describe('POST /api/knowledge', () => {
  test('passes documents on, in order, under a name that no passage of ours has', async () => {
    const more = { ...document, id: 'boats', city: 'Hoi An', expiresAt: 5, url: 'https://town.example' };
    const answer = await send({ documents: [document, more] });
    expect([answer.status, await answer.json()]).toEqual([202, { accepted: 2 }]);
    const { id: _id, ...content } = document;
    const { id: _other, ...others } = more;
    expect(taken).toEqual([
      { namespace: 'shared', id: 'upload:fair', content: { ...content, kind: 'upload' } },
      { namespace: 'shared', id: 'upload:boats', content: { ...others, kind: 'upload' } },
    ]);
  });

  test('takes documents of one person or one team', async () => {
    expect((await send({ namespace: 'user:ada', documents: [document] })).status).toBe(202);
    expect(taken[0]?.namespace).toBe('user:ada');
  });

  test('forgets documents', async () => {
    const answer = await send({ ids: ['fair'] }, 'DELETE');
    expect([answer.status, await answer.json()]).toEqual([202, { accepted: 1 }]);
    expect(taken).toEqual([{ namespace: 'shared', id: 'upload:fair', content: null }]);
  });

  test.each([
    ['no JSON', '{', 400, /^Invalid JSON/],
    ['nothing', '', 400, /^Invalid JSON/],
    ['no documents', {}, 400, /^documents: /],
    ['an empty list', { documents: [] }, 400, /^documents: /],
    ['too many', { documents: Array.from({ length: 101 }, () => document) }, 400, /^documents: /],
    ['no title', { documents: [{ ...document, title: undefined }] }, 400, /^documents\.0\.title: /],
    [
      'a blank text',
      { documents: [document, { ...document, text: ' \u200b' }] },
      400,
      /^documents\.1: nothing/,
    ],
    [
      'too long a text',
      { documents: [{ ...document, text: 'x'.repeat(200_001) }] },
      400,
      /^documents\.0\.text: /,
    ],
    ['a field nobody knows', { documents: [{ ...document, expires: 5 }] }, 400, /^documents\.0: .*expires/],
    ['a kind of its own', { documents: [{ ...document, kind: 'guide' }] }, 400, /^documents\.0: .*kind/],
    ['no date', { documents: [{ ...document, checkedOn: 'today' }] }, 400, /^documents\.0\.checkedOn: /],
    ['no namespace', { namespace: 'everybody', documents: [document] }, 400, /^namespace: must be/],
    ['an object', { documents: document }, 400, /^documents: /],
    ['a list', [document], 400, /^The body: /],
    ['too much', 'x'.repeat(1_048_577), 413, /larger than/],
  ])('refuses %s, and passes nothing on', async (_what, body, status, words) => {
    const answer = await send(body);
    expect([answer.status, await errorOf(answer)]).toEqual([status, expect.stringMatching(words)]);
    expect(taken).toEqual([]);
  });

  test.each([
    ['no token', { authorization: '' }],
    ['another token', { authorization: `Bearer ${token}x` }],
    ['a part of it', { authorization: `Bearer ${token.slice(0, -1)}` }],
    ['another scheme', { authorization: `Basic ${token}` }],
  ])('needs its token: %s', async (_what, headers) => {
    const answer = await send({ documents: [document] }, 'POST', headers);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(taken).toEqual([]);
  });

  test('only POST and DELETE', async () => {
    const answer = await fetch(`${harness.gateway.url}/api/knowledge`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, DELETE']);
  });
});

test('without a token the door is shut, and says so', async () => {
  const shut = await startHarness();
  try {
    const answer = await shut.post('/api/knowledge', { documents: [document] });
    expect([answer.status, await errorOf(answer)]).toEqual([
      404,
      expect.stringContaining('TRAVELLITE_KNOWLEDGE_TOKEN'),
    ]);
  } finally {
    await shut.close();
  }
});

test('says that nobody takes documents in, and how many were', async () => {
  const alone = await startHarness({ knowledge: { token } });
  try {
    const answer = await alone.post(
      '/api/knowledge',
      { documents: [document] },
      { authorization: `Bearer ${token}` },
    );
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { error: expect.stringContaining('Send the request again'), accepted: 0 },
    ]);
  } finally {
    await alone.close();
  }
});
