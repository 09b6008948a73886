import { type CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BaseChatModelParams,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { type ToolCallChunk } from '@langchain/core/messages/tool';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import { type AnswerFacts, readFacts } from '../facts.js';
import { callsByRule, type KnownTool, toKnownTool } from './tool-rules.js';
import { writeAnswer } from './write/write-answer.js';

interface OfflineCallOptions extends BaseChatModelCallOptions {
  boundTools?: KnownTool[];
}

/**
 * A chat model without a model: it reads the facts message, calls bound tools by rules, and writes sentences from the facts alone.
 * Same messages, same answer.
 */
export class OfflineChatModel extends BaseChatModel<OfflineCallOptions> {
  constructor(fields: BaseChatModelParams = {}) {
    super({ ...fields, cache: false });
  }

  override _llmType(): string {
    return 'travellite-offline';
  }

  override bindTools(tools: BindToolsInput[], options: Partial<OfflineCallOptions> = {}) {
    return this.withConfig({ ...options, boundTools: tools.map(toKnownTool) });
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    const facts = readFacts(messages);
    const calls = toolCalls(facts, messages, options);
    const text = calls.length > 0 ? '' : writeAnswer(facts, lastWords(messages));
    return { generations: [{ text, message: new AIMessage({ content: text, tool_calls: calls }) }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const facts = readFacts(messages);
    const calls = toolCalls(facts, messages, options);
    if (calls.length > 0) {
      const chunks = calls.map((call, index) => ({ ...call, index, args: JSON.stringify(call.args) }));
      yield chunk('', chunks);
      return;
    }
    for (const piece of pieces(writeAnswer(facts, lastWords(messages)))) {
      options.signal?.throwIfAborted();
      yield chunk(piece);
      await runManager?.handleLLMNewToken(piece);
    }
  }
}

function chunk(text: string, calls?: ToolCallChunk[]): ChatGenerationChunk {
  const message = new AIMessageChunk({ content: text, ...(calls ? { tool_call_chunks: calls } : {}) });
  return new ChatGenerationChunk({ text, message });
}

/** Calls are made once: when their results are among the messages it is time to answer. */
function toolCalls(
  facts: AnswerFacts | undefined,
  messages: readonly BaseMessage[],
  options: OfflineCallOptions,
) {
  const tools = options.boundTools ?? [];
  if (!facts || tools.length === 0 || messages.some((message) => message.type === 'tool')) return [];
  return callsByRule(facts, tools).map((call, index) => ({ ...call, id: `offline_${index + 1}` }));
}

/** What the person said last. */
function lastWords(messages: readonly BaseMessage[]): string {
  const content = messages.findLast((message) => message.type === 'human')?.content;
  return typeof content === 'string' ? content : '';
}

/** An answer in pieces of about three words, so that it streams like any other model's. */
export function pieces(text: string): string[] {
  return text.match(/(?:\S+\s*){1,3}/g) ?? (text === '' ? [] : [text]);
}
