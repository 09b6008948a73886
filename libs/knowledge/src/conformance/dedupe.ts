import { aDocument, type Guarantee } from './world.js';

export const dedupe: Guarantee = {
  name: '5 dedupe',
  behaviours: {
    'the same document again changes nothing': async ({ knowledge }) => {
      expect(await knowledge.ingest([aDocument()], 'shared')).toEqual({
        stored: 1,
        unchanged: 0,
        passages: 1,
      });
      await knowledge.settled();
      expect(await knowledge.ingest([aDocument()], 'shared')).toEqual({
        stored: 0,
        unchanged: 1,
        passages: 0,
      });
      await knowledge.settled();
      expect(await knowledge.search({ text: 'tram', limit: 5 })).toHaveLength(1);
    },
    'a changed document replaces its former self wholly, also when it got shorter': async ({ knowledge }) => {
      const long = Array.from({ length: 30 }, (_, at) =>
        `Old tram timetable line ${at}, departing at noon. `.repeat(3),
      );
      await knowledge.ingest([aDocument({ text: long.join('\n') })], 'shared');
      await knowledge.settled();
      const after = await knowledge.ingest(
        [aDocument({ text: 'The tram was replaced by a bus.' })],
        'shared',
      );
      expect(after.stored).toBe(1);
      await knowledge.settled();
      const found = await knowledge.search({ text: 'old tram timetable line departing at noon', limit: 20 });
      expect(found.map(({ text }) => text)).toEqual(['The tram was replaced by a bus.']);
    },
    'a changed fact about a document counts as a change': async ({ knowledge }) => {
      await knowledge.ingest([aDocument()], 'shared');
      await knowledge.settled();
      await knowledge.ingest([aDocument({ checkedOn: '2026-11-20', topic: 'money' })], 'shared');
      await knowledge.settled();
      const found = await knowledge.search({ text: 'tram', limit: 5 });
      expect(found).toMatchObject([{ checkedOn: '2026-11-20', topic: 'money' }]);
    },
    'of two with one id in one call the later counts': async ({ knowledge }) => {
      const result = await knowledge.ingest([aDocument(), aDocument({ text: 'No tram today.' })], 'shared');
      await knowledge.settled();
      expect(result.stored).toBe(1);
      const found = await knowledge.search({ text: 'tram', limit: 5 });
      expect(found.map(({ text }) => text)).toEqual(['No tram today.']);
    },
  },
};
