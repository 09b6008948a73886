import { emptyTripRequest, type HistoryLine } from '@travellite/protocol';
import { calledLines } from './called-lines.js';
import { emptyRoom, type Member, type RoomState } from './room-state.js';

const member = (userId: string, name: string): Member => ({
  userId,
  name,
  role: 'editor',
  wishes: emptyTripRequest(),
});
const room: RoomState = {
  ...emptyRoom(),
  members: [member('u1', 'Ana'), member('u2', 'Ana'), member('ben', 'ben')],
};
const line = (author: string, userId?: string): HistoryLine => ({
  ...{ turn: 't1', role: 'user', text: 'Hello', ts: 1, author },
  ...(userId === undefined ? {} : { userId }),
});

it('tells two members of one name apart, and leaves everybody else their name', () => {
  const lines: HistoryLine[] = [
    line('Ana', 'u1'),
    line('Ana', 'u2'),
    line('ben'),
    line('gone', 'u9'),
    { turn: 't1', role: 'assistant', text: 'Hi', ts: 1 },
  ];
  expect(calledLines(lines, room).map(({ author }) => author)).toEqual([
    'Ana',
    'Ana (2)',
    'ben',
    'gone',
    undefined,
  ]);
  expect(calledLines(lines, undefined)).toEqual(lines);
});
