import fc from 'fast-check';
import { type Due, DueQueue } from './due-queue.js';

interface Item extends Due {
  name: number;
}

/** What a queue of a few items should do, without a heap. */
class Model {
  private readonly at = new Map<number, { at: number; order: number }>();
  private order = 0;

  schedule(name: number, at: number): void {
    this.at.set(name, { at, order: this.order++ });
  }
  cancel(name: number): void {
    this.at.delete(name);
  }
  takeDue(now: number): number | undefined {
    const [first] = [...this.at].sort(([, a], [, b]) => a.at - b.at || a.order - b.order);
    if (first === undefined || first[1].at > now) return undefined;
    this.at.delete(first[0]);
    return first[0];
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constant('schedule' as const), name: fc.nat(7), at: fc.nat(20) }),
  fc.record({ do: fc.constant('cancel' as const), name: fc.nat(7), at: fc.constant(0) }),
  fc.record({ do: fc.constant('take' as const), name: fc.constant(0), at: fc.nat(20) }),
);

it('gives items in the order of their times, whatever was moved or taken out', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const queue = new DueQueue<Item>();
      const model = new Model();
      const items = Array.from({ length: 8 }, (_, name): Item => ({ name, stamp: 0 }));
      for (const { do: what, name, at } of steps) {
        const item = items[name] as Item;
        if (what === 'take') expect(queue.takeDue(at)?.name).toBe(model.takeDue(at));
        if (what === 'cancel') {
          queue.cancel(item);
          model.cancel(name);
        }
        if (what === 'schedule') {
          queue.schedule(item, at);
          model.schedule(name, at);
        }
      }
      let last = -1;
      for (let first = queue.first(); first !== undefined; first = queue.first()) {
        expect(first.at).toBeGreaterThanOrEqual(last);
        last = first.at;
        expect(queue.takeDue(first.at)?.name).toBe(model.takeDue(first.at));
      }
      expect(model.takeDue(Infinity)).toBeUndefined();
    }),
  );
});

it('is empty after clear', () => {
  const queue = new DueQueue<Item>();
  queue.schedule({ name: 1, stamp: 0 }, 1);
  queue.clear();
  expect(queue.first()).toBeUndefined();
});
