import fc from 'fast-check';
import { type ConversationId, type Turn, userConversation } from '@travellite/protocol';
import { stepPoints } from '../faults.js';
import { type Fate, type Mishap } from './life.js';
import { type Mood, moods } from './scripted-agent.js';
import { type Sabotage, World } from './world.js';

export const conversations: readonly ConversationId[] = ['ann', 'bob'].map(userConversation);

const fate: fc.Arbitrary<Fate> = fc.record({
  point: fc.constantFrom(...stepPoints),
  nth: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom('die', 'freeze'),
});

const user = fc.nat(conversations.length - 1);

/** One thing that happens. Ids are few, so that duplicates are many. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('submit' as const),
      user,
      id: fc.nat(9),
      mood: fc.constantFrom(...moods),
      fates: fc.oneof(
        { weight: 4, arbitrary: fc.constant<Fate[]>([]) },
        { weight: 1, arbitrary: fc.array(fate, { minLength: 1, maxLength: 1 }) },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('worker' as const), fates: fc.array(fate, { maxLength: 2 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('advance' as const),
      ms: fc.constantFrom(100, 700, 3500, 10_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('zombie' as const),
      user,
      id: fc.nat(9),
      mood: fc.constantFrom('long', 'quick', 'flaky', 'hopeless'),
      point: fc.constantFrom('emit.before', 'emit.after', 'run.after', 'commit.before', 'release.before'),
      nth: fc.integer({ min: 1, max: 3 }),
      ms: fc.constantFrom(100, 500, 1300),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('thaw' as const), index: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('kill worker' as const), index: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('kill everything' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('reconnect' as const), index: user }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What happens, and which of the calls go wrong (one in ten: not done; one in ten: done, answer lost). */
export const schedule = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 30 }),
  mishaps: fc.array(
    fc.oneof<
      [
        { weight: number; arbitrary: fc.Arbitrary<Mishap> },
        { weight: number; arbitrary: fc.Arbitrary<Mishap> },
      ]
    >(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 2, arbitrary: fc.constantFrom('before', 'after') },
    ),
    { minLength: 1, maxLength: 40 },
  ),
});
export type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;

/** Lets the schedule happen, then peace. `calm` is false when the work never ends. */
export async function play(
  { steps, mishaps }: Schedule,
  sabotage?: Sabotage,
): Promise<{ world: World; calm: boolean }> {
  let calls = 0;
  const world = await World.open(conversations, {
    sabotage,
    mishap: () => mishaps[calls++ % mishaps.length],
  });
  for (const one of steps) await happen(world, one);
  return { world, calm: await world.calmDown() };
}

const turnOf = (world: World, { user, id, mood }: { user: number; id: number; mood: Mood }): Turn => ({
  id: `turn-${id}`,
  conversation: conversations[user] ?? 'user:ann',
  message: { text: mood, author: { userId: 'somebody' }, ts: world.clock.now(), door: 'native' },
});

/** A worker stands still in the middle of a turn until another has taken it over, and then goes on. */
async function wakeTheDead(world: World, step: Extract<Step, { what: 'zombie' }>): Promise<void> {
  world.killWorkers();
  const zombie = await world.startWorker([{ point: step.point, nth: step.nth, kind: 'freeze' }]);
  await world.submit(turnOf(world, step), []);
  await world.advance(4500);
  await world.startWorker([]);
  await world.advance(step.ms);
  zombie.thaw();
  await world.advance(100);
}

async function happen(world: World, step: Step): Promise<void> {
  switch (step.what) {
    case 'submit':
      await world.submit(turnOf(world, step), step.fates);
      return;
    case 'zombie':
      return wakeTheDead(world, step);
    case 'worker':
      await world.startWorker(step.fates);
      return;
    case 'advance':
      return world.advance(step.ms);
    case 'thaw':
      return world.thaw(step.index);
    case 'kill worker':
      return world.killWorker(step.index);
    case 'kill everything':
      return world.killEverything();
    case 'reconnect':
      return world.reconnect(step.index);
  }
}
