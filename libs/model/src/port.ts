import { type BaseMessage } from '@langchain/core/messages';
import { type StructuredToolInterface } from '@langchain/core/tools';
import { type z } from 'zod';

/**
 * A language model, as the agent uses it.
 *
 * Guarantees, each with a file of its own in `conformance/`:
 *
 * 1. **stream** — the `text` parts of an answer, joined, are the answer; they come while it is written.
 * 2. **tools** — a call of a bound tool is one `tool_call` part with an id of its own and arguments that are an object;
 *    a call of anything else, or with arguments that cannot be read, is left out.
 * 3. **structure** — `fill` resolves with a value its schema accepts, or rejects with `invalid` (`capabilities.structured`).
 * 4. **abort** — once the signal is aborted the iteration rejects with `cancelled` and no further part comes.
 * 5. **errors** — every rejection is a `TravelError`: `provider_unavailable` (unreachable, refused, over quota, cut off),
 *    `timeout` (silent for too long), `cancelled`. `retryable` says whether the same request may succeed later.
 *    A failure after the first part is not repeated inside: the reader has already seen a part of the answer.
 * 6. **usage** — at most one `usage` part, the last one (`capabilities.usage`: exactly one).
 * 7. **same in, same out** — the same messages give the same answer (`capabilities.deterministic`).
 */
export interface Model {
  /** As shown in `usage` events and at start. */
  readonly name: string;
  readonly capabilities: ModelCapabilities;

  /** Writes the next message of the conversation, and may call bound tools instead. */
  answer(messages: BaseMessage[], options: AnswerOptions): AsyncIterable<ModelPart>;

  /** Fills a form from the conversation. Rejects with `invalid` where `capabilities.structured` is false. */
  fill<T>(form: Form<T>, messages: BaseMessage[], options: { signal: AbortSignal }): Promise<Filled<T>>;
}

export interface ModelCapabilities {
  /** Works by rules inside this process: no key, no network, no bill. */
  offline: boolean;
  structured: boolean;
  usage: boolean;
  deterministic: boolean;
}

export interface AnswerOptions {
  signal: AbortSignal;
  /** Tools the model may call in this answer. */
  tools?: readonly StructuredToolInterface[];
}

export interface Form<T> {
  /** Letters, digits and `_`. */
  name: string;
  /** What the form is for, for the model. */
  about: string;
  schema: z.ZodType<T>;
}

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

export interface Filled<T> {
  value: T;
  usage?: Usage;
}

/** A tool the model wants to be run. */
export interface ModelToolCall {
  id: string;
  name: string;
  args: Record<string, unknown>;
}

export type ModelPart =
  { type: 'text'; text: string } | ({ type: 'tool_call' } & ModelToolCall) | ({ type: 'usage' } & Usage);
