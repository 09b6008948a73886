import { atomicCommit } from './atomic-commit.js';
import { attempts } from './attempts.js';
import { bounds } from './bounds.js';
import { deadLetters } from './dead-letters.js';
import { dedupe } from './dedupe.js';
import { durability } from './durability.js';
import { fence } from './fence.js';
import { type Case, type ConversationsFixture, type Guarantee, type StoreUnderTest } from './fixture.js';
import { maxEvents } from './kit.js';
import { lease } from './lease.js';
import { log } from './log.js';
import { loss } from './loss.js';
import { operators } from './operators.js';
import { order } from './order.js';
import { outbox } from './outbox.js';

/** What the port promises, in its order. */
export const guarantees: readonly Guarantee[] = [
  ...[dedupe, order, durability, lease, fence, atomicCommit],
  ...[log, outbox, attempts, deadLetters, bounds, loss, operators],
];

/** Runs a case on a store of its own. `skipped` says what the adapter cannot do. */
export async function runCase(
  fixture: ConversationsFixture,
  { needs = [], run }: Case,
): Promise<string | undefined> {
  const store = await fixture.open({ maxEvents });
  try {
    const missing = needs.filter((need) => !can(fixture, store, need));
    if (missing.length > 0) return `skipped: the fixture has no ${missing.join(', ')}`;
    await run(store);
    return undefined;
  } finally {
    await store.close();
  }
}

/** Describes an adapter by the port's guarantees. */
export function describeConversations(name: string, fixture: ConversationsFixture): void {
  describe(`${name} keeps the guarantees of Conversations`, () => {
    for (const guarantee of guarantees) {
      describe(guarantee.name, () => {
        for (const one of guarantee.cases) {
          it(one.name, async () => {
            const skipped = await runCase(fixture, one);
            if (skipped !== undefined) process.stderr.write(`${name}, ${one.name}: ${skipped}\n`);
          });
        }
      });
    }
  });
}

function can(
  fixture: ConversationsFixture,
  store: StoreUnderTest,
  need: NonNullable<Case['needs']>[number],
): boolean {
  return need === 'movesClock' ? fixture.movesClock : store[need] !== undefined;
}
