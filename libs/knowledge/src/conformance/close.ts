import { aDocument, type Guarantee } from './world.js';

export const close: Guarantee = {
  name: '12 close',
  behaviours: {
    'it may be closed twice, and every later call rejects with cancelled': async ({ knowledge }) => {
      await knowledge.ingest([aDocument()], 'shared');
      await Promise.all([knowledge.close(), knowledge.close()]);
      await knowledge.close();
      const closed = { name: 'TravelError', code: 'cancelled' };
      await expect(knowledge.search({ text: 'tram', limit: 1 })).rejects.toMatchObject(closed);
      await expect(knowledge.ingest([aDocument()], 'shared')).rejects.toMatchObject(closed);
      await expect(knowledge.remove('shared')).rejects.toMatchObject(closed);
      expect(knowledge.health().ok).toBe(false);
    },
  },
};
