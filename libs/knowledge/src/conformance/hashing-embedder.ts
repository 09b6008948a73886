import { createHash } from 'node:crypto';
import { type Embedder } from '../embedding/embedder.js';
import { terms } from '../embedded/terms.js';

/** A small, exact stand-in for a language model: each word adds to a few fixed places, so shared words mean nearness. */
export class HashingEmbedder implements Embedder {
  readonly model = 'hashing';
  readonly dimensions = 256;
  /** Texts embedded so far. */
  embedded = 0;
  closed = false;

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.embedded += texts.length;
    return Promise.resolve(texts.map((text) => this.#vector(text)));
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  #vector(text: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    for (const word of terms(text)) {
      const digest = createHash('sha256').update(word).digest();
      for (const place of digest.subarray(0, 4)) vector[place] = (vector[place] ?? 0) + 1;
    }
    const length = Math.hypot(...vector);
    // A text of nothing but stop words still needs a direction.
    return length === 0 ? vector.fill(1 / 16) : vector.map((value) => value / length);
  }
}
