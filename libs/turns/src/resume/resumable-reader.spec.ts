import fc from 'fast-check';
import { type Bus, type ConversationSubscriber, type EventBatch } from '@travellite/bus';
import { type Conversations, type LogPosition, type ReadEventsResult } from '@travellite/conversations';
import {
  type CanonicalEvent,
  type EventBody,
  type LiveText,
  TravelError,
  userConversation,
} from '@travellite/protocol';
import { SimulatedClock } from '../testing/simulated-clock.js';
import { createResumableReader, type Gap, type ResumableReader } from './resumable-reader.js';

const conversation = userConversation('ann');

/** A log in memory with a bus beside it that tells only what it is told to tell. */
class Scene {
  readonly clock = new SimulatedClock();
  readonly seen: CanonicalEvent[] = [];
  readonly live: LiveText[] = [];
  readonly gaps: Gap[] = [];
  readonly faults: TravelError[] = [];
  log: CanonicalEvent[] = [];
  epoch = 1;
  keptFrom = 1;
  reads = 0;
  answer: () => Promise<void> = async () => undefined;
  private subscriber: ConversationSubscriber | undefined;
  closed = 0;

  readonly bus: Pick<Bus, 'subscribe'> = {
    subscribe: async (_, subscriber) => {
      this.subscriber = subscriber;
      return { close: async () => void (this.closed += 1) };
    },
  };

  readonly conversations: Pick<Conversations, 'readEvents'> = {
    readEvents: async (_, after, limit): Promise<ReadEventsResult> => {
      this.reads += 1;
      await this.answer();
      const head = { epoch: this.epoch, seq: this.log.length };
      if (after.seq > 0 && after.epoch !== this.epoch)
        return { status: 'gap', reason: 'epoch_changed', head };
      if (after.seq + 1 < this.keptFrom) return { status: 'gap', reason: 'trimmed', head };
      return { status: 'ok', events: this.log.slice(after.seq, after.seq + limit), head };
    },
  };

  write(body: EventBody = { type: 'progress', text: 'step' }, turn = 'one'): CanonicalEvent {
    const event = { conversation, epoch: this.epoch, seq: this.log.length + 1, turn, ts: 1, ...body };
    this.log.push(event);
    return event;
  }

  tell(...events: CanonicalEvent[]): void {
    const batch: EventBatch = { id: String(events[0]?.seq), conversation, events };
    this.subscriber?.onEvents(batch);
  }

  say(delta: string, offset: number, { turn = 'one', fence = 1 } = {}): void {
    this.subscriber?.onLive({ type: 'text', conversation, turn, fence, delta, offset, ts: 1 });
  }

  interrupt(): void {
    this.subscriber?.onInterrupted?.();
  }

  reader(from: LogPosition = { epoch: 1, seq: 0 }, pageSize = 3): ResumableReader {
    return createResumableReader({
      ...{
        bus: this.bus,
        conversations: this.conversations,
        conversation,
        from,
        pageSize,
        clock: this.clock,
      },
      sink: {
        onEvents: (events) => this.seen.push(...events),
        onLive: (delta) => this.live.push(delta),
        onGap: async (gap) => {
          this.gaps.push(gap);
          return gap.head;
        },
        onFault: (fault) => this.faults.push(fault),
      },
    });
  }
}

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const seqs = (events: readonly CanonicalEvent[]) => events.map(({ seq }) => seq);

