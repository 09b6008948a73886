import { terms } from './terms.js';

/** Saturation of a term's count and weight of a passage's length; the usual values of the literature. */
const k1 = 1.2;
const b = 0.75;

export interface TermCounts {
  counts: Map<string, number>;
  length: number;
}

export function countTerms(text: string): TermCounts {
  const words = terms(text);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, length: words.length };
}

/**
 * BM25 over a set of texts that grows and shrinks.
 * Formula: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), eq. 3.15,
 * with idf = ln(1 + (N − n + 0.5) / (n + 0.5)), which is never negative.
 */
export class Bm25 {
  readonly #documentFrequency = new Map<string, number>();
  #texts = 0;
  #totalLength = 0;

  add({ counts, length }: TermCounts): void {
    this.#texts += 1;
    this.#totalLength += length;
    for (const term of counts.keys()) this.#documentFrequency.set(term, this.#frequency(term) + 1);
  }

  remove({ counts, length }: TermCounts): void {
    this.#texts -= 1;
    this.#totalLength -= length;
    for (const term of counts.keys()) {
      const left = this.#frequency(term) - 1;
      if (left > 0) this.#documentFrequency.set(term, left);
      else this.#documentFrequency.delete(term);
    }
  }

  /**
   * A scorer for one query. Scores are divided by what a text could reach at most (every query term, saturated),
   * so they lie in 0..1 and mean the same for every query.
   */
  scorer(query: string): (text: TermCounts) => number {
    const wanted = [...new Set(terms(query))].map((term) => ({ term, idf: this.#idf(term) }));
    const most = wanted.reduce((sum, { idf }) => sum + idf * (k1 + 1), 0);
    const averageLength = this.#totalLength / Math.max(1, this.#texts) || 1;
    return ({ counts, length }) => {
      if (most === 0) return 0;
      const norm = k1 * (1 - b + (b * length) / averageLength);
      let score = 0;
      for (const { term, idf } of wanted) {
        const count = counts.get(term) ?? 0;
        if (count > 0) score += (idf * count * (k1 + 1)) / (count + norm);
      }
      return score / most;
    };
  }

  #frequency(term: string): number {
    return this.#documentFrequency.get(term) ?? 0;
  }

  #idf(term: string): number {
    const n = this.#frequency(term);
    return Math.log(1 + (this.#texts - n + 0.5) / (n + 0.5));
  }
}
