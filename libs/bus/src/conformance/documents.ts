import { type SharedDocument } from '../documents.js';
import { type Bus } from '../port.js';
import { type Guarantee } from './fixture.js';

const documentOf = (id: string, content: unknown = { text: `of ${id} – ünï 😀` }): SharedDocument => ({
  namespace: 'team:a.b *>',
  id,
  content,
});
const ids = ['1', '2', '3', '4', '5', '6'];

async function listen(bus: Bus, group?: string) {
  const seen: SharedDocument[] = [];
  const handler = async (document: SharedDocument) => void seen.push(document);
  const { close } = await bus.documents.follow(handler, group === undefined ? {} : { group });
  return { seen, close };
}

export const documents: Guarantee = {
  name: '13 documents',
  cases: [
    {
      name: 'hands every document to every follower, here and elsewhere, in order and as it was given',
      run: async ({ bus, join, until }) => {
        const followers = [await listen(bus), await listen(await join())];
        for (const id of ids) await bus.documents.publish(documentOf(id));
        await bus.documents.publish(documentOf('gone', null));
        const all = [...ids.map((id) => documentOf(id)), documentOf('gone', null)];
        for (const { seen } of followers) await until(() => expect(seen).toEqual(all));
        for (const { close } of followers) await close();
      },
    },
    {
      name: 'hands each to one of a group',
      run: async ({ bus, join, until }) => {
        const [one, other, alone] = [
          await listen(bus, 'g'),
          await listen(await join(), 'g'),
          await listen(bus),
        ];
        for (const id of ids) await bus.documents.publish(documentOf(id));
        const shared = () => [...one.seen, ...other.seen].map(({ id }) => id).sort();
        await until(() => expect([shared(), alone.seen.length]).toEqual([ids, ids.length]));
        for (const { close } of [one, other, alone]) await close();
      },
    },
    {
      name: 'hands a document again to who rejected it, before anything newer',
      run: async ({ bus, until }) => {
        const seen: string[] = [];
        let faults = 2;
        const { close } = await bus.documents.follow(async ({ id }) => {
          if (id === '2' && faults-- > 0) throw new Error('not now');
          seen.push(id);
        });
        for (const id of ['1', '2', '3']) await bus.documents.publish(documentOf(id));
        await until(() => expect(seen).toEqual(['1', '2', '3']));
        expect(faults).toBe(-1);
        await close();
      },
    },
    {
      name: 'hands the newest of each name to who comes later',
      needs: ['keepsDocuments'],
      run: async ({ bus, join, until }) => {
        for (const id of ['a', 'b', 'c']) await bus.documents.publish(documentOf(id, 'old'));
        await bus.documents.publish(documentOf('a', 'new'));
        await bus.documents.publish({ ...documentOf('a', 'other'), namespace: 'shared' });
        const { seen, close } = await listen(await join());
        const told = () => seen.map(({ id, content }) => [id, content]);
        await until(() =>
          expect(told()).toEqual([
            ['b', 'old'],
            ['c', 'old'],
            ['a', 'new'],
            ['a', 'other'],
          ]),
        );
        await close();
      },
    },
    {
      name: 'a group that comes back goes on where it was',
      needs: ['keepsDocuments'],
      run: async ({ bus, join, until }) => {
        const first = await listen(bus, 'g');
        await bus.documents.publish(documentOf('1'));
        await until(() => expect(first.seen).toHaveLength(1));
        await first.close();
        await bus.documents.publish(documentOf('2'));
        const again = await listen(await join(), 'g');
        await until(() => expect(again.seen).toEqual([documentOf('2')]));
        await again.close();
      },
    },
    {
      name: 'goes on after an interruption without leaving anything out',
      needs: ['interrupt', 'keepsDocuments'],
      run: async ({ bus, interrupt, until }) => {
        const { seen, close } = await listen(bus);
        await bus.documents.publish(documentOf('1'));
        await until(() => expect(seen).toHaveLength(1));
        await interrupt?.();
        await until(() => expect(bus.health().ok).toBe(true));
        for (const id of ['2', '3']) await bus.documents.publish(documentOf(id));
        await until(() => expect(seen.map(({ id }) => id)).toEqual(['1', '2', '3']));
        await close();
      },
    },
    {
      name: 'says so when nobody would get it',
      run: async ({ bus }) => {
        const outcome = bus.documents.publish(documentOf('1')).then(
          () => 'kept',
          ({ code }: { code: string }) => code,
        );
        expect(await outcome).toBe(bus.capabilities.keepsDocuments ? 'kept' : 'provider_unavailable');
      },
    },
  ],
};
