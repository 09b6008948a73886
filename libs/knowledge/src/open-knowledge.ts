import { type Embedder } from './embedding/embedder.js';
import { type Knowledge } from './port.js';

/** Which adapter, and what it needs. */
export type KnowledgeSettings =
  | {
      kind: 'embedded';
      /** Where passages and vectors are kept; without it, in memory. */
      folder?: string;
      /** `none` ranks by words alone. Default: the in-package model, loaded when first needed. */
      embedding?: 'none' | Embedder;
    }
  | {
      kind: 'pinecone';
      apiKey: string;
      /** The index's own host, as the console shows it. Its dimension is the embedder's, its metric cosine. */
      host: string;
      /** Default: the in-package model (512 dimensions). */
      embedder?: Embedder;
      /** How long (ms) one call may take with all its repetitions. */
      timeoutMs?: number;
    };

/** Opens the adapter the settings name; the other one's packages are not loaded. `now` in Unix ms. */
export async function openKnowledge(
  settings: KnowledgeSettings,
  now: () => number = Date.now,
): Promise<Knowledge> {
  if (settings.kind === 'embedded') {
    const { EmbeddedKnowledge } = await import('./embedded/embedded-knowledge.js');
    const { folder, embedding = await inPackageEmbedder() } = settings;
    return new EmbeddedKnowledge({
      now,
      ...(folder === undefined ? {} : { folder }),
      ...(embedding === 'none' ? {} : { embedder: embedding }),
    });
  }
  const { PineconeKnowledge } = await import('./pinecone/pinecone-knowledge.js');
  const { kind: _, embedder = await inPackageEmbedder(), ...rest } = settings;
  return new PineconeKnowledge({ ...rest, embedder, now });
}

async function inPackageEmbedder(): Promise<Embedder> {
  const { EnergeticEmbedder } = await import('./embedding/energetic-embedder.js');
  return new EnergeticEmbedder();
}
