import { aDocument, findIds, type Guarantee } from './world.js';

export const namespaces: Guarantee = {
  name: '4 namespaces',
  behaviours: {
    'one user finds nothing of another, of a team, or by default of anyone': async ({ knowledge }) => {
      await knowledge.ingest([aDocument({ id: 'hers' })], 'user:anna');
      await knowledge.ingest([aDocument({ id: 'theirs' })], 'team:anna');
      await knowledge.settled();
      expect(await findIds(knowledge, 'tram')).toEqual([]);
      expect(await findIds(knowledge, 'tram', { namespaces: ['user:ann'] })).toEqual([]);
      expect(await findIds(knowledge, 'tram', { namespaces: ['user:anna'] })).toEqual(['hers']);
      expect(await findIds(knowledge, 'tram', { namespaces: ['team:anna'] })).toEqual(['theirs']);
      expect(await findIds(knowledge, 'tram', { namespaces: [] })).toEqual([]);
    },
    'the same id in two namespaces is two documents': async ({ knowledge }) => {
      await knowledge.ingest([aDocument({ text: 'Trams for everybody.' })], 'shared');
      await knowledge.ingest([aDocument({ text: 'Trams for Anna only.' })], 'user:anna');
      await knowledge.settled();
      const [found] = await knowledge.search({ text: 'tram for', limit: 1 });
      expect(found?.text).toBe('Trams for everybody.');
    },
    'names that look like patterns or paths are names': async ({ knowledge }) => {
      await knowledge.ingest([aDocument({ id: 'odd' })], 'user:%');
      await knowledge.settled();
      expect(
        await findIds(knowledge, 'tram', { namespaces: ['user:anna', 'user:*', 'user:../shared'] }),
      ).toEqual([]);
      expect(await findIds(knowledge, 'tram', { namespaces: ['user:%'] })).toEqual(['odd']);
    },
  },
};
