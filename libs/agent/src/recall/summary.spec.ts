import { type HistoryLine } from '@travellite/protocol';
import fc from 'fast-check';
import { clipped, linesToFold, mostText, openLines, type Summary, wholeLines, withLines } from './summary.js';

const turnLines = (number: number, words = `message ${number}`): HistoryLine[] => [
  { turn: `t${number}`, role: 'user', text: words, ts: number, author: 'ann' },
  { turn: `t${number}`, role: 'assistant', text: `answer ${number}`, ts: number },
];
const turns = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => turnLines(from + at)).flat();

describe('the window of a conversation', () => {
  it('takes everything while there is room', () => {
    expect(linesToFold(turns(12), undefined)).toEqual([]);
    expect(openLines(turns(12), undefined)).toEqual(turns(12));
  });

  it('lets whole turns go, the oldest first, and keeps twelve lines', () => {
    const history = turns(13);
    const folded = linesToFold(history, undefined);
    expect(folded).toEqual(turns(7));
    const summary = withLines(undefined, folded, 'told');
    expect(summary.through).toBe('t6');
    expect(openLines(history, summary)).toEqual(turns(6, 7));
    expect(openLines(history, summary).length).toBe(wholeLines);
  });

  it('begins where the summary ends, also when the oldest lines are no longer kept', () => {
    const summary: Summary = { text: 'told', musts: [], through: 't6' };
    expect(openLines(turns(20).slice(-40), summary)).toEqual(turns(13, 7));
    expect(openLines(turns(20, 30), summary)).toEqual(turns(20, 30));
  });

  it('never shows a line twice, nor one that is in no summary not at all, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 60 }), (sizes) => {
        let history: HistoryLine[] = [];
        let summary: Summary | undefined;
        const told: string[] = [];
        for (const [number, size] of sizes.entries()) {
          const lines = linesToFold(history, summary);
          if (lines.length > 0) {
            told.push(...lines.map(({ text }) => text));
            summary = withLines(summary, lines, 'told');
          }
          const open = openLines(history, summary).map(({ text }) => text);
          const all = [...told, ...open];
          expect(new Set(all).size).toBe(all.length);
          expect(all.length).toBe(sizes.slice(0, number).reduce((sum, one) => sum + one, 0));
          expect(open.length).toBeLessThanOrEqual(26);
          const said = Array.from({ length: size }, (_, at): HistoryLine => {
            return {
              turn: `t${number}`,
              role: at === 0 ? 'user' : 'assistant',
              text: `${number}/${at}`,
              ts: 0,
            };
          });
          history = [...history, ...said].slice(-40);
        }
      }),
    );
  });
});

describe('what must be', () => {
  it.each([
    'The hotel must have a bathtub.',
    'My son is allergic to peanuts.',
    'Wir brauchen ein Zimmer im Erdgeschoss.',
    'Il faut un ascenseur.',
    'Necesitamos una cuna.',
    'Abbiamo bisogno di un parcheggio.',
    'Tem de ser preciso um elevador.',
    'We moeten om zes uur terug zijn.',
    'アレルギーがあります。',
    'I can’t do stairs.',
  ])('is kept in the person’s own words: %s', (sentence) => {
    const lines = turnLines(1, `Hello there. ${sentence} See you!`);
    expect(withLines(undefined, lines, 'told').musts).toEqual([`ann: ${sentence}`]);
  });

  it('outlives any number of summaries that do not tell it', () => {
    let summary = withLines(undefined, turnLines(0, 'It must have a lift.'), 'told');
    for (let number = 1; number < 30; number += 1)
      summary = withLines(summary, turnLines(number), `told ${number}`);
    expect(summary.musts).toEqual(['ann: It must have a lift.']);
  });

  it('is not what we said ourselves', () => {
    const ours: HistoryLine = { turn: 't', role: 'assistant', text: 'You must see Rome!', ts: 0 };
    expect(withLines(undefined, [ours], 'told').musts).toEqual([]);
  });
});

it('a summary stays within its bounds whatever is said', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 5_000 }), { maxLength: 40 }),
      fc.string({ maxLength: 9_000 }),
      (said, told) => {
        const lines = said.flatMap((words, number) => turnLines(number, `We must ${words}. ${words}`));
        const { text, musts } = withLines(undefined, lines, told);
        expect(text.length).toBeLessThanOrEqual(mostText);
        expect(musts.length).toBeLessThanOrEqual(20);
        expect(Math.max(0, ...musts.map((must) => must.length))).toBeLessThanOrEqual(240);
      },
    ),
  );
});

it.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['a long sentence', 6, 'a lon…'],
])('%j in at most %d characters is %j', (text, most, expected) => {
  expect(clipped(text, most)).toBe(expected);
});
