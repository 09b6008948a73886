import { passageLimits } from '../port.js';
import { aDocument, type Guarantee } from './world.js';

const filler = 'The museum keeps old maps and shows them to visitors who ask at the desk in the hall. ';

export const chunking: Guarantee = {
  name: '6 chunking',
  behaviours: {
    'a long document is found by words of its beginning, middle and end': async ({ knowledge }) => {
      const text = `Penguins at the gate. ${filler.repeat(40)}A volcano in the yard. ${filler.repeat(40)}Submarine below.`;
      const result = await knowledge.ingest([aDocument({ id: 'long', text, title: 'Guide' })], 'shared');
      await knowledge.settled();
      expect(result.passages).toBeGreaterThan(5);
      for (const word of ['penguin', 'volcano', 'submarine']) {
        const [first] = await knowledge.search({ text: word, limit: 1 });
        expect(first?.text.toLowerCase()).toContain(word);
        expect(first?.document).toBe('long');
      }
    },
    'no passage is longer than the limit, also without any place to cut': async ({ knowledge }) => {
      const text = `${'x'.repeat(5000)} ${filler.repeat(30)}`;
      await knowledge.ingest([aDocument({ text })], 'shared');
      await knowledge.settled();
      const found = await knowledge.search({ text: 'museum tram xxx maps', limit: 50 });
      expect(found.length).toBeGreaterThan(2);
      for (const passage of found) expect(passage.text.length).toBeLessThanOrEqual(passageLimits.maxChars);
    },
  },
};
