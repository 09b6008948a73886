import { loadGuideDocuments, openKnowledge } from '@travellite/knowledge';
import {
  type GoldQuestion,
  goldQuestions,
  measureRetrieval,
  shortQuestions,
} from '@travellite/knowledge/gold';
import { type Section } from '../line.js';

const kinds = [
  { measure: 'hit@3 by meaning and words', embedding: undefined, aim: 0.9 },
  // What a process without the embedding model still finds; told beside it, and not to be lost.
  { measure: 'hit@3 by words alone', embedding: 'none', aim: 0.7 },
] as const;

/** Questions to our own notes: an answering passage is among the first three. */
export async function measureNotes(
  questions: readonly GoldQuestion[] = goldQuestions,
  short: readonly GoldQuestion[] = shortQuestions,
): Promise<Section> {
  const section: Section = { lines: [], misses: [] };
  for (const { measure, embedding, aim } of kinds) {
    const knowledge = await openKnowledge({ kind: 'embedded', ...(embedding ? { embedding } : {}) });
    try {
      await knowledge.ingest(await loadGuideDocuments(), 'shared');
      await knowledge.settled();
      for (const [asked, what] of [
        [questions, measure],
        [short, `${measure}, short questions`],
      ] as const) {
        const found = await measureRetrieval(knowledge, asked);
        const missed = found.filter(({ hit }) => !hit);
        const right = found.length - missed.length;
        section.lines.push({ section: 'retrieval', measure: what, right, all: found.length, aim });
        section.misses.push(
          ...missed.map(({ ask, documents }) => `${what}, “${ask}”: found ${documents.join(', ')}`),
        );
      }
    } finally {
      await knowledge.close();
    }
  }
  return section;
}
