import { type BaseChatModel } from '@langchain/core/language_models/chat_models';
import { type AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { TravelError } from '@travellite/protocol';
import {
  type AnswerOptions,
  type Filled,
  type Form,
  type Model,
  type ModelCapabilities,
  type ModelPart,
} from '../port.js';
import { fillForm } from './fill-form.js';
import { toModelError } from './model-error.js';
import { orAborted } from './or-aborted.js';
import { closingParts, textOf } from './parts.js';
import { createPatience, type Patience } from './patience.js';
import { type RetryPolicy, withRetries } from './retry.js';
import { soundMessages } from './sound-messages.js';

export interface AdapterOptions {
  name: string;
  capabilities: ModelCapabilities;
  /** Longest silence of the provider, in ms, before the first and between two parts. */
  silenceMs: number;
  retry: RetryPolicy;
  /** The provider marks the end of an answer, so a stream without the mark was cut off. */
  marksEnd: boolean;
}

/** Any LangChain chat model as a `Model`: patience, repeats before the first part, our errors, whole tool calls. */
export class ChatModelAdapter implements Model {
  constructor(
    private readonly chat: BaseChatModel,
    private readonly options: AdapterOptions,
  ) {}

  get name(): string {
    return this.options.name;
  }

  get capabilities(): ModelCapabilities {
    return this.options.capabilities;
  }

  async *answer(messages: BaseMessage[], options: AnswerOptions): AsyncGenerator<ModelPart> {
    const tools = options.tools ?? [];
    const bound = new Set(tools.map((tool) => tool.name));
    const patience = createPatience(options.signal, this.options.silenceMs);
    try {
      const chunks = await this.open(soundMessages(messages), tools, patience);
      let whole: AIMessageChunk | undefined;
      for (let next = chunks.first; !next.done; next = await orAborted(chunks.rest.next(), patience.signal)) {
        patience.heard();
        whole = whole ? whole.concat(next.value) : next.value;
        const text = textOf(next.value);
        if (text !== '') yield { type: 'text', text };
        patience.signal.throwIfAborted();
      }
      options.signal.throwIfAborted();
      this.refuseCutOff(whole);
      yield* closingParts(whole, bound);
    } catch (thrown) {
      throw patience.late ?? toModelError(thrown, options.signal);
    } finally {
      patience.end();
    }
  }

  async fill<T>(
    form: Form<T>,
    messages: BaseMessage[],
    { signal }: { signal: AbortSignal },
  ): Promise<Filled<T>> {
    if (!this.capabilities.structured) {
      throw new TravelError('invalid', `${this.name} does not fill forms.`);
    }
    const patience = createPatience(signal, this.options.silenceMs);
    try {
      return await withRetries(
        () => fillForm(this.chat, form, soundMessages(messages), patience.signal),
        this.options.retry,
        signal,
      );
    } catch (thrown) {
      throw patience.late ?? toModelError(thrown, signal);
    } finally {
      patience.end();
    }
  }

  /** Opens the stream up to its first chunk; up to there nothing was shown, so it may be tried again. */
  private open(messages: BaseMessage[], tools: AnswerOptions['tools'] = [], patience: Patience) {
    const speaker = tools.length > 0 ? this.withTools(tools) : this.chat;
    const attempt = async () => {
      patience.signal.throwIfAborted();
      const stream = await orAborted(
        speaker.stream(messages, { signal: patience.signal }) as Promise<AsyncIterable<AIMessageChunk>>,
        patience.signal,
      );
      const rest = stream[Symbol.asyncIterator]();
      return { first: await orAborted(rest.next(), patience.signal), rest };
    };
    return withRetries(attempt, this.options.retry, patience.signal);
  }

  private withTools(tools: NonNullable<AnswerOptions['tools']>) {
    if (!this.chat.bindTools) throw new TravelError('invalid', `${this.name} cannot call tools.`);
    return this.chat.bindTools([...tools]);
  }

  private refuseCutOff(whole: AIMessageChunk | undefined): void {
    if (!this.options.marksEnd) return;
    const mark = whole?.response_metadata['finish_reason'];
    if (typeof mark === 'string') return;
    throw new TravelError('provider_unavailable', 'The language model stopped in the middle of its answer.');
  }
}
