import { createOfflineModel, type Model } from '@travellite/model';
import { type Knowledge } from '@travellite/knowledge';
import {
  type AgentEvent,
  type AgentState,
  type CarriedLists,
  type ConversationId,
  type RoomNote,
  type TripView,
  type Turn,
} from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { createTravelTools, type TravelTools } from '@travellite/travel-tools';
import { type TokenLimits } from '../budget/token-budget.js';
import { createTravelAgent } from '../travel-agent.js';

/** 21 November 2026, a Saturday. */
export const now = Date.UTC(2026, 10, 21, 12);

export interface TalkOptions {
  limits?: TokenLimits;
  /** Unix ms; the fixed day of these tests when absent. */
  clock?: () => number;
  /** What an earlier worker left. */
  state?: AgentState;
  model?: Model;
  tools?: TravelTools;
  knowledge?: Knowledge;
  conversation?: ConversationId;
  /** Called after each event with the number of events so far in this turn. */
  onEvent?: (count: number) => unknown;
}

export interface SayOptions {
  carried?: CarriedLists;
  author?: string;
  note?: RoomNote;
  /** The author's name, where the door knows one. */
  name?: string;
  options?: Record<string, unknown>;
  signal?: AbortSignal;
  /** Called with the whole answer so far, after each piece. */
  onText?: (text: string) => unknown;
}

/** What a person sees of one turn. */
export interface Heard {
  events: AgentEvent[];
  text: string;
  state: AgentState;
}

/** The last event of a type, which must be there. */
export function heard<Type extends AgentEvent['type']>(
  { events }: Heard,
  type: Type,
): Extract<AgentEvent, { type: Type }> {
  const found = events.findLast((event) => event.type === type);
  if (!found) throw new Error(`no ${type} among ${events.map((event) => event.type).join(', ')}`);
  return found as Extract<AgentEvent, { type: Type }>;
}

/** The trip as the client knows it after the turn. */
export function tripOf({ state }: Heard): TripView {
  const { trip } = state.view;
  if (!trip) throw new Error('no trip in the view');
  return trip;
}

/** A conversation with an agent. Between two turns the state goes through JSON, as it does in a store. */
export class Talk {
  private state: AgentState | undefined;
  private turns = 0;
  readonly agent;

  constructor(private readonly options: TalkOptions = {}) {
    const { model = createOfflineModel(), knowledge, limits, clock = () => now } = options;
    this.state = options.state;
    const tools = options.tools ?? createTravelTools({}, { now: () => now });
    const ports = { model, tools, log: silentLog, now: clock, ...(limits ? { limits } : {}) };
    this.agent = createTravelAgent(knowledge ? { ...ports, knowledge } : ports);
  }

  async say(text: string, said: SayOptions = {}): Promise<Heard> {
    const {
      carried,
      author = 'ann',
      name,
      note,
      options,
      signal = new AbortController().signal,
      onText,
    } = said;
    const turn: Turn = {
      id: `turn-${++this.turns}`,
      conversation: this.options.conversation ?? 'user:ann',
      message: {
        ...{
          text,
          author: { userId: author, ...(name === undefined ? {} : { name }) },
          ts: now,
          door: 'native',
        },
        ...(note ? { note } : {}),
        ...(carried ? { carried } : {}),
        ...(options ? { options } : {}),
      },
    };
    const events: AgentEvent[] = [];
    let written = '';
    const emit = {
      event: async (event: AgentEvent) => {
        events.push(event);
        this.options.onEvent?.(events.length);
        return Promise.resolve();
      },
      text: (delta: string) => {
        written += delta;
        onText?.(written);
      },
    };
    const state = await this.agent.run(turn, this.state, emit, signal);
    this.state = JSON.parse(JSON.stringify(state)) as AgentState;
    return { events, text: written, state: this.state };
  }
}
