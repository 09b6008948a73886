import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, type Server, start } from './process.js';
import { type Frame, Socket } from './socket.js';

const token = 'a-token-of-at-least-thirty-two-letters';
const withToken = { TRAVELLITE_KNOWLEDGE_TOKEN: token };

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'travellite-e2e-'))));
afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

/** Says something over the native protocol and gives the frames up to the end of the turn. */
async function say({ url }: Server, user: string, id: string, text: string): Promise<Frame[]> {
  const socket = await Socket.open(`${url}/ws?userId=${user}`, 'travellite.v1');
  socket.send({ type: 'user_message', id, text });
  const frames = await socket.until(({ type }) => type === 'done');
  await socket.close();
  return frames;
}

const sourcesOf = (frames: Frame[]) =>
  frames.flatMap((frame) => (frame.type === 'sources' ? (frame['sources'] as { source: string }[]) : []));

describe('documents that are added', () => {
  const change = ({ url }: Server, method: 'POST' | 'DELETE', body: object) =>
    fetch(`${url}/api/knowledge`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const document = {
    id: 'fair',
    title: 'The lantern fair of Lisbon',
    text: 'The lantern fair of Lisbon is on the first Friday of May, beside the Tagus.',
    source: 'Town hall of Lisbon',
    city: 'Lisbon',
    url: 'https://fair.example/',
  };
  const question = 'When is the lantern fair in Lisbon?';

  it('are sources of answers at once and after a restart, until they are forgotten', async () => {
    const first = await start(folder, withToken);
    expect(sourcesOf(await say(first, 'ada', 'q1', question))).not.toContainEqual(
      expect.objectContaining({ source: document.source }),
    );
    expect((await change(first, 'POST', { documents: [document] })).status).toBe(202);
    const { id: _id, text: _text, city: _city, ...shown } = document;
    expect(sourcesOf(await say(first, 'ada', 'q2', question))).toContainEqual(expect.objectContaining(shown));
    await first.end('SIGTERM');
    const second = await start(folder, withToken);
    expect(sourcesOf(await say(second, 'ada', 'q3', question))).toContainEqual(
      expect.objectContaining(shown),
    );
    expect((await change(second, 'DELETE', { ids: ['fair'] })).status).toBe(202);
    expect(sourcesOf(await say(second, 'ada', 'q4', question))).not.toContainEqual(
      expect.objectContaining({ source: document.source }),
    );
  }, 60_000);
});

describe('a trip', () => {
  it('is a calendar, and a shared link opens it also after a restart', async () => {
    const first = await start(folder);
    const before = await fetch(`${first.url}/trips/mine.ics?userId=ada`);
    expect(before.status).toBe(404);
    await say(
      first,
      'ada',
      't1',
      'Plan a trip for two from New York to Tokyo, March 3 to 8 2027, budget $8000',
    );
    const file = await (await fetch(`${first.url}/trips/mine.ics?userId=ada`)).text();
    expect(file).toContain('DTSTART;TZID=America/New_York:20270303');
    expect(file).toContain('TZID:Asia/Tokyo\r\n');
    const link = await fetch(`${first.url}/trips/mine/links?userId=ada`, { method: 'POST' });
    const { page, files } = (await link.json()) as { page: string; files: { calendar: string } };
    await first.end('SIGTERM');
    const second = await start(folder);
    expect(await (await fetch(second.url + files.calendar)).text()).toBe(file);
    expect((await fetch(second.url + page)).headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await fetch(`${second.url}/trips/mine.ics?userId=bob`)).status).toBe(404);
  }, 60_000);
});
