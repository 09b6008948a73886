import { inProcessFixture } from './adapters/in-process.js';
import { type Guarantee } from './fixture.js';
import { mutated, type Mutation, mutations } from './mutants.js';
import { guarantees, runCase } from './suite.js';

/** Whether a case of the guarantee fails on the mutant; the first one is enough. */
async function notices(guarantee: Guarantee, mutation: Mutation): Promise<boolean> {
  const fixture = mutated(inProcessFixture, mutation);
  for (const one of guarantee.cases) {
    try {
      await runCase(fixture, one);
    } catch {
      return true;
    }
  }
  return false;
}

describe('the suite turns red when an adapter breaks a guarantee', () => {
  for (const guarantee of guarantees) {
    const broken = Object.entries(mutations[guarantee.name] ?? {});
    it(`${guarantee.name} has a mutation`, () => expect(broken.length).toBeGreaterThan(0));
    for (const [name, mutation] of broken) {
      it(`${guarantee.name}: ${name}`, async () => expect(await notices(guarantee, mutation)).toBe(true));
    }
  }

  it('stays green on a mutation that changes nothing', async () => {
    const found: string[] = [];
    for (const guarantee of guarantees) if (await notices(guarantee, () => ({}))) found.push(guarantee.name);
    expect(found).toEqual([]);
  });
});
