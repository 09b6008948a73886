import { aDocument, findIds, type Guarantee, others } from './world.js';

export const removal: Guarantee = {
  name: '9 removal',
  behaviours: {
    'removed documents are gone, the others stay': async ({ knowledge }) => {
      await knowledge.ingest([aDocument(), ...others], 'shared');
      await knowledge.settled();
      await knowledge.remove('shared', ['tram', 'never-there']);
      await knowledge.settled();
      expect(await findIds(knowledge, 'tram day ticket boat', { filter: { city: 'Zürich' } })).toEqual([]);
      expect(await findIds(knowledge, 'carbonara lunch', { limit: 1 })).toEqual(['pasta']);
    },
    'a namespace is forgotten wholly, and only it': async ({ knowledge }) => {
      await knowledge.ingest([aDocument()], 'user:anna');
      await knowledge.ingest([aDocument({ id: 'bens' })], 'user:ben');
      await knowledge.settled();
      await knowledge.remove('user:anna');
      await knowledge.remove('user:nobody');
      await knowledge.settled();
      const namespaces = ['user:anna', 'user:ben'] as const;
      expect(await findIds(knowledge, 'tram', { namespaces })).toEqual(['bens']);
      await knowledge.ingest([aDocument()], 'user:anna');
      await knowledge.settled();
      expect(await findIds(knowledge, 'tram', { namespaces: ['user:anna'] })).toEqual(['tram']);
    },
  },
};
