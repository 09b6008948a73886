import { confirmation } from './confirmation.js';
import { end } from './end.js';
import { errors } from './errors.js';
import {
  type Case,
  type Guarantee,
  type Need,
  type ProviderUnderTest,
  type RealtimeFixture,
} from './fixture.js';
import { historyAndPresence } from './history-and-presence.js';
import { http } from './http.js';
import { idempotency } from './idempotency.js';
import { publish } from './publish.js';
import { subscription } from './subscription.js';
import { webhookAuthenticity } from './webhook-authenticity.js';
import { webhookInnocence } from './webhook-innocence.js';
import { webhookMeaning } from './webhook-meaning.js';

/** What the port promises, in its order. */
export const guarantees: readonly Guarantee[] = [
  ...[webhookMeaning, webhookAuthenticity, webhookInnocence],
  ...[publish, idempotency, confirmation, http, errors],
  ...[subscription, historyAndPresence, end],
];

/** Runs a case on a service of its own. The answer says why it was skipped. */
export async function runCase(
  fixture: RealtimeFixture,
  { needs = [], options, run }: Case,
): Promise<string | undefined> {
  const under = await fixture.open(options);
  try {
    const missing = needs.filter((need) => !has(under, need));
    if (missing.length > 0) return `skipped: the provider has no ${missing.join(', ')}`;
    const until = (condition: () => void | Promise<void>) => waitUntil(condition, fixture.patienceMs ?? 5000);
    await run({ ...under, until });
    return undefined;
  } finally {
    await under.close();
  }
}

/** Describes a provider by the port's guarantees. */
export function describeRealtime(name: string, fixture: RealtimeFixture): void {
  describe(`${name} keeps the guarantees of RealtimeProvider`, () => {
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

function has({ provider: { capabilities } }: ProviderUnderTest, need: Need): boolean {
  switch (need) {
    case 'confirms':
      return capabilities.confirms !== false;
    case 'idempotency':
      return capabilities.idempotencyMs > 0;
    case 'rate':
      return capabilities.rateLimits;
    default:
      return capabilities[need];
  }
}

async function waitUntil(condition: () => void | Promise<void>, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await condition();
    } catch (thrown) {
      if (Date.now() > deadline) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }
}
