import { burials } from './burials.js';
import { close } from './close.js';
import { documents } from './documents.js';
import { errors } from './errors.js';
import { events } from './events.js';
import { feedDedupe } from './feed-dedupe.js';
import { feedDelivery } from './feed-delivery.js';
import { feedOrder } from './feed-order.js';
import { type BusFixture, type BusUnderTest, type Case, type Guarantee } from './fixture.js';
import { isolation } from './isolation.js';
import { partitions } from './kit.js';
import { lease } from './lease.js';
import { live } from './live.js';
import { outbound } from './outbound.js';
import { signals } from './signals.js';

/** What the port promises, in its order. */
export const guarantees: readonly Guarantee[] = [
  ...[feedDelivery, feedOrder, feedDedupe, events],
  ...[isolation, live, signals, errors],
  ...[outbound, burials, lease, close, documents],
];

/** Runs a case on a bus of its own. The answer says why it was skipped. */
export async function runCase(fixture: BusFixture, { needs = [], run }: Case): Promise<string | undefined> {
  const under = await fixture.open({ partitions });
  try {
    const missing = needs.filter((need) => !can(under, need));
    if (missing.length > 0) return `skipped: the adapter has no ${missing.join(', ')}`;
    const { bus, join, interrupt, sever, die } = under;
    const until = (condition: () => void) => waitUntil(condition, fixture.patienceMs ?? 4000);
    await run({ bus, join, interrupt, sever, die, close: under.close, until });
    return undefined;
  } finally {
    await under.close();
  }
}

/** Describes an adapter by the port's guarantees. */
export function describeBus(name: string, fixture: BusFixture): void {
  describe(`${name} keeps the guarantees of Bus`, () => {
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

function can(under: BusUnderTest, need: NonNullable<Case['needs']>[number]): boolean {
  return need === 'feedDedupe' || need === 'keepsDocuments'
    ? under.bus.capabilities[need]
    : under[need] !== undefined;
}

async function waitUntil(condition: () => void, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return condition();
    } catch (thrown) {
      if (Date.now() > end) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}
