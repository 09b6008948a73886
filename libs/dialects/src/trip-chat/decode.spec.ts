import fc from 'fast-check';
import { poi } from '../testing/events.js';
import { decodeTripChatFrame, decodeTripChatText } from './decode.js';

const decode = (request: unknown) => decodeTripChatText(JSON.stringify(request));

describe('decodeTripChatFrame', () => {
  test('reads a message', () => {
    expect(decode({ message: 'plan a trip' })).toEqual({ command: { text: 'plan a trip' } });
  });

  test('keeps the lists that were sent, and only these', () => {
    const requirement = { description: 'museums', priority: 'preferred' };
    const sent = { message: 'go on', pois: [poi('Meiji Jingu')], requirements: [requirement], plan: null };
    expect(decode(sent).command?.carried).toEqual({ pois: sent.pois, requirements: [requirement] });
  });

  test('an empty list is a list', () => {
    expect(decode({ message: 'go on', plan: [] }).command?.carried).toEqual({ plan: [] });
  });

  test('keeps fields it does not know in carried lists', () => {
    const wish = { description: 'museums', priority: 'avoid', since: 2019 };
    expect(decode({ message: 'go on', requirements: [wish] }).command?.carried?.requirements).toEqual([wish]);
  });

  test('knows whose request it is', () => {
    expect(decode({ message: 'hi', userId: 'ada * > .' }).command?.userId).toBe('ada * > .');
  });

  const required = { code: 'invalid', message: 'message is required' };
  test.each([
    ['no message', {}, required],
    ['null', { message: null }, required],
    ['an empty message', { message: '' }, required],
    ['blanks', { message: '\n ' }, required],
    ['a number', { message: 5 }, { ...required, details: 'message must be a string' }],
    ['a list', [1, 2], required],
    ['nothing', null, required],
    ['NUL', { message: 'a\u0000' }, { code: 'invalid', message: 'message is not valid text' }],
    ['a lone surrogate', { message: '\ud800' }, { code: 'invalid', message: 'message is not valid text' }],
    [
      'a user id that is no text',
      { message: 'hi', userId: 5 },
      { code: 'invalid', message: 'userId is not a string' },
    ],
    ['an empty user id', { message: 'hi', userId: ' ' }, { code: 'invalid', message: 'userId is empty' }],
    [
      'a list that is none',
      { message: 'hi', pois: 'Tokyo' },
      { code: 'invalid', message: 'pois is not a valid list', details: expect.stringMatching(/^pois: /) },
    ],
    [
      'a place off the globe',
      { message: 'hi', pois: [poi('a'), { ...poi('b'), geo_coordinate: { lat: 91, lng: 0 } }] },
      {
        code: 'invalid',
        message: 'pois is not a valid list',
        details: expect.stringMatching(/^pois\.1\.geo_coordinate\.lat: /),
      },
    ],
    [
      'a list without end',
      { message: 'hi', requirements: Array(501).fill({ description: '', priority: 'avoid' }) },
      expect.objectContaining({ message: 'requirements is not a valid list' }),
    ],
  ])('refuses %s', (_name, request, fault) => {
    expect(decode(request)).toEqual({ fault });
  });

  test.each(['', 'hello', '{"message":"hi"', "{'message':'hi'}"])('says Invalid JSON of %j', (text) => {
    expect(decodeTripChatText(text).fault).toMatchObject({
      code: 'bad_frame',
      message: expect.stringMatching(/^Invalid JSON/),
    });
  });

  test('takes text frames only', () => {
    expect(decodeTripChatFrame(new Uint8Array([123, 125])).fault?.code).toBe('bad_frame');
    expect(decodeTripChatFrame('{"message":"hi"}').command?.text).toBe('hi');
  });

  test('never throws, and says either a request or a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (frame) => {
        const decoded = decodeTripChatFrame(frame);
        expect((decoded.command === undefined) !== (decoded.fault === undefined)).toBe(true);
      }),
    );
  });
});
