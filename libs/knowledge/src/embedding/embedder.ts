/** Turns texts into vectors of length 1, so that a dot product is the cosine. */
export interface Embedder {
  /** Name and version; vectors of different models never meet. */
  readonly model: string;
  readonly dimensions: number;
  /** One vector a text, in order. Rejects with `provider_unavailable` when the model cannot be had. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** Idempotent. What is pending rejects with `cancelled`. */
  close(): Promise<void>;
}
