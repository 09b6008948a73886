import { type SendOptions } from '../outbox/outbox.js';
import { type ClientOptions, type Settled } from '../client/options.js';
import { TravelClient } from '../client/travel-client.js';
import { type ConversationModel, emptyModel } from '../model/model.js';
import { type ModelInput, reduceModel } from '../model/reduce.js';

/** A client with the model of its conversation: what a user interface subscribes to. */
export class ConversationStore {
  readonly client: TravelClient;
  #model: ConversationModel = emptyModel();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly options: ClientOptions) {
    this.client = new TravelClient(options);
    const userId = options.userId ?? '';
    this.client.on('connection', (connection) => this.#apply({ type: 'connection', connection }));
    this.client.on('frame', (frame) => this.#apply({ type: 'frame', frame }));
    this.client.on('sending', (message) => this.#apply({ type: 'sending', message, userId }));
    this.client.on('outbox', (outbox) => this.#apply({ type: 'outbox', outbox }));
    this.client.on('settled', (settled) => this.#apply({ type: 'settled', settled }));
  }

  /** The current model; the same object until something changes. */
  readonly getModel = (): ConversationModel => this.#model;

  /** Calls `listener` after each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get userId(): string {
    return this.options.userId ?? '';
  }

  /** As `TravelClient.send`. */
  send(text: string, options?: SendOptions): Promise<Settled> {
    return this.client.send(text, options).settled;
  }

  /** Sends a message that was turned away again, under the same id. */
  retry(id: string): void {
    const turn = this.#model.turns.find((one) => one.id === id && one.status === 'rejected');
    if (turn?.question) this.client.send(turn.question.text, { id });
  }

  discard(id: string): void {
    this.#apply({ type: 'discard', id });
  }

  dismissNotice(): void {
    this.#apply({ type: 'dismiss' });
  }

  #apply(input: ModelInput): void {
    const model = reduceModel(this.#model, input);
    if (model === this.#model) return;
    this.#model = model;
    for (const listener of [...this.#listeners]) listener();
  }
}
