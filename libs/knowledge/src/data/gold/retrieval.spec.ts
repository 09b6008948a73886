import { openKnowledge } from '../../open-knowledge.js';
import { guideDocuments } from '../guide/index.js';
import { measureRetrieval } from './measure.js';
import { goldQuestions } from './questions.js';
import { shortQuestions } from './short-questions.js';

describe('retrieval over our own writing', () => {
  it('every answer of the gold set exists', () => {
    const ids = new Set(guideDocuments.map(({ id }) => id.replace('guide:', '')));
    const all = [...goldQuestions, ...shortQuestions];
    expect(all.flatMap(({ answers }) => answers).filter((id) => !ids.has(id))).toEqual([]);
    expect(goldQuestions.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['words and meaning', undefined, 0.9],
    ['words alone', 'none', 0.7],
  ] as const)(
    'finds the answer among the first three by %s',
    async (name, embedding, atLeast) => {
      const knowledge = await openKnowledge({ kind: 'embedded', ...(embedding ? { embedding } : {}) });
      await knowledge.ingest(guideDocuments, 'shared');
      await knowledge.settled();
      const found = await measureRetrieval(knowledge, goldQuestions);
      const short = await measureRetrieval(knowledge, shortQuestions);
      expect(short.filter(({ hit }) => hit).length / short.length).toBeGreaterThanOrEqual(0.9);
      const missed = found.filter(({ hit }) => !hit);
      await knowledge.close();
      const rate = 1 - missed.length / goldQuestions.length;
      process.stdout.write(
        `retrieval, ${name}: hit@3 ${(rate * 100).toFixed(1)} % of ${goldQuestions.length}\n`,
      );
      expect(rate).toBeGreaterThanOrEqual(atLeast);
    },
    300_000,
  );
});
