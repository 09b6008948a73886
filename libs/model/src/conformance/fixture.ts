import { type BaseMessage } from '@langchain/core/messages';
import { tool, type StructuredToolInterface } from '@langchain/core/tools';
import { z } from 'zod';
import { type Model, type ModelPart } from '../port.js';

/** A model made ready for one situation, with the messages that bring it about. */
export interface Situation {
  model: Model;
  messages: BaseMessage[];
}

/** What an adapter's test provides: its model, brought into each situation. One that cannot be had gives its reason in words. */
export interface ModelFixture {
  name: string;
  /** The model answers in at least three pieces. `text` is the whole answer when the adapter's test knows it. */
  answers(): Promise<Situation & { text?: string }>;
  /** The model calls `searchFlights` of the bound tools, once or more. */
  callsTool(): Promise<Situation>;
  /** The model calls a tool that is not bound, and the bound one with unreadable arguments. */
  callsWrongly(): Promise<Situation[]> | string;
  /** The model fills `{city: 'Paris', days: 3}`; the second time it fills nonsense. */
  fills(): Promise<{ well: Situation; badly: Situation }> | string;
  /** The model never finishes. */
  stalls(): Promise<Situation[]> | string;
  /** The provider fails in each documented way. */
  fails(): Promise<(Situation & { why: string; retryable: boolean })[]> | string;
  close(): Promise<void>;
}

/** A flight search that is never run here. */
export const flightTool: StructuredToolInterface = tool(async () => Promise.resolve('none'), {
  name: 'searchFlights',
  description: 'Finds flights between two cities on a day.',
  schema: z.object({ from: z.string(), to: z.string(), date: z.string() }),
});

export async function collect(parts: AsyncIterable<ModelPart>): Promise<ModelPart[]> {
  const all: ModelPart[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

export const textOfParts = (parts: readonly ModelPart[]): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('');

export const never = (): AbortSignal => new AbortController().signal;
