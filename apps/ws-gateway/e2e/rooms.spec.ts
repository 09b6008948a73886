import { startHarness } from './harness.js';
import { type TestClient } from './test-client.js';

let harness: Awaited<ReturnType<typeof startHarness>>;
beforeEach(async () => void (harness = await startHarness()));
afterEach(() => harness.close());

const enter = (userId: string, room: string, query = '') =>
  harness.connect(`/ws?userId=${userId}&room=${room}${query}`, { protocols: ['travellite.v1'] });
const say = (client: TestClient, id: string, text: string) => client.send({ type: 'user_message', id, text });
const log = ({ frames }: TestClient) =>
  frames.filter((frame) => 'seq' in frame && 'turn' in frame).map(({ seq, turn, type }) => [seq, turn, type]);

describe('a room at the native door', () => {
  test('is one conversation of several people: each sees the same, once and in order', async () => {
    const [ann, bob] = await Promise.all([enter('ann', 'tokyo'), enter('bob', 'tokyo')]);
    await Promise.all([ann.type('snapshot'), bob.type('snapshot')]);
    say(ann, 'a1', 'Tokyo?');
    await bob.until(({ type, turn }) => type === 'done' && turn === 'a1');
    say(bob, 'b1', 'When?');
    for (const client of [ann, bob]) await client.until(({ type, turn }) => type === 'done' && turn === 'b1');
    expect(log(bob)).toEqual(log(ann));
    const seqs = log(ann).map(([seq]) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    const said = ann.frames.filter(({ type }) => type === 'message');
    expect(said.map(({ message }) => message)).toMatchObject([
      { text: 'Tokyo?', author: { userId: 'ann' } },
      { text: 'When?', author: { userId: 'bob' } },
    ]);
  });

  test('gives who comes late the history, and goes on live', async () => {
    const ann = await enter('ann', 'tokyo');
    say(ann, 'a1', 'Tokyo?');
    await ann.type('done');
    const late = await enter('cleo', 'tokyo');
    expect((await late.type('snapshot'))['view']).toMatchObject({
      history: [{ text: 'Tokyo?' }, { text: 'You said: Tokyo?' }],
    });
    say(ann, 'a2', 'March');
    expect((await late.type('response'))['text']).toBe('You said: March');
  });

  test('is apart from everybody’s own conversation, and from other rooms', async () => {
    const [room, own, other] = [
      await enter('ann', 'tokyo'),
      await harness.connect('/ws?userId=ann', { protocols: ['travellite.v1'] }),
      await enter('ann', 'rome'),
    ];
    say(room, 'a1', 'Tokyo?');
    await room.type('done');
    for (const client of [own, other]) {
      client.send({ type: 'ping', id: 'p' });
      await client.type('pong');
      expect(client.types).not.toContain('message');
    }
  });

  test('named like its user is that user’s own conversation, both ways and at the same time', async () => {
    const room = await enter('ann', 'ann');
    const own = await harness.connect('/ws?userId=ann', { protocols: ['travellite.v1'] });
    expect((await room.type('welcome'))['conversation']).toBe('user:ann');
    say(room, 'r1', 'by the room');
    say(own, 'o1', 'directly');
    for (const client of [room, own]) await client.type('done', 2);
    expect(log(room)).toEqual(log(own));
    const eve = await enter('eve', 'ann');
    expect((await eve.type('snapshot'))['view']).toEqual({ history: [] });
  });

  test('of a name that cannot be is refused before the upgrade', async () => {
    await expect(enter('ann', '%20')).rejects.toThrow(/400/);
  });
});
