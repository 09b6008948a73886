import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listingAgent, place, steppedAgent } from './agents.js';
import { startHarness } from './harness.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'restart-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a native client goes on over a restart of everything, without a hole', async () => {
  const before = await startHarness({ folder });
  const first = await before.connect('/ws?userId=ada');
  first.send({ type: 'user_message', id: 'm1', text: 'hello' });
  await first.type('done');
  const { epoch, seq } = first.frames.at(-1) as { epoch: number; seq: number };
  await before.post('/chat', { message: 'unseen', userId: 'ada' });
  await before.close();

  const after = await startHarness({ folder });
  const second = await after.connect(`/ws?userId=ada&epoch=${epoch}&seq=${seq}`);
  await second.type('replayed');
  const seqs = second.frames.filter((frame) => 'turn' in frame).map((frame) => frame['seq']);
  expect(seqs.length).toBeGreaterThan(2);
  expect(seqs).toEqual(seqs.map((_, i) => seq + 1 + i));
  second.send({ type: 'user_message', id: 'm1', text: 'hello' });
  expect(await second.type('ack')).toMatchObject({ status: 'duplicate' });
  await after.close();
});

test('a message that was accepted is answered after a restart', async () => {
  const stuck = steppedAgent();
  const before = await startHarness({ folder, agent: stuck.agent });
  const first = await before.connect('/ws?userId=ada');
  first.send({ type: 'user_message', id: 'm1', text: 'hello' });
  first.send({ type: 'user_message', id: 'm2', text: 'and another thing' });
  await first.type('ack', 2);
  await before.close();

  const after = await startHarness({ folder });
  const second = await after.connect('/api/gateway/ws?userId=ada');
  second.send('third');
  await second.until((frame) => frame['text'] === 'You said: third' && 'complete' in frame);
  const { state } = await after.conversations.snapshot('user:ada');
  expect(state?.view.history.map(({ text }) => text)).toEqual([
    'hello',
    'You said: hello',
    'and another thing',
    'You said: and another thing',
    'third',
    'You said: third',
  ]);
  await after.close();
});

test('what door 3 knows of a user survives a restart', async () => {
  const before = await startHarness({ folder, agent: listingAgent });
  await before.post('/chat', { message: 'Ueno', userId: 'ada' });
  await before.close();
  const after = await startHarness({ folder, agent: listingAgent });
  const client = await after.connect('/ws/chat?userId=ada');
  client.send({ message: 'thanks' });
  expect((await client.type('pois'))['data']).toEqual([place('Ueno')]);
  await after.close();
});
