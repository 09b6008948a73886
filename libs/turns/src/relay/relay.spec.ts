import { type EventBatch, type OutboundAnswer } from '@travellite/bus';
import { type OutboxEntry } from '@travellite/conversations';
import { type ConversationId, type ErrorCode, TravelError } from '@travellite/protocol';
import { createCounters, silentLog } from '@travellite/telemetry';
import { SimulatedClock } from '../testing/simulated-clock.js';
import { ann, bob } from '../testing/stage.js';
import { Relay } from './relay.js';

const entryOf = (id: number, conversation: ConversationId = ann): OutboxEntry => ({
  id: String(id),
  conversation,
  events: [{ conversation, epoch: 1, seq: id, turn: 'one', ts: 1, type: 'progress', text: 'step' }],
});

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** An outbox in memory and a bus that can be away. */
class Scene {
  readonly clock = new SimulatedClock();
  readonly counters = createCounters();
  readonly asked: string[] = [];
  readonly published: string[] = [];
  outbox: OutboxEntry[] = [];
  away = false;
  outboundAway: ErrorCode | undefined;
  readonly answers: string[] = [];
  storeAway = false;
  gate: Promise<void> | undefined;
  removing: Promise<void> | undefined;

  readonly relay = new Relay({
    bus: {
      publishEvents: async (batch: EventBatch) => {
        this.asked.push(batch.id);
        await this.gate;
        if (this.away) throw new TravelError('provider_unavailable', 'no bus');
        this.published.push(batch.id);
      },
      outbound: {
        publish: async ({ id }: OutboundAnswer) => {
          if (this.outboundAway) throw new TravelError(this.outboundAway, 'no bus');
          this.answers.push(id);
        },
      },
    },
    conversations: {
      outbox: async (limit) => {
        this.refuse();
        return this.outbox.slice(0, limit);
      },
      isInOutbox: async (wanted) => {
        this.refuse();
        return this.outbox.some(({ id }) => id === wanted);
      },
      removeFromOutbox: async (entries) => {
        await this.removing;
        this.refuse();
        const ids = new Set(entries.map(({ id }) => id));
        this.outbox = this.outbox.filter(({ id }) => !ids.has(id));
      },
    },
    ...{ clock: this.clock, counters: this.counters, log: silentLog, sweepMs: 1000 },
  });

  /** Writes as a worker does: into the outbox, then to the relay. */
  write(...ids: number[]): void {
    for (const id of ids) {
      this.outbox.push(entryOf(id));
      this.relay.publish(entryOf(id));
    }
  }

  /** Writes the end of a turn that came from a room. */
  end(id: number, follows?: string): void {
    const { events, ...entry } = entryOf(id);
    const [event] = events;
    if (event === undefined) throw new Error('no event');
    const done = { ...event, type: 'done', status: 'complete', outbound: { userId: 'ann' } } as const;
    this.outbox.push({ ...entry, events: [done] });
    this.relay.publish({ ...entry, events: [done] }, follows);
  }

  private refuse(): void {
    if (this.storeAway) throw new TravelError('provider_unavailable', 'no store');
  }
}

