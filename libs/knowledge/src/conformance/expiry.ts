import { aDocument, findIds, type Guarantee } from './world.js';

export const expiry: Guarantee = {
  name: '7 expiry',
  behaviours: {
    'a passage is found until its time and not from then on': async ({ knowledge, clock }) => {
      await knowledge.ingest([aDocument({ expiresAt: clock.now + 1000 })], 'shared');
      await knowledge.settled();
      clock.now += 999;
      expect(await findIds(knowledge, 'tram')).toEqual(['tram']);
      clock.now += 1;
      expect(await findIds(knowledge, 'tram')).toEqual([]);
    },
    'ingesting it again with a later time brings it back': async ({ knowledge, clock }) => {
      await knowledge.ingest([aDocument({ expiresAt: clock.now + 1000 })], 'shared');
      await knowledge.settled();
      clock.now += 2000;
      await knowledge.ingest([aDocument({ expiresAt: clock.now + 1000 })], 'shared');
      await knowledge.settled();
      expect(await findIds(knowledge, 'tram')).toEqual(['tram']);
    },
    'what is already past when it comes is never shown': async ({ knowledge, clock }) => {
      await knowledge.ingest([aDocument({ expiresAt: clock.now - 1 })], 'shared');
      await knowledge.settled();
      expect(await findIds(knowledge, 'tram')).toEqual([]);
    },
  },
};
