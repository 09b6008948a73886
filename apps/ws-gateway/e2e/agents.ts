import {
  type Agent,
  type AgentState,
  type Emit,
  type Intent,
  type PlanOption,
  type Poi,
  type Requirement,
  TravelError,
  type Turn,
} from '@travellite/protocol';

/** State of the test agents: a history that grows, and lists. */
export function stateAfter(
  turn: Turn,
  before: AgentState | undefined,
  answer: string,
  lists: Partial<{ pois: Poi[]; requirements: Requirement[]; plan: PlanOption[] }> = {},
): AgentState {
  const { id, message } = turn;
  const known = before?.view.trip;
  return {
    version: 1,
    view: {
      history: [
        ...(before?.view.history ?? []),
        { turn: id, role: 'user', text: message.text, ts: message.ts },
        { turn: id, role: 'assistant', text: answer, ts: message.ts },
      ],
      trip: {
        request: { destinations: [], interests: [] },
        pois: lists.pois ?? message.carried?.pois ?? known?.pois ?? [],
        requirements: lists.requirements ?? message.carried?.requirements ?? known?.requirements ?? [],
        plan: lists.plan ?? message.carried?.plan ?? known?.plan ?? [],
        missing: [],
      },
    },
    data: null,
  };
}

type Work = (turn: Turn, emit: Emit, signal: AbortSignal) => Promise<string> | string;

/** An agent that does `work` and answers with what it returns, which it also streams if nothing else was. */
export const agentOf = (work: Work): Agent => ({
  stateVersion: 1,
  async run(turn, state, emit, signal) {
    let streamed = false;
    const listening: Emit = {
      event: (event) => emit.event(event),
      text: (delta) => {
        streamed = true;
        emit.text(delta);
      },
    };
    const answer = await work(turn, listening, signal);
    if (!streamed) emit.text(answer);
    return stateAfter(turn, state, answer);
  },
});

/** Says what it heard, letter by letter. */
export const echoAgent = agentOf((turn, emit) => {
  const answer = `You said: ${turn.message.text}`;
  for (const part of answer.match(/.{1,4}/gsu) ?? []) emit.text(part);
  return answer;
});

export const failingAgent = agentOf(() => {
  throw new TravelError('tool_failed', 'The flight search does not answer.', { retryable: false });
});

export const place = (name: string): Poi => ({
  name,
  description: `${name}, a place`,
  geo_coordinate: { lat: 35.6, lng: 139.7 },
  poi_type: 'tourist_destination',
  cost: '$10',
});
export const wish = (description: string): Requirement => ({ description, priority: 'preferred' });
export const option: PlanOption = {
  days: [{ highlight: 'A walk', blocks: [{ time: '9:00 AM - 11:30 AM', description: 'Walk' }] }],
  overall_cost: '$100',
  general_notes: '',
};
const intent: Intent = { intent: 'Points_Of_Interest', action: 'add', value: 'Tokyo' };

/** Adds a place named like the message to the carried or stored ones, and plans; of "thanks" it changes nothing. */
export const listingAgent: Agent = {
  stateVersion: 1,
  async run(turn, state, emit) {
    const text = turn.message.text;
    const { trip } = stateAfter(turn, state, text).view;
    if (text === 'thanks' || !trip) {
      await emit.event({
        type: 'intents',
        intents: [{ ...intent, intent: 'General_Response', value: text }],
      });
      return stateAfter(turn, state, text);
    }
    const lists = { pois: [...trip.pois, place(text)], requirements: [wish(text)], plan: [option] };
    // Not in the order of the contract, on purpose.
    await emit.event({ type: 'requirements', requirements: lists.requirements });
    await emit.event({ type: 'intents', intents: [intent] });
    await emit.event({ type: 'pois', pois: lists.pois });
    await emit.event({ type: 'plan', plan: lists.plan });
    emit.text('Here is a plan.');
    return stateAfter(turn, state, 'Here is a plan.', lists);
  },
};

/** An agent that goes on when it is told to. */
export function steppedAgent(): { agent: Agent; say(text: string): Promise<void>; end(): Promise<void> } {
  const waiting: ((step: string | undefined) => void)[] = [];
  const steps: (string | undefined)[] = [];
  const give = async (step: string | undefined) => {
    const waiter = waiting.shift();
    if (waiter) waiter(step);
    else steps.push(step);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const next = () =>
    new Promise<string | undefined>((resolve) => {
      if (steps.length > 0) resolve(steps.shift());
      else waiting.push(resolve);
    });
  const agent = agentOf(async (_turn, emit) => {
    let answer = '';
    for (let step = await next(); step !== undefined; step = await next()) {
      emit.text(step);
      answer += step;
    }
    return answer;
  });
  return { agent, say: give, end: () => give(undefined) };
}
