import { type KnowledgeDocument, type Namespace, passageLimits } from '../port.js';
import { aDocument, findIds, type Guarantee } from './world.js';

const faulty: [string, Partial<KnowledgeDocument>][] = [
  ['no text', { text: '' }],
  ['nothing readable', { text: '\u200b\u0000' }],
  ['no id', { id: '' }],
  ['a title too long', { title: 'x'.repeat(passageLimits.maxTitleChars + 1) }],
  ['a text too long', { text: 'x'.repeat(passageLimits.maxDocumentChars + 1) }],
  ['a day that is none', { checkedOn: '2026-02-30' }],
];

export const errors: Guarantee = {
  name: '10 errors',
  behaviours: {
    'a faulty document rejects with invalid and nothing of the call is kept': async ({ knowledge }) => {
      for (const [, change] of faulty) {
        const call = knowledge.ingest([aDocument(), aDocument({ id: 'faulty', ...change })], 'shared');
        await expect(call).rejects.toMatchObject({ name: 'TravelError', code: 'invalid' });
      }
      await knowledge.settled();
      expect(await findIds(knowledge, 'tram')).toEqual([]);
    },
    'a namespace or limit that is none rejects with invalid': async ({ knowledge }) => {
      for (const namespace of ['', 'user:', 'admin:x', 'Shared']) {
        const call = knowledge.ingest([aDocument()], namespace as Namespace);
        await expect(call).rejects.toMatchObject({ code: 'invalid' });
      }
      for (const limit of [0, -1, 1.5, Number.NaN, passageLimits.maxResults + 1]) {
        await expect(knowledge.search({ text: 'tram', limit })).rejects.toMatchObject({ code: 'invalid' });
      }
    },
    'a stopped search rejects with cancelled': async ({ knowledge }) => {
      await knowledge.ingest([aDocument()], 'shared');
      await knowledge.settled();
      const query = { text: 'tram', limit: 1 };
      await expect(knowledge.search(query, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
      const controller = new AbortController();
      const call = knowledge.search(query, controller.signal);
      controller.abort();
      await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    },
    'a service that cannot be reached rejects with provider_unavailable, and health says so': async (
      world,
    ) => {
      if (world.cutOff === undefined) return;
      await world.cutOff();
      const call = world.knowledge.search({ text: 'tram', limit: 1 });
      await expect(call).rejects.toMatchObject({ name: 'TravelError', code: 'provider_unavailable' });
      expect(world.knowledge.health()).toMatchObject({ ok: false, detail: expect.any(String) });
    },
  },
};
