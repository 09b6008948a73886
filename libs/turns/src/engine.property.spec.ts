import fc from 'fast-check';
import { type ClaimRef, type Conversations, type EmitResult } from '@travellite/conversations';
import { checkInvariants } from './testing/invariants.js';
import { play, schedule, type Schedule } from './testing/schedule.js';
import { type Sabotage } from './testing/world.js';

/** What happened in all schedules together. */
const happened = new Map<string, number>();

async function holds(one: Schedule, sabotage?: Sabotage): Promise<void> {
  const { world, calm } = await play(one, sabotage);
  try {
    await checkInvariants(world, calm);
  } finally {
    for (const [name, count] of Object.entries(world.counters.read())) {
      happened.set(name, (happened.get(name) ?? 0) + count);
    }
    await world.end();
  }
}

const law = (sabotage?: Sabotage) => fc.asyncProperty(schedule, (one) => holds(one, sabotage));

it('keeps every promise under any schedule of duplicates, crashes, lost answers, expired leases and zombies', async () => {
  await fc.assert(law(), { numRuns: Number(process.env['TRAVELLITE_PROPERTY_RUNS'] ?? 60) });
}, 120_000);

it('had every kind of thing happen in these schedules', () => {
  const kinds = ['committed', 'failed', 'retried', 'dead', 'lost'].map((kind) => `turns_${kind}`);
  expect([...happened.keys()]).toEqual(
    expect.arrayContaining([...kinds, 'relay_failures', 'events_relayed']),
  );
});

const over = (store: Conversations, broken: Partial<Conversations>): Conversations =>
  new Proxy(store, { get: (target, key) => Reflect.get(key in broken ? broken : target, key) as unknown });

/** The same law with one protection switched off: it must not hold. */
const controls: Record<string, Sabotage> = {
  dedupe: (store) => {
    let again = 0;
    return over(store, {
      accept: async (turn, options) => {
        const result = await store.accept(turn, options);
        if (result.status !== 'duplicate') return result;
        return store.accept({ ...turn, id: `${turn.id}+${++again}` }, options);
      },
    });
  },
  fence: (store) => {
    const newest = new Map<string, { fence: number; part: number }>();
    const lift = <T extends ClaimRef>(ref: T): T => ({
      ...ref,
      fence: newest.get(ref.conversation)?.fence ?? ref.fence,
    });
    // A repeated emit still counts once: this control is about the fence alone.
    const emitted = new Map<string, Promise<EmitResult>>();
    return over(store, {
      claim: async (options) => {
        const result = await store.claim(options);
        if (result.status === 'claimed') {
          newest.set(result.claim.conversation, { fence: result.claim.fence, part: 0 });
        }
        return result;
      },
      emit: (ref, part, events) => {
        const key = `${ref.conversation} ${ref.fence} ${part}`;
        const claim = newest.get(ref.conversation);
        const result = emitted.get(key) ?? store.emit(lift(ref), claim ? ++claim.part : part, events);
        emitted.set(key, result);
        return result;
      },
      commit: (ref, result) => store.commit(lift(ref), result),
      release: (ref, options) => store.release(lift(ref), options),
    });
  },
  outbox: (store) =>
    over(store, {
      commit: async (ref, input) => {
        const result = await store.commit(ref, input);
        if (result.status === 'ok') await store.removeFromOutbox([{ ...ref, id: result.outboxId }]);
        return result;
      },
    }),
};

describe('the law notices when a protection is off', () => {
  for (const [name, sabotage] of Object.entries(controls)) {
    it(
      name,
      async () => {
        const { failed } = await fc.check(law(sabotage), { numRuns: 200, endOnFailure: true });
        expect(failed).toBe(true);
      },
      120_000,
    );
  }
});
