import { type Claim } from '../port.js';
import { accept, ann, answer, claim, commit, everything, failed, leaseMs, stateOf } from './kit.js';
import { type Guarantee, type StoreUnderTest } from './fixture.js';

/** Every write a claim allows, as the old claim would do it. */
const writes: Record<string, (store: StoreUnderTest, old: Claim) => Promise<unknown>> = {
  renew: ({ conversations }, old) => conversations.renew(old, leaseMs * 100),
  emit: async ({ conversations }, old) =>
    (await conversations.emit(old, 1, [{ type: 'progress', text: 'still here' }])).status,
  commit: async ({ conversations }, old) =>
    (await conversations.commit(old, { state: stateOf('zombie'), events: answer('zombie') })).status,
  release: ({ conversations }, old) => conversations.release(old, { delayMs: 0, countAttempt: false }),
  giveUp: async ({ conversations }, old) =>
    (await conversations.giveUp(old, { reason: 'internal', events: failed })).status,
};

async function expectRefused(store: StoreUnderTest, old: Claim): Promise<void> {
  const before = await everything(store, old.conversation);
  for (const [name, write] of Object.entries(writes)) {
    expect([name, await write(store, old)]).toEqual([name, name === 'renew' ? 'lost' : 'fenced']);
  }
  expect(await everything(store, old.conversation)).toEqual(before);
}

export const fence: Guarantee = {
  name: '5 fence',
  cases: [
    {
      name: 'refuses every write of a claim that was replaced while the new one works',
      run: async (store) => {
        await accept(store, ann, 'one');
        const old = await claim(store);
        await store.advance(leaseMs * 1.1);
        const current = await claim(store);
        await expectRefused(store, old);
        expect((await commit(store, current)).status).toBe('ok');
      },
    },
    {
      name: 'refuses every write of a claim whose turn another claim ended',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        const old = await claim(store);
        await store.advance(leaseMs * 1.1);
        await commit(store, await claim(store));
        await expectRefused(store, old);
        await claim(store);
        await expectRefused(store, old);
      },
    },
    {
      name: 'refuses every write of a claim that was given back',
      run: async (store) => {
        await accept(store, ann, 'one');
        const old = await claim(store);
        expect(await store.conversations.release(old, { delayMs: 0, countAttempt: true })).toBe('ok');
        await expectRefused(store, old);
      },
    },
    {
      name: 'raises the fence with every claim of a conversation',
      run: async (store) => {
        const fences: number[] = [];
        for (const id of ['one', 'two']) await accept(store, ann, id);
        for (let round = 0; round < 3; round += 1) {
          fences.push((await claim(store)).fence);
          await store.advance(leaseMs * 1.1);
        }
        const last = await claim(store);
        await commit(store, last);
        fences.push(last.fence, (await claim(store)).fence);
        expect(fences).toEqual([...new Set(fences)].sort((a, b) => a - b));
      },
    },
    {
      name: 'refuses a claim on a conversation that was forgotten, also when it begins anew',
      run: async (store) => {
        await accept(store, ann, 'one');
        const old = await claim(store);
        await store.conversations.forget(ann);
        await expectRefused(store, old);
        expect(await accept(store, ann, 'one')).toMatchObject({ status: 'accepted' });
        const current = await claim(store);
        await expectRefused(store, old);
        expect((await commit(store, current)).status).toBe('ok');
      },
    },
    {
      name: 'keeps fences over a kill',
      needs: ['kill'],
      run: async (store) => {
        await accept(store, ann, 'one');
        const old = await claim(store);
        await store.kill?.();
        await store.advance(leaseMs * 1.1);
        const current = await claim(store);
        expect(current.fence).toBeGreaterThan(old.fence);
        await expectRefused(store, old);
      },
    },
  ],
};
