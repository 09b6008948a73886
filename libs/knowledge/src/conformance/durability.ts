import { aDocument, findIds, type Guarantee, others } from './world.js';

export const durability: Guarantee = {
  name: '11 durability',
  needs: { says: 'persistent', of: ({ persistent }) => persistent },
  behaviours: {
    'what was ingested, changed and removed is as it was after opening again': async (world) => {
      await world.knowledge.ingest([aDocument(), ...others], 'shared');
      await world.knowledge.ingest([aDocument({ id: 'hers' })], 'user:anna');
      await world.knowledge.settled();
      await world.knowledge.remove('shared', ['umbrella']);
      await world.knowledge.ingest([aDocument({ text: 'Trams are free on Sunday.' })], 'shared');
      await world.knowledge.settled();
      const again = await world.reopen();
      await again.settled();
      const [first] = await again.search({ text: 'tram', limit: 1 });
      expect(first?.text).toBe('Trams are free on Sunday.');
      expect(await findIds(again, 'raincoat sandals', { filter: { topic: 'packing' } })).toEqual([]);
      expect(await findIds(again, 'tram', { namespaces: ['user:anna'] })).toEqual(['hers']);
      expect(await again.ingest(others.slice(0, 1), 'shared')).toMatchObject({ unchanged: 1 });
    },
  },
};
