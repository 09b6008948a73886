import { type NativeServerFrame } from '@travellite/protocol';
import { event, live, snapshot, welcome } from '../../test/frames.js';
import { settlementOf } from './settlement.js';

const outbox = [{ id: 'mine', text: 'hello', ts: 1 }];
const error = { code: 'busy', message: 'Busy.', retryable: true } as const;

it.each<[string, NativeServerFrame, unknown]>([
  [
    'its ack',
    { type: 'ack', id: 'mine', status: 'accepted', position: 0 },
    { id: 'mine', status: 'accepted', position: 0 },
  ],
  [
    'its rejection',
    { type: 'ack', id: 'mine', status: 'rejected', error },
    { id: 'mine', status: 'rejected', error },
  ],
  [
    'an error with its id',
    { type: 'error', id: 'mine', ...error },
    { id: 'mine', status: 'rejected', error },
  ],
  [
    'the end of its turn',
    event(1, 'mine', { type: 'done', status: 'complete' }),
    { id: 'mine', status: 'accepted' },
  ],
])('%s settles a message', (_name, frame, settled) => {
  expect(settlementOf(frame, outbox)).toEqual(settled);
});

it.each<[string, NativeServerFrame]>([
  ['an ack of another', { type: 'ack', id: 'theirs', status: 'accepted' }],
  ['an error of another', { type: 'error', id: 'theirs', ...error }],
  ['an error of the connection', { type: 'error', ...error }],
  ['an event of another turn', event(1, 'theirs', { type: 'turn_started' })],
  ['live text, which may be of an older connection', live('mine', 0, 'x')],
  ['a welcome', welcome()],
  ['a snapshot', snapshot()],
])('%s does not', (_name, frame) => {
  expect(settlementOf(frame, outbox)).toBeUndefined();
});
