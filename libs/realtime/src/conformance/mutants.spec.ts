import { nativeFixture } from './adapters/native.js';
import { type Guarantee, type ProviderUnderTest } from './fixture.js';
import { mutated, type Mutation, mutations } from './mutants.js';
import { guarantees, runCase } from './suite.js';

/** Whether a case of the guarantee fails on the mutant; the first one is enough. */
async function notices(guarantee: Guarantee, mutation: Mutation, patienceMs = 800): Promise<boolean> {
  const opened: ProviderUnderTest[] = [];
  const fixture = mutated(
    {
      open: async (options) => {
        const under = await nativeFixture.open(options);
        opened.push(under);
        return under;
      },
    },
    mutation,
    patienceMs,
  );
  try {
    for (const one of guarantee.cases) await endsInTime(runCase(fixture, one), 5 * patienceMs);
    return false;
  } catch {
    return true;
  } finally {
    // A case that never came to its end has not closed what it opened.
    await Promise.all(opened.map((under) => under.close()));
  }
}

/** A mutant may leave a case waiting for what never comes; that is noticed, too. */
async function endsInTime(work: Promise<unknown>, patienceMs: number): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('It does not end.')), patienceMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

describe('the suite turns red when a provider breaks a guarantee', () => {
  for (const guarantee of guarantees) {
    const broken = Object.entries(mutations[guarantee.name] ?? {});
    it(`${guarantee.name} has a mutation`, () => expect(broken.length).toBeGreaterThan(0));
    for (const [name, mutation] of broken) {
      it(`${guarantee.name}: ${name}`, async () => expect(await notices(guarantee, mutation)).toBe(true));
    }
  }

  it('stays green on a mutation that changes nothing', async () => {
    const found: string[] = [];
    for (const guarantee of guarantees) {
      if (await notices(guarantee, () => ({}), 8000)) found.push(guarantee.name);
    }
    expect(found).toEqual([]);
  }, 120_000);
});
