import { type Agent, type AgentState, type HistoryLine } from '@travellite/protocol';

const historyLines = 20;
const chunks = 20;
const filler = Array.from({ length: chunks - 1 }, (_, index) => `piece ${index + 1} of the echo, `);

/**
 * A stand-in that measures the platform alone: it streams 20 chunks, stores the turn in a history of 20 messages and ends its
 * answer with `#n`, the number of this author's turns stored so far, this one counted.
 */
export function createEchoAgent(): Agent {
  return {
    stateVersion: 1,
    async run(turn, state, emit, signal): Promise<AgentState> {
      signal.throwIfAborted();
      const { text, ts, author, note } = turn.message;
      if (note) return state ?? { version: 1, view: { history: [] }, data: {} };
      const counts = countsOf(state);
      const count = (counts.get(author.userId) ?? 0) + 1;
      counts.set(author.userId, count);
      const last = `#${count}`;
      for (const piece of filler) emit.text(piece);
      emit.text(last);
      const lines: HistoryLine[] = [
        ...(state?.view.history ?? []),
        { turn: turn.id, role: 'user', text, ts, author: author.userId },
        { turn: turn.id, role: 'assistant', text: filler.join('') + last, ts },
      ];
      return Promise.resolve({
        version: 1,
        view: { history: lines.slice(-historyLines) },
        data: { counts: [...counts] },
      });
    },
  };
}

/** Turns stored so far by author; a state of another agent counts none. */
function countsOf(state: AgentState | undefined): Map<string, number> {
  const data = state?.data as { counts?: unknown } | null | undefined;
  return new Map(Array.isArray(data?.counts) ? (data.counts as [string, number][]) : []);
}
