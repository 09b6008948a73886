import { type Receipt } from '@travellite/bus';
import { type Conversations } from '@travellite/conversations';
import { type ConversationId, partitionOf, TravelError } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { createBusIngest } from '../ingest/bus-ingest.js';
import { ann, agentOf, Stage, stateOf, turnOf } from '../testing/stage.js';
import { createFeed, type FeedOptions } from './feed.js';

let stage: Stage;
beforeEach(async () => void (stage = await Stage.open()));
afterEach(() => stage.close());

const startFeed = async (
  more: Pick<Conversations, 'accept'> = stage.conversations,
  offer?: FeedOptions['offer'],
) => {
  const conversations = {
    accept: more.accept.bind(more),
    feedPosition: (partition: number) => stage.conversations.feedPosition(partition),
  };
  const feed = createFeed({
    ...{ bus: stage.bus, conversations, partitions: [0], log: silentLog, counters: stage.counters },
    maxQueued: 2,
    offer,
  });
  await feed.start();
  return feed;
};

describe('createFeed', () => {
  it('takes turns from the bus into their mailboxes, and the door learns what the mailbox said', async () => {
    const feed = await startFeed();
    const ingest = createBusIngest({ bus: stage.bus });
    const submit = (id: string) => ingest.submit(turnOf(id));
    expect(await submit('a')).toEqual({ status: 'accepted', position: 0 });
    expect(await submit('b')).toEqual({ status: 'accepted', position: 1 });
    expect(await submit('c')).toEqual({ status: 'accepted', position: 2 });
    expect(await submit('d')).toEqual({ status: 'rejected', code: 'queue_full' });
    await stage.startWorker(agentOf(async () => stateOf(null)));
    await stage.settle();
    expect((await stage.story()).filter((line) => line.endsWith('done'))).toEqual([
      'a done',
      'b done',
      'c done',
    ]);
    expect(stage.counters.read()).toMatchObject({ turns_accepted: 3, turns_rejected: 1 });
    await feed.close();
    await ingest.close();
  });

  it('wakes a worker for what it took', async () => {
    await stage.startWorker(agentOf(async () => stateOf(null)));
    const feed = await startFeed();
    await stage.bus.publishTurn({ turn: turnOf('a') });
    await stage.settle();
    expect(await stage.story()).toContain('a done');
    await feed.close();
  });

  it('offers what it took to its own process first, and wakes all others only when that has no room', async () => {
    const woken: (string | undefined)[] = [];
    await stage.bus.onWake((conversation) => woken.push(conversation));
    const offered: string[] = [];
    const offer = (conversation: ConversationId) => offered.push(conversation) === 1;
    const feed = await startFeed(stage.conversations, offer);
    await stage.bus.publishTurn({ turn: turnOf('a') });
    await stage.settle();
    expect([offered, woken]).toEqual([[ann], []]);
    await stage.bus.publishTurn({ turn: turnOf('b') });
    await stage.settle();
    expect([offered, woken]).toEqual([[ann, ann], [ann]]);
    await feed.close();
  });

  it('gives a receipt again for a turn that is fed again, without a second turn', async () => {
    const feed = await startFeed();
    const receipts: Receipt[] = [];
    await stage.bus.onReceipt(ann, (receipt) => receipts.push(receipt));
    await stage.bus.publishTurn({ turn: turnOf('a') });
    await stage.bus.publishTurn({ turn: turnOf('a'), again: true });
    await stage.settle();
    expect(receipts.map(({ status }) => status)).toEqual(['accepted', 'duplicate']);
    expect((await stage.conversations.snapshot(ann)).queued).toHaveLength(1);
    await feed.close();
  });

  it('leaves out a turn that no mailbox will ever take, and goes on', async () => {
    expect(partitionOf(ann, 1)).toBe(0);
    const feed = await startFeed({
      accept: async (turn, options) => {
        if (turn.id === 'bad') throw new TravelError('conflict', 'unreadable');
        return stage.conversations.accept(turn, options);
      },
    });
    for (const id of ['bad', 'good']) await stage.bus.publishTurn({ turn: turnOf(id) });
    await stage.settle();
    expect((await stage.conversations.snapshot(ann)).queued.map(({ turn }) => turn)).toEqual(['good']);
    expect(stage.counters.read()).toMatchObject({ turns_unreadable: 1 });
    await feed.close();
  });

  it('is handed a turn again while the store does not answer, and nothing overtakes it', async () => {
    let failures = 1;
    let taken: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (taken = resolve));
    const feed = await startFeed({
      accept: async (turn, options) => {
        if (failures-- > 0) throw new TravelError('provider_unavailable', 'not now');
        const result = await stage.conversations.accept(turn, options);
        if (turn.id === 'b') taken();
        return result;
      },
    });
    for (const id of ['a', 'b']) await stage.bus.publishTurn({ turn: turnOf(id) });
    await both;
    expect((await stage.conversations.snapshot(ann)).queued.map(({ turn }) => turn)).toEqual(['a', 'b']);
    await feed.close();
  });
});
