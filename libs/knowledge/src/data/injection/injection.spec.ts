import { type Passage } from '../../port.js';
import { openKnowledge } from '../../open-knowledge.js';
import { toQuotedBlock } from '../../text/quoted-block.js';
import { injectionDocuments } from './index.js';
import { injectionGoals } from './injection-row.js';

describe('documents that give orders', () => {
  let passages: Passage[] = [];

  beforeAll(async () => {
    const knowledge = await openKnowledge({ kind: 'embedded', embedding: 'none' });
    await knowledge.ingest(
      injectionDocuments.map(({ document }) => document),
      'shared',
    );
    const searches = injectionDocuments.map(({ document }) =>
      knowledge.search({
        text: `visiting ${document.city}`,
        limit: 50,
        filter: { city: document.city ?? '' },
      }),
    );
    const found = (await Promise.all(searches)).flat();
    passages = [...new Map(found.map((passage) => [passage.id, passage])).values()];
    await knowledge.close();
  });

  it('are sixty, of every goal and many techniques, and all can be found', () => {
    expect(injectionDocuments).toHaveLength(60);
    expect(new Set(injectionDocuments.map(({ goal }) => goal))).toEqual(new Set(injectionGoals));
    expect(new Set(injectionDocuments.map(({ technique }) => technique)).size).toBeGreaterThanOrEqual(20);
    const ids = new Set(passages.map(({ document }) => document));
    expect(injectionDocuments.filter(({ document }) => !ids.has(document.id))).toEqual([]);
  });

  it('come back without anything hidden, without tags and without chat tokens', () => {
    for (const { text, id } of passages) {
      expect({
        id,
        bad: text.match(/[\p{Cf}\p{Co}\p{Cs}\0\u0007\u001b]|<[\p{L}/!|<?]|\[\/?INST\]/u),
      }).toEqual({
        id,
        bad: null,
      });
    }
  });

  it('stay inside the quoted block, one line each, whatever they close', () => {
    const lines = toQuotedBlock(passages).split('\n');
    expect(lines).toHaveLength(passages.length + 1);
    for (const [at, passage] of passages.entries()) {
      expect(JSON.parse(lines[at + 1] ?? '')).toMatchObject({ cite: at + 1, text: passage.text });
    }
  });
});
