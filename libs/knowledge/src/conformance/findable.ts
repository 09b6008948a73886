import { aDocument, type Guarantee, others } from './world.js';

export const findable: Guarantee = {
  name: '1 findable',
  behaviours: {
    'a document is found first by its own words, with everything it came with': async ({ knowledge }) => {
      const document = aDocument({ sample: true });
      await knowledge.ingest([...others, document], 'shared');
      await knowledge.settled();
      const [first] = await knowledge.search({ text: 'every how many minutes does a tram run', limit: 3 });
      const { expiresAt: _, ...facts } = document;
      expect(first).toMatchObject({ ...facts, id: 'tram#0', document: 'tram', namespace: 'shared' });
    },
    'it is found before the background work is done, too, or not yet, but never wrongly': async ({
      knowledge,
    }) => {
      await knowledge.ingest([aDocument(), ...others], 'shared');
      const found = await knowledge.search({ text: 'carbonara lunch', limit: 1 });
      await knowledge.settled();
      for (const { document } of found) expect(document).toBe('pasta');
    },
    'an empty store and an empty query find nothing': async ({ knowledge }) => {
      expect(await knowledge.search({ text: 'tram', limit: 5 })).toEqual([]);
      await knowledge.ingest([aDocument()], 'shared');
      await knowledge.settled();
      expect(await knowledge.search({ text: '', limit: 5 })).toEqual([]);
    },
  },
};
