import { type BaseMessage } from '@langchain/core/messages';
import { toTravelError } from '@travellite/protocol';
import {
  type AnswerOptions,
  type Filled,
  type Form,
  type Model,
  type ModelCapabilities,
  type ModelPart,
} from '../port.js';
import { retryAfterMs, statusOf } from './model-error.js';
import { type Admission, ProviderRest, type RestPolicy } from './provider-rest.js';

/** A model whose provider is left alone for a while after failures in a row: requests then fail at once with `provider_unavailable`. */
export class RestingModel implements Model {
  private readonly rest: ProviderRest;

  constructor(
    private readonly model: Model,
    private readonly policy: RestPolicy,
  ) {
    this.rest = new ProviderRest(policy);
  }

  get name(): string {
    return this.model.name;
  }

  get capabilities(): ModelCapabilities {
    return this.model.capabilities;
  }

  async *answer(messages: BaseMessage[], options: AnswerOptions): AsyncGenerator<ModelPart> {
    const admission = this.rest.admit();
    try {
      for await (const part of this.model.answer(messages, options)) {
        admission.answering();
        yield part;
      }
      admission.succeeded();
    } catch (thrown) {
      throw this.noted(thrown, admission);
    } finally {
      // A reader who leaves in the middle tells nothing about the provider.
      admission.abandoned();
    }
  }

  async fill<T>(
    form: Form<T>,
    messages: BaseMessage[],
    options: { signal: AbortSignal },
  ): Promise<Filled<T>> {
    const admission = this.rest.admit();
    try {
      const filled = await this.model.fill(form, messages, options);
      admission.succeeded();
      return filled;
    } catch (thrown) {
      throw this.noted(thrown, admission);
    }
  }

  private noted(thrown: unknown, admission: Admission): unknown {
    const { code, cause } = toTravelError(thrown);
    const status = statusOf(cause);
    const provider = code === 'provider_unavailable' || code === 'timeout';
    // A provider that reads a request and refuses it as wrong is well; so is one that fills a form badly.
    if (provider && status !== 400 && status !== 413 && status !== 422) {
      admission.failed(retryAfterMs(cause, this.policy.now()));
    } else if (provider || code === 'invalid') admission.succeeded();
    else admission.abandoned();
    return thrown;
  }
}
