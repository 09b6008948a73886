import { type NativeCommand } from '@travellite/protocol';
import fc from 'fast-check';
import { decodeNativeFrame } from './decode.js';

const decode = (frame: unknown) => decodeNativeFrame(JSON.stringify(frame));

describe('decodeNativeFrame', () => {
  test.each<[NativeCommand]>([
    [{ type: 'user_message', id: 'm1', text: 'hi' }],
    [
      {
        type: 'user_message',
        id: 'm1',
        text: 'hi',
        onBusy: 'reject',
        locale: 'en-GB',
        timeZone: 'Europe/Paris',
      },
    ],
    [{ type: 'resume', id: 'r1', epoch: 1, seq: 0 }],
    [{ type: 'ping', id: 'p1' }],
  ])('reads %j', (command) => {
    expect(decode(command)).toEqual({ command });
  });

  test('ignores fields it does not know', () => {
    expect(decode({ type: 'ping', id: 'p', colour: 'red' })).toEqual({ command: { type: 'ping', id: 'p' } });
  });

  test.each([
    ['an empty message', { type: 'user_message', id: 'm', text: ' ' }, 'invalid'],
    ['a long message', { type: 'user_message', id: 'm', text: 'x'.repeat(16_001) }, 'too_large'],
    ['a number as text', { type: 'user_message', id: 'm', text: 5 }, 'invalid'],
    ['an unknown onBusy', { type: 'user_message', id: 'm', text: 'hi', onBusy: 'shout' }, 'invalid'],
    ['a negative position', { type: 'resume', id: 'm', epoch: 1, seq: -1 }, 'invalid'],
    ['a position with a fraction', { type: 'resume', id: 'm', epoch: 1.5, seq: 1 }, 'invalid'],
  ])('refuses the command with %s', (_name, frame, code) => {
    expect(decode(frame)).toMatchObject({ id: 'm', refused: true, fault: { code } });
  });

  test.each([
    ['an unknown command', { type: 'dance', id: 'm' }, { id: 'm', fault: { code: 'bad_frame' } }],
    ['no type', { id: 'm' }, { id: 'm', fault: { code: 'bad_frame' } }],
    ['no id', { type: 'ping' }, { fault: { code: 'invalid' } }],
    ['an id with a space', { type: 'ping', id: 'a b' }, { fault: { code: 'invalid' } }],
    ['an id without end', { type: 'ping', id: 'x'.repeat(129) }, { fault: { code: 'invalid' } }],
    ['a list', [], { fault: { code: 'bad_frame' } }],
    ['null', null, { fault: { code: 'bad_frame' } }],
  ])('calls %s an error', (_name, frame, expected) => {
    const decoded = decode(frame);
    expect(decoded).toMatchObject(expected);
    expect(decoded).not.toHaveProperty('refused');
  });

  test.each(['', '{', 'hello'])('says of %j that it is not JSON', (frame) => {
    expect(decodeNativeFrame(frame).fault?.message).toBe('The frame is not JSON.');
  });

  test('takes text frames only', () => {
    expect(decodeNativeFrame(new Uint8Array(2)).fault?.code).toBe('bad_frame');
  });

  test('never throws, and says either a command or a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (frame) => {
        const decoded = decodeNativeFrame(frame);
        expect((decoded.command === undefined) !== (decoded.fault === undefined)).toBe(true);
      }),
    );
  });
});