describe('createResumableReader', () => {
  let scene: Scene;
  beforeEach(() => void (scene = new Scene()));

  it('gives the log from its position on, page by page, then what comes', async () => {
    for (let n = 0; n < 8; n += 1) scene.write();
    const reader = scene.reader({ epoch: 1, seq: 2 });
    await reader.start();
    expect(seqs(scene.seen)).toEqual([3, 4, 5, 6, 7, 8]);
    scene.tell(scene.write());
    expect(seqs(scene.seen)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(reader.position()).toEqual({ epoch: 1, seq: 9 });
  });

  it('leaves out what it knows and fills a hole from the log', async () => {
    await scene.reader().start();
    const [one, two, three] = [scene.write(), scene.write(), scene.write()];
    scene.tell(one);
    scene.tell(one);
    scene.tell(three);
    await settle();
    scene.tell(two);
    scene.tell(one, two, three, scene.write());
    expect(seqs(scene.seen)).toEqual([1, 2, 3, 4]);
  });

  it('takes a late batch of an earlier epoch for nothing new, also before it has seen any event', async () => {
    const late = scene.write();
    scene.log = [];
    scene.epoch = 2;
    await scene.reader({ epoch: 2, seq: 0 }).start();
    scene.tell(late);
    await settle();
    scene.tell(scene.write());
    expect(scene.seen.map(({ epoch, seq }) => [epoch, seq])).toEqual([[2, 1]]);
    expect(scene.gaps).toEqual([]);
  });

  it('looks into the log when deliveries may have been missed', async () => {
    await scene.reader().start();
    scene.write();
    scene.interrupt();
    await settle();
    expect(seqs(scene.seen)).toEqual([1]);
  });

  it('misses nothing that is written while it reads', async () => {
    scene.write();
    let more = 3;
    scene.answer = async () => {
      if (more-- > 0) scene.tell(scene.write());
    };
    await scene.reader().start();
    expect(seqs(scene.seen)).toEqual([1, 2, 3, 4]);
  });

  it('announces a gap, and goes on behind the snapshot that the caller shows', async () => {
    for (let n = 0; n < 5; n += 1) scene.write();
    scene.keptFrom = 4;
    const reader = scene.reader({ epoch: 1, seq: 1 });
    await reader.start();
    expect(scene.gaps).toEqual([{ reason: 'trimmed', head: { epoch: 1, seq: 5 } }]);
    scene.tell(scene.write());
    expect(seqs(scene.seen)).toEqual([6]);
  });

  it('notices in the middle that the epoch has changed', async () => {
    const reader = scene.reader();
    await reader.start();
    scene.tell(scene.write());
    scene.epoch = 2;
    scene.log = [];
    for (let n = 0; n < 2; n += 1) scene.write();
    scene.tell(...scene.log);
    await settle();
    expect(scene.gaps).toEqual([{ reason: 'epoch_changed', head: { epoch: 2, seq: 2 } }]);
    expect(reader.position()).toEqual({ epoch: 2, seq: 2 });
  });

  it('takes any epoch for the same beginning', async () => {
    scene.epoch = 7;
    const reader = scene.reader({ epoch: 3, seq: 0 });
    await reader.start();
    scene.tell(scene.write());
    expect(scene.gaps).toEqual([]);
    expect(reader.position()).toEqual({ epoch: 7, seq: 1 });
  });

  it('asks again when the log does not answer, and ends on what will not pass', async () => {
    scene.write();
    let failures = 2;
    scene.answer = async () => {
      if (failures-- > 0) throw new TravelError('provider_unavailable', 'not now');
    };
    const started = scene.reader().start();
    await scene.clock.advance(1500, settle);
    await started;
    expect(seqs(scene.seen)).toEqual([1]);
    scene.answer = async () => {
      throw new TravelError('conflict', 'newer data');
    };
    scene.interrupt();
    await settle();
    expect(scene.faults).toMatchObject([{ code: 'conflict' }]);
    scene.tell(scene.write());
    expect(seqs(scene.seen)).toEqual([1]);
  });

  it('gives nothing after it was closed, and closes twice', async () => {
    const reader = scene.reader();
    await reader.start();
    await reader.close();
    await reader.close();
    scene.tell(scene.write());
    scene.say('late', 0);
    expect([scene.seen, scene.live]).toEqual([[], []]);
    expect(scene.closed).toBeGreaterThan(0);
  });

  it('ends its subscription when it is closed before it has one', async () => {
    const reader = scene.reader();
    const started = reader.start();
    await reader.close();
    await started;
    expect(scene.closed).toBe(1);
    expect(scene.reads).toBe(0);
  });
});

describe('live deltas', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = new Scene();
    scene.write({ type: 'turn_started' });
    await scene.reader().start();
  });
  const heard = () => scene.live.map(({ turn, delta }) => `${turn} ${delta}`);

  it('pass while their turn is at work', () => {
    scene.say('Par', 0);
    scene.say('is', 3);
    expect(heard()).toEqual(['one Par', 'one is']);
  });

  it('of a turn that has ended, or of an older claim, are left out', () => {
    scene.tell(scene.write({ type: 'text_reset', attempt: 2, fence: 5 }));
    scene.say('old', 0, { fence: 4 });
    scene.say('new', 0, { fence: 5 });
    scene.tell(scene.write({ type: 'done', status: 'complete' }));
    scene.say('late', 3, { fence: 5 });
    expect(heard()).toEqual(['one new']);
  });

  it('of a turn whose beginning was not heard of yet wait for it, and the log has it', async () => {
    scene.write({ type: 'done', status: 'complete' });
    scene.write({ type: 'turn_started' }, 'two');
    scene.say('next', 0, { turn: 'two', fence: 2 });
    expect(heard()).toEqual([]);
    await settle();
    expect(seqs(scene.seen)).toEqual([1, 2, 3]);
    expect(heard()).toEqual(['two next']);
  });

  it('of a turn that never began here are left out', async () => {
    scene.say('zombie', 0, { turn: 'zero', fence: 1 });
    await settle();
    scene.say('one', 0);
    expect(heard()).toEqual(['one one']);
  });

  it('decide which turn is at work where no event has said so', async () => {
    const late = new Scene();
    late.write({ type: 'turn_started' });
    await late.reader({ epoch: 1, seq: 1 }).start();
    late.say('middle', 9);
    await settle();
    expect(late.live).toMatchObject([{ delta: 'middle' }]);
  });
});

it('gives every event once and in order, whatever the bus drops, repeats or reorders', async () => {
  const deliveries = fc.array(
    fc.record({ seq: fc.integer({ min: 1, max: 30 }), count: fc.integer({ min: 1, max: 4 }) }),
    {
      maxLength: 40,
    },
  );
  const law = fc.asyncProperty(
    deliveries,
    fc.nat(10),
    fc.integer({ min: 1, max: 5 }),
    async (told, from, pageSize) => {
      const scene = new Scene();
      for (let n = 0; n < from; n += 1) scene.write();
      const reader = scene.reader({ epoch: 1, seq: from }, pageSize);
      await reader.start();
      for (const { seq, count } of told) {
        while (scene.log.length < seq + count) scene.write();
        scene.tell(...scene.log.slice(seq - 1, seq - 1 + count));
        if (seq % 3 === 0) await settle();
      }
      await settle();
      const last = scene.seen.at(-1)?.seq ?? from;
      expect(seqs(scene.seen)).toEqual(Array.from({ length: last - from }, (_, at) => from + at + 1));
      const newest = Math.max(from, ...told.map(({ seq, count }) => seq + count - 1));
      expect(last).toBeGreaterThanOrEqual(newest);
      await reader.close();
    },
  );
  await fc.assert(law, { numRuns: 60 });
});
