import { type Knowledge } from '../../port.js';
import { type GoldQuestion } from './questions.js';

/** What came of one question. */
export interface Found {
  ask: string;
  /** Documents of the first three passages, without their prefix. */
  documents: string[];
  /** One of the answers is among them. */
  hit: boolean;
}

/** Asks every question and looks at the first three passages. */
export async function measureRetrieval(
  knowledge: Knowledge,
  questions: readonly GoldQuestion[],
): Promise<Found[]> {
  const all: Found[] = [];
  for (const { ask, city, answers } of questions) {
    const filter = city === undefined ? {} : { filter: { city: [city], orGeneral: true } };
    const found = await knowledge.search({ text: ask, limit: 3, ...filter });
    const documents = found.map(({ document }) => document.replace('guide:', ''));
    all.push({ ask, documents, hit: answers.some((answer) => documents.includes(answer)) });
  }
  return all;
}
