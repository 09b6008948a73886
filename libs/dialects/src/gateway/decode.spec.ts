import fc from 'fast-check';
import { decodeGatewayFrame } from './decode.js';

const fault = (frame: string | Uint8Array) => decodeGatewayFrame(frame, 'ada').fault;

describe('decodeGatewayFrame', () => {
  test.each([
    ['plain text', 'Plan a trip', 'Plan a trip'],
    ['an envelope', '{"type":"message","text":"Plan a trip"}', 'Plan a trip'],
    [
      'an envelope with what clients add',
      '{"type":"message","text":"hi","userId":"ada","timestamp":17}',
      'hi',
    ],
    ['an envelope with unknown fields', '{"type":"message","text":"hi","mood":{"a":[1]}}', 'hi'],
    ['a number', '3000', '3000'],
    ['a JSON string', '"yes"', '"yes"'],
    ['a list', '["a"]', '["a"]'],
    ['null', 'null', 'null'],
    ['a brace that opens nothing', '{ is a brace', '{ is a brace'],
    ['emoji', '🗼🗼', '🗼🗼'],
    ['text around blanks', '  hi  ', '  hi  '],
  ])('takes %s as a message', (_name, frame, text) => {
    expect(decodeGatewayFrame(frame, 'ada')).toEqual({ command: { text } });
  });

  test.each([
    ['nothing', '', 'invalid', 'message is required'],
    ['blanks', ' \n\t', 'invalid', 'message is required'],
    ['an empty text', '{"type":"message","text":" "}', 'invalid', 'message is required'],
    ['no text', '{"type":"message"}', 'invalid', 'text is required'],
    ['null text', '{"type":"message","text":null}', 'invalid', 'text is required'],
    ['a number as text', '{"type":"message","text":5}', 'invalid', 'text must be a string'],
    ['NUL', 'a\u0000b', 'invalid', 'message is not valid text'],
    ['a lone surrogate', '{"type":"message","text":"\\ud800"}', 'invalid', 'message is not valid text'],
    ['a long text', 'x'.repeat(16_001), 'too_large', /longer than 16000/],
    ['an unknown type', '{"type":"dance"}', 'bad_frame', /Unknown message type "dance"/],
    ['no type', '{"text":"hi"}', 'bad_frame', /no type/],
    ['a type that is no word', '{"type":7,"text":"hi"}', 'bad_frame', /of kind number/],
    ['another user', '{"type":"message","text":"hi","userId":"bob"}', 'forbidden', /not the user/],
    ['a user that is no text', '{"type":"message","text":"hi","userId":7}', 'forbidden', /not the user/],
    ['bytes', new Uint8Array([104, 105]), 'bad_frame', /text frames only/],
  ])('refuses %s', (_name, frame, code, message) => {
    expect(fault(frame)).toEqual({ code, message: expect.stringMatching(message) });
  });

  test('a long unknown type is not echoed at length', () => {
    expect(fault(JSON.stringify({ type: 'x'.repeat(5_000) }))?.message.length).toBeLessThan(200);
  });

  test('never throws, and says either a message or a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (frame) => {
        const decoded = decodeGatewayFrame(frame, 'ada');
        expect((decoded.command === undefined) !== (decoded.fault === undefined)).toBe(true);
      }),
    );
  });

  test('an envelope brings any well-formed text over unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\u0000'));
        const frame = JSON.stringify({ type: 'message', text });
        expect(decodeGatewayFrame(frame, 'ada').command?.text).toBe(text);
      }),
    );
  });
});