describe('Relay', () => {
  let scene: Scene;
  beforeEach(() => void (scene = new Scene()));
  afterEach(async () => scene.relay.close());

  const ids = (...seqs: number[]) => seqs.map((seq) => `user:ann:1:${seq}`);

  it('relays what earlier processes left before anything else', async () => {
    scene.outbox = [entryOf(1), entryOf(2)];
    await scene.relay.start();
    scene.write(3);
    await settle();
    expect(scene.published).toEqual(ids(1, 2, 3));
    expect(scene.outbox).toEqual([]);
    expect(scene.counters.read()).toMatchObject({ events_relayed: 3 });
  });

  it('keeps the order of a conversation while its bus is slow, and does not hold up others', async () => {
    await scene.relay.start();
    let open: () => void = () => undefined;
    scene.gate = new Promise((resolve) => (open = resolve));
    scene.write(1, 2);
    scene.gate = undefined;
    scene.outbox.push(entryOf(9, bob));
    scene.relay.publish(entryOf(9, bob));
    await settle();
    expect(scene.published).toEqual(['user:bob:1:9']);
    open();
    await settle();
    expect(scene.published).toEqual(['user:bob:1:9', ...ids(1, 2)]);
  });

  it('leaves everything to the sweep while the bus is away, and catches up in order', async () => {
    await scene.relay.start();
    scene.away = true;
    scene.write(1);
    await settle();
    scene.write(2, 3);
    await scene.clock.advance(2500, settle);
    expect(scene.published).toEqual([]);
    scene.away = false;
    scene.write(4);
    await scene.clock.advance(1000, settle);
    scene.write(5);
    await settle();
    expect(scene.published).toEqual(ids(1, 2, 3, 4, 5));
    expect(scene.outbox).toEqual([]);
    expect(scene.counters.read()['relay_failures']).toBeGreaterThan(0);
  });

  it('misses nothing that is written while it catches up', async () => {
    scene.outbox = [entryOf(1)];
    let open: () => void = () => undefined;
    scene.gate = new Promise((resolve) => (open = resolve));
    const started = scene.relay.start();
    await settle();
    scene.write(2);
    open();
    await started;
    await settle();
    expect(scene.published).toEqual(ids(1, 2));
  });

  it('starts although bus or store is away, and heals itself', async () => {
    scene.outbox = [entryOf(1)];
    scene.storeAway = true;
    await scene.relay.start();
    expect(scene.published).toEqual([]);
    scene.storeAway = false;
    await scene.clock.advance(1000, settle);
    expect(scene.published).toEqual(ids(1));
  });

  it('relays what a dead worker left once it has been there for a whole round, and nothing fresher', async () => {
    await scene.relay.start();
    scene.outbox.push(entryOf(1));
    await scene.clock.advance(1000, settle);
    expect(scene.published).toEqual([]);
    scene.outbox.push(entryOf(2));
    await scene.clock.advance(1000, settle);
    expect(scene.published).toEqual(ids(1));
    await scene.clock.advance(1000, settle);
    expect(scene.published).toEqual(ids(1, 2));
  });

  it('relays again what could not be removed', async () => {
    await scene.relay.start();
    scene.storeAway = true;
    scene.write(1);
    await settle();
    scene.storeAway = false;
    await scene.clock.advance(2000, settle);
    expect(scene.published).toEqual(ids(1, 1));
    expect(scene.outbox).toEqual([]);
  });

  it('catches up with conversations side by side, each in its order', async () => {
    await scene.relay.start();
    let open: () => void = () => undefined;
    scene.gate = new Promise((resolve) => (open = resolve));
    scene.outbox.push(entryOf(1), entryOf(2), entryOf(3, bob));
    scene.relay.sweepSoon();
    await settle();
    expect(scene.asked).toEqual(['user:ann:1:1', 'user:bob:1:3']);
    open();
    await settle();
    expect(scene.published).toEqual(['user:ann:1:1', 'user:bob:1:3', 'user:ann:1:2']);
  });

  it('looks at once when it is told that something may be there', async () => {
    await scene.relay.start();
    scene.outbox.push(entryOf(1));
    scene.relay.sweepSoon();
    await settle();
    expect(scene.published).toEqual(ids(1));
  });

  it('flushes what it was given before it closes, and makes no rounds afterwards', async () => {
    await scene.relay.start();
    let open: () => void = () => undefined;
    scene.gate = new Promise((resolve) => (open = resolve));
    scene.write(1, 2);
    const closing = scene.relay.close();
    open();
    await closing;
    expect(scene.outbox).toEqual([]);
    scene.outbox.push(entryOf(3));
    await scene.clock.advance(5000, settle);
    expect(scene.published).toEqual(ids(1, 2));
  });

  it('keeps a batch until its answer is queued for the rooms, too', async () => {
    await scene.relay.start();
    scene.outboundAway = 'provider_unavailable';
    scene.end(1);
    await settle();
    expect([scene.answers, scene.outbox.length]).toEqual([[], 1]);
    scene.outboundAway = undefined;
    await scene.clock.advance(1000, settle);
    expect([scene.answers, scene.outbox.length]).toEqual([ids(1), 0]);
  });

  it('leaves out an answer that the bus will never take, and goes on with what comes after', async () => {
    await scene.relay.start();
    scene.outboundAway = 'too_large';
    scene.end(1);
    scene.write(2);
    await settle();
    expect([scene.published, scene.answers, scene.outbox]).toEqual([ids(1, 2), [], []]);
    expect(scene.counters.read()).toMatchObject({ answers_refused: 1 });
    expect(scene.counters.read()).not.toHaveProperty('relay_failures');
  });

  it('looks again when it is told so while it looks', async () => {
    let open: () => void = () => undefined;
    await scene.relay.start();
    scene.gate = new Promise((resolve) => (open = resolve));
    scene.outbox.push(entryOf(1));
    scene.relay.sweepSoon();
    await settle();
    scene.outbox.push(entryOf(2));
    scene.relay.sweepSoon();
    open();
    await settle();
    expect(scene.published).toEqual(ids(1, 2));
  });

  describe('what another process wrote before an answer to a room', () => {
    const others = entryOf(1);
    beforeEach(async () => {
      await scene.relay.start();
      scene.outbox.push(others);
    });

    it('is waited for until that process has relayed it', async () => {
      scene.end(2, others.id);
      await scene.clock.advance(200, settle);
      expect(scene.published).toEqual([]);
      scene.outbox = scene.outbox.filter(({ id }) => id !== others.id);
      await scene.clock.advance(80, settle);
      expect([scene.published, scene.answers]).toEqual([ids(2), ids(2)]);
    });

    it('is relayed here, and first, when that process does not', async () => {
      scene.end(2, others.id);
      await scene.clock.advance(600, settle);
      expect(scene.published).toEqual(ids(1, 2));
      expect(scene.outbox).toEqual([]);
      scene.write(3);
      await settle();
      expect(scene.published).toEqual(ids(1, 2, 3));
    });

    it('holds up what nobody in a room sees as little as other conversations', async () => {
      const [mine, other] = [entryOf(2), entryOf(3, bob)];
      scene.outbox.push(mine, other);
      scene.relay.publish(mine, others.id);
      scene.relay.publish(other);
      await settle();
      expect(scene.published).toEqual(['user:ann:1:2', 'user:bob:1:3']);
    });

    it('is not waited for when it was relayed here and is on its way out', async () => {
      let open: () => void = () => undefined;
      scene.removing = new Promise((resolve) => (open = resolve));
      scene.relay.publish(others);
      await settle();
      scene.end(2, others.id);
      await settle();
      expect(scene.published).toEqual(ids(1, 2));
      open();
    });

    it('is left to the sweep when the store cannot tell', async () => {
      scene.storeAway = true;
      scene.end(2, others.id);
      await settle();
      expect(scene.published).toEqual([]);
      scene.storeAway = false;
      await scene.clock.advance(1000, settle);
      expect(scene.published).toEqual(ids(1, 2));
    });

    it('is left to other processes when this one ends', async () => {
      scene.end(2, others.id);
      const closing = scene.relay.close();
      await scene.clock.advance(80, settle);
      await closing;
      expect([scene.published, scene.outbox.length]).toEqual([[], 2]);
    });
  });

  it('passes over a batch without events', async () => {
    await scene.relay.start();
    scene.relay.publish({ id: '', conversation: ann, events: [] });
    await settle();
    expect(scene.published).toEqual([]);
  });
});
