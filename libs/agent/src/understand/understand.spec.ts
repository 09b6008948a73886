import { emptyTripRequest, type TripRequest } from '@travellite/protocol';
import { understand } from './understand.js';
import { type Understanding } from './understanding.js';

const today = '2026-11-21';

/** Says the lines of one person in order; `asked` is what the agent asked before the line. */
function converse(...lines: (string | [asked: string, text: string])[]): Understanding[] {
  let request: TripRequest = emptyTripRequest();
  return lines.map((line) => {
    const [asked, text] = typeof line === 'string' ? [undefined, line] : line;
    const understood = understand(text, today, 'en-US', { request, asked });
    request = understood.request;
    return understood;
  });
}

const names = (understood: Understanding | undefined): string[] =>
  (understood?.request.destinations ?? []).map((place) => place.name);

describe('the conversation that must work', () => {
  const turns = converse(
    'I want to plan a trip to Paris',
    ['dates', 'December 15th to 22nd'],
    ['budget', 'Around $3000'],
    ['origin', 'From New York, two of us, we love museums'],
    'Make it 5 days',
    'What can you do?',
    'hi',
  );

  test('finds the destination', () => {
    expect(names(turns[0])).toEqual(['Paris']);
    expect(turns[0]?.acts).toEqual(['plan']);
  });

  test('reads the dates as the next such December with seven nights', () => {
    expect(turns[1]?.request.dates).toMatchObject({
      start: '2026-12-15',
      end: '2026-12-22',
      nights: 7,
      days: 7,
    });
  });

  test('reads the budget in minor units', () => {
    expect(turns[2]?.request.budget).toEqual({
      max: { amountMinor: 300_000, currency: 'USD' },
      scope: 'total',
      kind: 'about',
    });
  });

  test('reads origin, travellers and interests from one answer', () => {
    expect(turns[3]?.request).toMatchObject({
      origin: { name: 'New York', iata: 'NYC' },
      travellers: { adults: 2, children: 0 },
      interests: ['museums'],
    });
    expect(names(turns[3])).toEqual(['Paris']);
  });

  test('keeps the start when the length changes', () => {
    expect(turns[4]?.request.dates).toMatchObject({
      start: '2026-12-15',
      end: '2026-12-19',
      nights: 4,
      days: 5,
    });
  });

  test.each([
    [5, 'capabilities'],
    [6, 'greeting'],
  ] as const)('small talk %i changes nothing', (turn, act) => {
    expect(turns[turn]?.acts).toEqual([act]);
    expect(turns[turn]?.patch).toEqual({ set: {}, remove: [] });
    expect(turns[turn]?.request).toEqual(turns[4]?.request);
  });
});

describe('the five rounds of the trip-chat door', () => {
  const turns = converse(
    'plan 3 days in Tokyo',
    'add Kyoto and a budget under $3000',
    'remove Tokyo and ask for traditional food',
    'What is the best time to visit Japan?',
    'remove the budget constraint',
  );

  test('changes the destinations as asked', () => {
    expect(turns.map(names)).toEqual([['Tokyo'], ['Tokyo', 'Kyoto'], ['Kyoto'], ['Kyoto'], ['Kyoto']]);
  });

  test('keeps the wishes in step', () => {
    expect(turns.map((turn) => turn.wishes)).toEqual([
      [{ action: 'add', description: '3 days', priority: 'must_have' }],
      [{ action: 'add', description: 'Budget under $3,000', priority: 'must_have' }],
      [{ action: 'add', description: 'Traditional food', priority: 'preferred' }],
      [],
      [{ action: 'remove', description: 'Budget under $3,000', priority: 'must_have' }],
    ]);
  });

  test('names the intents of the contract', () => {
    expect(turns[2]?.intents).toEqual([
      { intent: 'Points_Of_Interest', action: 'remove', value: 'Tokyo' },
      { intent: 'Schedule_Requirement', action: 'add', value: 'Traditional food' },
    ]);
    expect(turns[3]?.intents.map(({ intent }) => intent)).toEqual(['General_Response']);
  });

  test('one message holds one requirement and two places', () => {
    const [turn] = converse('plan a 3 day trip to Tokyo and Kyoto');
    expect(turn?.intents).toEqual([
      { intent: 'Points_Of_Interest', action: 'add', value: 'Tokyo' },
      { intent: 'Points_Of_Interest', action: 'add', value: 'Kyoto' },
      { intent: 'Schedule_Requirement', action: 'add', value: '3 days' },
    ]);
  });
});
