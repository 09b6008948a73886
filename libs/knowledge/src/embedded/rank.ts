import { type Passage } from '../port.js';
import { bestOf, type CheckedQuery } from '../query.js';
import { aboutNamedPlaces } from '../place-names.js';
import { type Candidate } from './passage-index.js';

/** Weight of the meaning (cosine of the vectors); the rest is the weight of the words. */
export const vectorWeight = 0.9;

/**
 * The best candidates as passages. Score = 0.9 × cosine + 0.1 × BM25, the latter as a share of the query's best match:
 * of the mixes tried on our own questions the best (hit@3 97 %; cosine alone 91 %, words alone 83 %).
 * A candidate without a vector stands with its words alone; one about another place than the query names is marked down.
 */
export function rank(candidates: readonly Candidate[], query: CheckedQuery): Passage[] {
  const about = aboutNamedPlaces(
    query,
    candidates.map(({ entry }) => entry.folded),
  );
  const bestLexical = candidates.reduce((best, { lexical }) => Math.max(best, lexical), 0) || 1;
  const scored = candidates.flatMap((candidate) => {
    const { cosine, lexical } = candidate;
    const mixed =
      cosine === undefined ? lexical : vectorWeight * cosine + ((1 - vectorWeight) * lexical) / bestLexical;
    const score = mixed * about(candidate.entry.folded);
    return score > 0 ? [{ passage: toPassage(candidate, score), hash: candidate.entry.hash }] : [];
  });
  return bestOf(scored, query.limit);
}

function toPassage({ entry, namespace }: Candidate, score: number): Passage {
  const { expiresAt: _, ...facts } = entry.document;
  return {
    ...facts,
    id: `${facts.id}#${entry.ordinal}`,
    document: facts.id,
    text: entry.text,
    namespace,
    score: Math.min(1, score),
  };
}
