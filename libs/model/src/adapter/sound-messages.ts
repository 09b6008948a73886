import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';

/**
 * The messages as a chat-completions service takes them: each tool call is followed at once by its result, each result follows its
 * call. A turn that died between a call and its result leaves a call that would make every later request fail; such calls, and
 * results without a call, are left out. What was said is kept.
 */
export function soundMessages(messages: readonly BaseMessage[]): BaseMessage[] {
  const sound: BaseMessage[] = [];
  for (let at = 0; at < messages.length; at += 1) {
    const message = messages[at]!;
    if (ToolMessage.isInstance(message)) continue;
    if (!AIMessage.isInstance(message) || !callsTools(message)) {
      sound.push(message);
      continue;
    }
    sound.push(...callWithResults(message, resultsFrom(messages, at + 1)));
  }
  return sound;
}

/** Older messages may carry their calls in the provider's own form only. */
const callsTools = ({
  tool_calls: calls = [],
  invalid_tool_calls: invalid = [],
  additional_kwargs: more,
}: AIMessage) => calls.length > 0 || invalid.length > 0 || more['tool_calls'] !== undefined;

function resultsFrom(messages: readonly BaseMessage[], start: number): ToolMessage[] {
  const results: ToolMessage[] = [];
  for (let at = start; at < messages.length; at += 1) {
    const message = messages[at]!;
    if (!ToolMessage.isInstance(message)) break;
    results.push(message);
  }
  return results;
}

function callWithResults(message: AIMessage, results: readonly ToolMessage[]): BaseMessage[] {
  const answered = new Map<string, ToolMessage>();
  for (const result of results)
    if (!answered.has(result.tool_call_id)) answered.set(result.tool_call_id, result);
  const seen = new Set<string>();
  const kept = (message.tool_calls ?? []).filter(({ id }) => {
    if (id === undefined || id === '' || seen.has(id) || !answered.has(id)) return false;
    seen.add(id);
    return true;
  });
  if (kept.length === 0 && isBlank(message.content)) return [];
  const said = new AIMessage({ content: message.content, tool_calls: kept });
  return [said, ...kept.flatMap(({ id = '' }) => answered.get(id) ?? [])];
}

const isBlank = (content: AIMessage['content']) =>
  typeof content === 'string' ? content.trim() === '' : content.length === 0;
