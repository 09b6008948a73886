import { type HistoryLine, type Turn } from '@travellite/protocol';
import { historyLimit } from './trip-state.js';

/** The history with this turn's two lines, the oldest dropped. */
export function withTurn(
  history: readonly HistoryLine[],
  turn: Turn,
  answer: string,
  answeredAt: number,
): HistoryLine[] {
  const { text, ts, author } = turn.message;
  const lines: HistoryLine[] = [
    ...history,
    { turn: turn.id, role: 'user', text, ts, author: author.name ?? author.userId },
    { turn: turn.id, role: 'assistant', text: answer, ts: answeredAt },
  ];
  return lines.slice(-historyLimit);
}
