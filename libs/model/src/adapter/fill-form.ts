import { type BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { TravelError } from '@travellite/protocol';
import { z } from 'zod';
import { type Filled, type Form } from '../port.js';
import { orAborted } from './or-aborted.js';
import { usageOf } from './parts.js';

/**
 * Structured output through one forced tool call: the form every OpenAI-compatible server knows, which also accepts optional
 * fields (the strict JSON mode does not). What comes back is checked by the schema here, whatever the provider promises.
 */
export async function fillForm<T>(
  chat: BaseChatModel,
  form: Form<T>,
  messages: BaseMessage[],
  signal: AbortSignal,
): Promise<Filled<T>> {
  if (!chat.bindTools) throw new TravelError('invalid', 'This model cannot fill forms.');
  const tool = {
    type: 'function' as const,
    function: {
      name: form.name,
      description: form.about,
      parameters: z.toJSONSchema(form.schema, { io: 'input' }),
    },
  };
  const bound = chat.bindTools([tool], {
    tool_choice: { type: 'function', function: { name: form.name } },
  });
  const answer = await orAborted(bound.invoke(messages, { signal }), signal);
  const call = AIMessage.isInstance(answer)
    ? answer.tool_calls?.find(({ name }) => name === form.name)
    : undefined;
  const parsed = form.schema.safeParse(call?.args);
  if (!parsed.success) {
    throw new TravelError('invalid', 'The language model did not fill the form.', {
      cause: parsed.error,
    });
  }
  return { value: parsed.data, usage: usageOf(answer) };
}
