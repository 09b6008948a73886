import { HumanMessage } from '@langchain/core/messages';
import { factsMessage, type Model } from '@travellite/model';
import { toTravelError } from '@travellite/protocol';
import { calledLines } from '../room/called-lines.js';
import { type StageContext, type TurnWork } from '../turn-work.js';
import { factsOf } from './facts-of.js';
import { answerMessages } from './prompt.js';

/** The last stage: the answer, streamed. */
export const respondStage = {
  step: 'respond',
  label: 'Writing',

  /** Resolves with the whole answer. */
  async run(work: TurnWork, context: StageContext, knownPlaces: readonly string[]): Promise<string> {
    const { model } = context.ports;
    if (work.standIn || model.capabilities.offline) return writeOffline(work, context, knownPlaces);
    let shown = '';
    try {
      const facts = factsOf(work, knownPlaces);
      // A model sees passages as quoted notes, apart from what we state as facts.
      const messages = answerMessages(
        { ...facts, passages: [] },
        work.passages,
        { ...work.before, history: calledLines(work.before.history, work.state.room) },
        work.turn.message.text,
      );
      await stream(model, messages, context, (text) => {
        shown += text;
      });
      if (shown.trim() !== '') return shown;
    } catch (thrown) {
      const error = toTravelError(thrown);
      if (context.signal.aborted) throw error;
      context.log.warn('the model did not answer', { code: error.code, retryable: error.retryable });
    }
    const rest = await writeOffline(
      { ...work, standIn: true },
      context,
      knownPlaces,
      shown === '' ? '' : '\n\n',
    );
    return shown + rest;
  },
} as const;

async function stream(
  model: Model,
  messages: Parameters<Model['answer']>[0],
  { signal, text, event }: StageContext,
  heard: (text: string) => void,
): Promise<string> {
  let whole = '';
  for await (const part of model.answer(messages, { signal })) {
    if (part.type === 'text') {
      whole += part.text;
      heard(part.text);
      text(part.text);
    }
    if (part.type === 'usage') {
      const { inputTokens, outputTokens } = part;
      await event({ type: 'usage', model: model.name, inputTokens, outputTokens });
    }
  }
  return whole;
}

/** `lead` stands before the first piece: what a model that broke off has said stays on the page. */
async function writeOffline(
  work: TurnWork,
  context: StageContext,
  knownPlaces: readonly string[],
  lead = '',
): Promise<string> {
  const { exceeded: spent } = context.budget;
  const facts = { ...factsOf(work, knownPlaces), ...(spent && work.standIn ? { spent } : {}) };
  const messages = [factsMessage(facts), new HumanMessage(work.turn.message.text)];
  if (lead !== '') context.text(lead);
  return lead + (await stream(context.ports.offline, messages, context, () => undefined));
}
