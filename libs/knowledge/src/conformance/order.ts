import { aDocument, type Guarantee, others } from './world.js';

export const order: Guarantee = {
  name: '2 order',
  behaviours: {
    'best first, scores in 0..1, at most as many as asked for': async ({ knowledge }) => {
      const many = Array.from({ length: 12 }, (_, at) =>
        aDocument({ id: `tram-${at}`, text: `Tram line ${at} ${'passes the lake '.repeat(at)}` }),
      );
      await knowledge.ingest([...many, ...others], 'shared');
      await knowledge.settled();
      const found = await knowledge.search({ text: 'tram along the lake', limit: 5 });
      expect(found).toHaveLength(5);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    },
    'the same content under two ids or in two namespaces is one result': async ({ knowledge }) => {
      await knowledge.ingest([aDocument(), aDocument({ id: 'tram-again' })], 'shared');
      await knowledge.ingest([aDocument()], 'user:anna');
      await knowledge.settled();
      const found = await knowledge.search({ text: 'tram', limit: 5, namespaces: ['shared', 'user:anna'] });
      expect(found).toHaveLength(1);
    },
  },
};
