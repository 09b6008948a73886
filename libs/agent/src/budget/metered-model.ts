import { type BaseMessage } from '@langchain/core/messages';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { type Filled, type Form, type Model, type ModelPart, type Usage } from '@travellite/model';
import { toTravelError } from '@travellite/protocol';
import { z } from 'zod';
import { estimateRequest, estimateTokens } from './estimate-tokens.js';
import { type TokenBudget } from './token-budget.js';

/**
 * A model that spends from a budget: a request that does not fit into it is not made, an answer that outgrows it is broken off, both
 * with `budget_exceeded`. What the provider does not count is estimated, so that each whole answer ends with one `usage` part.
 */
export class MeteredModel implements Model {
  constructor(
    private readonly model: Model,
    private readonly budget: TokenBudget,
  ) {}

  get name(): string {
    return this.model.name;
  }

  get capabilities(): Model['capabilities'] {
    return { ...this.model.capabilities, usage: true };
  }

  async *answer(messages: BaseMessage[], options: Parameters<Model['answer']>[1]): AsyncGenerator<ModelPart> {
    const bound = (options.tools ?? []).map((tool) => JSON.stringify(convertToOpenAITool(tool)));
    const asked = estimateRequest(messages, bound.join('\n'));
    this.budget.take(asked);
    let heard = 0;
    // Nothing is billed that was never begun; an answer that breaks off is, as far as it came.
    let really = 0;
    let counted: Usage | undefined;
    try {
      for await (const part of this.model.answer(messages, options)) {
        if (part.type === 'usage') {
          counted = part;
          continue;
        }
        const tokens = estimateTokens(part.type === 'text' ? part.text : JSON.stringify(part.args));
        really = asked + heard;
        this.budget.take(tokens);
        heard += tokens;
        really = asked + heard;
        yield part;
      }
      counted ??= { inputTokens: asked, outputTokens: heard };
      const { inputTokens, outputTokens } = counted;
      really = inputTokens + outputTokens;
      yield { type: 'usage', inputTokens, outputTokens };
    } finally {
      this.budget.settle(asked + heard, really);
    }
  }

  async fill<T>(
    form: Form<T>,
    messages: BaseMessage[],
    options: { signal: AbortSignal },
  ): Promise<Filled<T>> {
    const schema = JSON.stringify(z.toJSONSchema(form.schema, { io: 'input' }));
    const asked = estimateRequest(messages, `${form.about}${schema}`);
    this.budget.take(asked);
    let really = 0;
    try {
      const filled = await this.model.fill(form, messages, options);
      const outputTokens = estimateTokens(JSON.stringify(filled.value));
      const usage = filled.usage ?? { inputTokens: asked, outputTokens };
      really = usage.inputTokens + usage.outputTokens;
      return { ...filled, usage };
    } catch (thrown) {
      // A form filled badly was paid for.
      if (toTravelError(thrown).code === 'invalid') really = asked;
      throw thrown;
    } finally {
      this.budget.settle(asked, really);
    }
  }
}
