import { type HistoryLine, type Turn } from '@travellite/protocol';
import { memberName } from '../room/member-name.js';
import { historyLimit } from './trip-state.js';

/** The history with this turn's lines, the oldest dropped; without an answer there is only what was said. */
export function withTurn(
  history: readonly HistoryLine[],
  turn: Turn,
  answer: string | undefined,
  answeredAt: number,
): HistoryLine[] {
  const { text, ts, author } = turn.message;
  const lines: HistoryLine[] = [
    ...history,
    { turn: turn.id, role: 'user', text, ts, ...authorOf(author) },
    ...(answer === undefined ? [] : [answerLine(turn, answer, answeredAt)]),
  ];
  return lines.slice(-historyLimit);
}

const answerLine = ({ id }: Turn, text: string, ts: number): HistoryLine => ({
  turn: id,
  role: 'assistant',
  text,
  ts,
});

function authorOf(author: Turn['message']['author']): Pick<HistoryLine, 'author' | 'userId'> {
  const name = memberName(author);
  return name === author.userId ? { author: name } : { author: name, userId: author.userId };
}
