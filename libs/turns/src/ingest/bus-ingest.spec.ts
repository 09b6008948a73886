import { type QueuedTurn, type Receipt } from '@travellite/bus';
import { TravelError } from '@travellite/protocol';
import { SimulatedClock } from '../testing/simulated-clock.js';
import { ann, bob, turnOf } from '../testing/stage.js';
import { createBusIngest } from './bus-ingest.js';

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

/** A bus whose mailbox answers when the test says so. */
function scene() {
  const clock = new SimulatedClock();
  const published: QueuedTurn[] = [];
  const listeners = new Map<string, (receipt: Receipt) => void>();
  let fault: TravelError | undefined;
  const ingest = createBusIngest({
    clock,
    bus: {
      publishTurn: async (queued) => {
        if (fault) throw fault;
        const { turn, again } = queued;
        const known = !again && published.some((one) => one.turn.id === turn.id);
        published.push(queued);
        return known ? 'known' : 'queued';
      },
      onReceipt: async (conversation, handler) => {
        listeners.set(conversation, handler);
        return { close: async () => void listeners.delete(conversation) };
      },
    },
  });
  const answer = (receipt: Omit<Receipt, 'conversation'>, conversation = ann) =>
    listeners.get(conversation)?.({ conversation, ...receipt });
  const failWith = (thrown: TravelError) => (fault = thrown);
  return { clock, published, listeners, ingest, answer, failWith };
}

describe('createBusIngest', () => {
  it.each([
    [
      { status: 'accepted', position: 2 },
      { status: 'accepted', position: 2 },
    ],
    [
      { status: 'duplicate', outcome: 'ended' },
      { status: 'duplicate', outcome: 'ended' },
    ],
    [
      { status: 'rejected', code: 'queue_full' },
      { status: 'rejected', code: 'queue_full' },
    ],
  ] as const)('answers with the receipt %o', async (receipt, result) => {
    const { ingest, answer, published } = scene();
    const submitted = ingest.submit(turnOf('a'), { onBusy: 'reject' });
    await settle();
    expect(published).toEqual([{ turn: turnOf('a'), onBusy: 'reject' }]);
    answer({ turn: 'a', ...receipt });
    expect(await submitted).toEqual(result);
  });

  it('tells turns apart, also when two ask for the same one', async () => {
    const { ingest, answer } = scene();
    const submitted = [ingest.submit(turnOf('a')), ingest.submit(turnOf('b')), ingest.submit(turnOf('a'))];
    await settle();
    answer({ turn: 'b', status: 'accepted', position: 1 });
    answer({ turn: 'a', status: 'accepted', position: 0 });
    expect((await Promise.all(submitted)).map((result) => JSON.stringify(result))).toEqual(
      [0, 1, 0].map((position) => JSON.stringify({ status: 'accepted', position })),
    );
  });

  it('publishes again, to be fed again, when no receipt comes in three seconds', async () => {
    const { ingest, answer, published, clock } = scene();
    const submitted = ingest.submit(turnOf('a'));
    await clock.advance(2900, settle);
    expect(published).toHaveLength(1);
    await clock.advance(200, settle);
    expect(published.map(({ again }) => again)).toEqual([undefined, true]);
    answer({ turn: 'a', status: 'duplicate', outcome: 'open' });
    expect(await submitted).toEqual({ status: 'duplicate', outcome: 'open' });
  });

  it('says "try again" when no mailbox answers, and takes the same turn again later', async () => {
    const { ingest, answer, published, clock } = scene();
    const submitted = ingest.submit(turnOf('a'));
    const refused = expect(submitted).rejects.toMatchObject({
      code: 'provider_unavailable',
      retryable: true,
    });
    await clock.advance(9100, settle);
    await refused;
    expect(published.map(({ again }) => again)).toEqual([undefined, true, true]);
    const again = ingest.submit(turnOf('a'));
    await settle();
    answer({ turn: 'a', status: 'accepted', position: 0 });
    expect(await again).toMatchObject({ status: 'accepted' });
  });

  it('has a turn that the feed knows fed again at once, since its receipt may have gone to a door that died', async () => {
    const { ingest, answer, published } = scene();
    const first = ingest.submit(turnOf('a'));
    await settle();
    answer({ turn: 'a', status: 'accepted', position: 0 });
    await first;
    const second = ingest.submit(turnOf('a'));
    await settle();
    expect(published.map(({ again }) => again)).toEqual([undefined, undefined, true]);
    answer({ turn: 'a', status: 'duplicate', outcome: 'ended' });
    expect(await second).toEqual({ status: 'duplicate', outcome: 'ended' });
  });

  it('passes on that the bus does not answer', async () => {
    const { ingest, failWith } = scene();
    failWith(new TravelError('provider_unavailable', 'no bus'));
    await expect(ingest.submit(turnOf('a'))).rejects.toMatchObject({ message: 'no bus' });
  });

  it('listens to a conversation once, and stops a while after its last message', async () => {
    const { ingest, answer, listeners, clock } = scene();
    for (const id of ['a', 'b']) {
      const submitted = ingest.submit(turnOf(id));
      await settle();
      answer({ turn: id, status: 'accepted', position: 0 });
      await submitted;
      await clock.advance(40_000, settle);
      expect([...listeners.keys()]).toEqual([ann]);
    }
    await clock.advance(30_000, settle);
    expect([...listeners.keys()]).toEqual([]);
  });

  it('stops listening when it is closed', async () => {
    const { ingest, answer, listeners } = scene();
    const submitted = ingest.submit(turnOf('a', bob));
    await settle();
    answer({ turn: 'a', status: 'accepted' }, bob);
    expect(await submitted).toEqual({ status: 'accepted', position: 0 });
    await ingest.close();
    expect(listeners.size).toBe(0);
  });
});
