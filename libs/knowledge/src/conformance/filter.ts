import { aDocument, findIds, type Guarantee, others } from './world.js';

export const filter: Guarantee = {
  name: '3 filter',
  behaviours: {
    'a facet lets only its own through, whatever the case and accents': async ({ knowledge }) => {
      await knowledge.ingest([aDocument(), ...others], 'shared');
      await knowledge.settled();
      const text = 'tram lunch raincoat';
      expect(await findIds(knowledge, text, { filter: { city: 'zurich' } })).toEqual(['tram']);
      expect(await findIds(knowledge, text, { filter: { country: 'ITALY' } })).toEqual(['pasta']);
      expect(await findIds(knowledge, text, { filter: { topic: 'packing' } })).toEqual(['umbrella']);
      expect(await findIds(knowledge, text, { filter: { kind: 'place' } })).toEqual([]);
    },
    'several values of a facet mean any of them, several facets all of them': async ({ knowledge }) => {
      await knowledge.ingest([aDocument(), ...others], 'shared');
      await knowledge.settled();
      const text = 'tram lunch raincoat';
      const both = await findIds(knowledge, text, { filter: { city: ['Rome', 'Zürich'] } });
      expect(both.sort()).toEqual(['pasta', 'tram']);
      expect(await findIds(knowledge, text, { filter: { city: ['Rome'], topic: 'transport' } })).toEqual([]);
      expect(await findIds(knowledge, text, { filter: { city: [] } })).toEqual([]);
    },
    'general advice comes along only when asked for': async ({ knowledge }) => {
      await knowledge.ingest([aDocument(), ...others], 'shared');
      await knowledge.settled();
      const found = await findIds(knowledge, 'tram lunch raincoat', {
        filter: { city: 'Rome', orGeneral: true },
      });
      expect(found.sort()).toEqual(['pasta', 'umbrella']);
    },
  },
};
