import { type Embedder } from '../embedding/embedder.js';
import { type Entry } from './passage-index.js';
import { type PassageStore } from './passage-store.js';

/** `idle` until first needed; `failed` once the model could not be loaded: then words alone rank. */
export type ModelState = 'idle' | 'loading' | 'ready' | 'failed';

/**
 * Gives passages their vectors, in the background, each text once ever: from the store when it is there, else from the
 * model, one after the other so that a query waits for one passage at most. Places of a city wait until a search asks
 * for the city: a thousand of them would keep a core busy for a minute at the first start.
 */
export class VectorBuilder {
  state: ModelState = 'idle';
  /** Why the model is not there, for operators. */
  fault: string | undefined;
  readonly #queue: Entry[] = [];
  readonly #placesByCity = new Map<string, Entry[]>();
  readonly #known: Map<string, Float32Array>;
  #working: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly embedder: Embedder | undefined,
    private readonly store: PassageStore,
  ) {
    this.#known = embedder === undefined ? new Map() : store.vectors(embedder.model);
    if (embedder === undefined) this.state = 'failed';
  }

  /** Vectors still to be built. */
  get waiting(): number {
    return this.#queue.length;
  }

  add(entries: Iterable<Entry>): void {
    if (this.state === 'failed') return;
    for (const entry of entries) {
      const known = this.#known.get(entry.hash);
      if (known !== undefined) entry.vector = known;
      else if (isPlace(entry)) this.#placesOf(entry.folded.city).push(entry);
      else this.#queue.push(entry);
    }
  }

  /** Builds the vectors of these (folded) cities' places next. */
  want(cities: readonly string[]): void {
    for (const city of cities) {
      this.#queue.unshift(...(this.#placesByCity.get(city) ?? []));
      this.#placesByCity.delete(city);
    }
  }

  #placesOf(city: string): Entry[] {
    const places = this.#placesByCity.get(city) ?? [];
    this.#placesByCity.set(city, places);
    return places;
  }

  /** Loads the model and works the queue; returns at once. */
  start(): void {
    if (this.state === 'failed' || this.#stopped) return;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      if (this.#queue.length > 0) this.start();
    });
  }

  /** The vector of a query, or nothing when the model is not loaded (yet). */
  async query(text: string): Promise<Float32Array | undefined> {
    this.start();
    if (this.state !== 'ready' || text === '') return undefined;
    try {
      return (await this.embedder?.embed([text]))?.[0];
    } catch (thrown) {
      // The answer then comes from the words; the next text starts the thread anew.
      this.fault = faultOf(thrown);
      return undefined;
    }
  }

  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
  }

  /** Forgets the vectors that none of these passages uses. */
  keepOnly(hashes: ReadonlySet<string>): void {
    const unused = [...this.#known.keys()].filter((hash) => !hashes.has(hash));
    for (const hash of unused) this.#known.delete(hash);
    if (this.embedder !== undefined && unused.length > 0) this.store.dropVectors(this.embedder.model, unused);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#queue.length = 0;
    await this.embedder?.close();
    await this.#working;
  }

  async #work(): Promise<void> {
    const embedder = this.embedder as Embedder;
    try {
      if (this.state !== 'ready') {
        this.state = 'loading';
        await embedder.embed(['ready']);
        this.state = 'ready';
        this.fault = undefined;
      }
      for (let entry = this.#queue.shift(); entry !== undefined; entry = this.#queue.shift()) {
        await this.#build(embedder, entry);
      }
    } catch (thrown) {
      this.state = 'failed';
      this.fault = faultOf(thrown);
      this.#queue.length = 0;
    }
  }

  async #build(embedder: Embedder, entry: Entry): Promise<void> {
    entry.vector = this.#known.get(entry.hash);
    if (entry.vector !== undefined) return;
    const [vector] = await embedder.embed([entry.searchText]);
    if (vector === undefined || this.#stopped) return;
    entry.vector = vector;
    this.#known.set(entry.hash, vector);
    this.store.putVector(embedder.model, entry.hash, vector);
  }
}

const isPlace = ({ document, folded }: Entry) => document.kind === 'place' && folded.city !== '';

function faultOf(thrown: unknown): string {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return error.cause instanceof Error ? `${error.message} ${error.cause.message}` : error.message;
}
