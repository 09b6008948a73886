import { leaseTakeoverMs } from '../outbound.js';
import { type Bus } from '../port.js';
import { type Guarantee } from './fixture.js';

/** Asks for a lease and notes what is heard of it. */
async function ask(bus: Bus, name: string) {
  const heard: boolean[] = [];
  const subscription = await bus.outbound.holdLease(name, (held) => heard.push(held));
  return { heard, holds: () => heard.at(-1) === true, close: () => subscription.close() };
}

const holders = (...asked: { holds(): boolean }[]) => asked.filter((one) => one.holds()).length;

export const lease: Guarantee = {
  name: '11 lease',
  cases: [
    {
      name: 'is held by one of those who ask, and by one for each name',
      run: async ({ bus, join, until }) => {
        const member = await join();
        const asked = [await ask(bus, 'a'), await ask(member, 'a'), await ask(bus, 'a')];
        const other = await ask(member, 'b.*');
        await until(() => expect([holders(...asked), holders(other)]).toEqual([1, 1]));
        for (const one of [...asked, other]) await one.close();
      },
    },
    {
      name: 'goes to another when its holder gives it up, and never to two at once',
      run: async ({ bus, join, until }) => {
        const first = await ask(bus, 'a');
        await until(() => expect(first.holds()).toBe(true));
        const second = await ask(await join(), 'a');
        await first.close();
        expect(first.heard).toEqual([true, false]);
        await until(() => expect(second.heard).toEqual([true]));
        await first.close();
        await second.close();
        expect(second.heard).toEqual([true, false]);
      },
    },
    {
      name: 'is lost by a holder that cannot be heard, and had again',
      needs: ['interrupt'],
      run: async ({ bus, interrupt, until }) => {
        const asked = await ask(bus, 'a');
        await until(() => expect(asked.holds()).toBe(true));
        await interrupt?.();
        await until(() => expect(asked.holds()).toBe(true));
        // Whether it was lost meanwhile depends on how long that took; it was never held twice.
        expect(asked.heard.filter((held, at) => held === asked.heard[at - 1])).toEqual([]);
        await asked.close();
      },
    },
    {
      name: 'is held by another soon after its holder died',
      needs: ['die'],
      run: async ({ bus, join, die, until }) => {
        const first = await ask(bus, 'a');
        await until(() => expect(first.holds()).toBe(true));
        const second = await ask(await join(), 'a');
        const died = performance.now();
        await die?.(bus);
        await until(() => expect(second.holds()).toBe(true));
        expect(performance.now() - died).toBeLessThan(leaseTakeoverMs);
        await second.close();
      },
    },
  ],
};
