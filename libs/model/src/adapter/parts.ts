import { type AIMessageChunk } from '@langchain/core/messages';
import { type ModelPart, type ModelToolCall, type Usage } from '../port.js';

/** The text of one chunk; providers send a string or a list of typed blocks. */
export function textOf(chunk: AIMessageChunk): string {
  if (typeof chunk.content === 'string') return chunk.content;
  return chunk.content
    .map((block) => (block.type === 'text' && typeof block['text'] === 'string' ? block['text'] : ''))
    .join('');
}

/**
 * Whole tool calls of the collected message: only of bound tools, with an object as arguments, each with its own id.
 * The raw argument text is read here, because the collected form completes half-written JSON as it likes.
 */
export function toolCallsOf(whole: AIMessageChunk, bound: ReadonlySet<string>): ModelToolCall[] {
  const calls: ModelToolCall[] = [];
  for (const [index, { name = '', args: raw, id: given }] of (whole.tool_call_chunks ?? []).entries()) {
    const args = readArguments(raw);
    const id = given !== undefined && given !== '' ? given : `call_${index + 1}`;
    if (!bound.has(name) || !args || calls.some((other) => other.id === id)) continue;
    calls.push({ id, name, args });
  }
  return calls;
}

function readArguments(raw: string | undefined): Record<string, unknown> | undefined {
  try {
    // A call without arguments may come as an empty text.
    const value: unknown = JSON.parse(raw === undefined || raw === '' ? '{}' : raw);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function usageOf(whole: AIMessageChunk): Usage | undefined {
  const usage = whole.usage_metadata;
  return usage && { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens };
}

/** What is known only at the end of an answer. */
export function closingParts(whole: AIMessageChunk | undefined, bound: ReadonlySet<string>): ModelPart[] {
  if (!whole) return [];
  const usage = usageOf(whole);
  return [
    ...toolCallsOf(whole, bound).map((call): ModelPart => ({ type: 'tool_call', ...call })),
    ...(usage ? [{ type: 'usage', ...usage } satisfies ModelPart] : []),
  ];
}
