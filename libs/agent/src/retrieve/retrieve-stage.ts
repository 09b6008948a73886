import { askedTopics, type Namespace, type Passage } from '@travellite/knowledge';
import { type ConversationId, type Source, splitConversation, toTravelError } from '@travellite/protocol';
import { type StageContext, type StageStep, type TurnWork } from '../turn-work.js';

const defaultItems = 5;
const mostItems = 20;

/** Looks up passages that may help with the answer. What they say is data: it reaches the answer only, never a tool. */
export const retrieveStage: StageStep = {
  step: 'retrieve',
  label: 'Looking things up',
  async run(work, context) {
    const passages = onTopic(nearest(await lookUp(work, context)), work.turn.message.text);
    if (passages.length > 0) await context.event({ type: 'sources', sources: passages.map(toSource) });
    return { ...work, passages };
  },
};

/** Of the best passage's score: what is further from the question than this is no source of an answer to it. */
const nearness = 0.6;

/** The passages an answer can rest on. A search always finds something; beside what fits well, the rest is noise. Best first. */
export const nearest = (passages: readonly Passage[]): Passage[] =>
  passages.filter(({ score }) => score >= nearness * (passages[0]?.score ?? 0));

/** Of a short question that names its matter ("is it safe?"), only what is about that, when something is. */
export function onTopic(passages: readonly Passage[], question: string): Passage[] {
  const topics: ReadonlySet<string> = askedTopics(question);
  const about = passages.filter(({ topic }) => topic !== undefined && topics.has(topic));
  return about.length > 0 ? about : [...passages];
}

async function lookUp(work: TurnWork, { ports, signal, log }: StageContext): Promise<Passage[]> {
  const { knowledge } = ports;
  const { enhanceWithContext, maxContextItems } = work.turn.message.options ?? {};
  if (!knowledge || enhanceWithContext === false || !worthLookingUp(work)) return [];
  const limit = typeof maxContextItems === 'number' ? Math.trunc(maxContextItems) : defaultItems;
  const cities = work.state.request.destinations
    .filter(({ kind }) => kind === 'city')
    .map(({ name }) => name);
  try {
    return await knowledge.search(
      {
        text: work.turn.message.text.slice(0, 1_000),
        limit: Math.min(mostItems, Math.max(1, limit)),
        ...(cities.length > 0 ? { filter: { city: cities, orGeneral: true } } : {}),
        namespaces: namespacesOf(work.turn.conversation),
      },
      signal,
    );
  } catch (thrown) {
    const error = toTravelError(thrown);
    if (signal.aborted) throw error;
    // An answer without notes is better than none.
    log.warn('looking up failed', { code: error.code });
    return [];
  }
}

/** Everybody's notes, and a person's own in that person's own conversation: a room must not show one member's notes to the others. */
function namespacesOf(conversation: ConversationId): Namespace[] {
  const { kind, name } = splitConversation(conversation);
  return kind === 'user' ? ['shared', `user:${name}`] : ['shared'];
}

/** A greeting needs no notes. */
function worthLookingUp({ understanding }: TurnWork): boolean {
  const idle = ['greeting', 'thanks', 'capabilities', 'off_topic'];
  return understanding.acts.some((act) => !idle.includes(act));
}

const toSource = ({ id, title, source, url, score }: Passage): Source => ({
  id,
  title,
  source,
  ...(url === undefined ? {} : { url }),
  relevanceScore: Math.min(1, Math.max(0, score)),
});
