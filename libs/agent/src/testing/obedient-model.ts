import { type BaseMessage } from '@langchain/core/messages';
import { type Model, type ModelPart } from '@travellite/model';
import { TravelError } from '@travellite/protocol';

/** One request as the model got it. */
export interface Obeyed {
  messages: string[];
  /** Names of the tools in its hands. */
  tools: string[];
}

/**
 * A model that obeys whatever it reads: a tool that anybody names is called, whether it was offered or not, and every text is repeated.
 * `orders` are the names it may read; without any order it searches the flight of the trip.
 */
export class ObedientModel implements Model {
  readonly name = 'obedient';
  readonly capabilities = { offline: false, structured: true, usage: false, deterministic: true };
  readonly requests: Obeyed[] = [];

  constructor(private readonly orders: readonly string[]) {}

  async *answer(messages: BaseMessage[], options: Parameters<Model['answer']>[1]): AsyncGenerator<ModelPart> {
    const tools = (options.tools ?? []).map(({ name }) => name);
    const read = this.note(messages, tools);
    await Promise.resolve();
    for (const [index, name] of this.orders.entries()) {
      if (read.includes(name)) yield { type: 'tool_call', id: `order_${index}`, name, args: { read } };
    }
    if (tools.length === 0) yield { type: 'text', text: `As you wish. ${read}` };
  }

  async fill<T>(_form: unknown, messages: BaseMessage[]): Promise<{ value: T }> {
    this.note(messages, ['form']);
    return Promise.reject(new TravelError('invalid', 'It fills no forms.'));
  }

  /** What it has read, apart from the rules, which come first. */
  private note(messages: BaseMessage[], tools: string[]): string {
    const texts = messages.map(({ content }) => (typeof content === 'string' ? content : ''));
    this.requests.push({ messages: texts, tools });
    return texts.slice(1).join('\n');
  }
}
