import fc from 'fast-check';
import { sampleFacts } from '../../conformance/sample-facts.js';
import { type AnswerFacts } from '../../facts.js';
import { lexicons } from './phrases/phrases-for.js';
import { placeNameIn } from './trip-words/place-names.js';
import { writeAnswer } from './write-answer.js';

const known: AnswerFacts['trip'] = sampleFacts().trip;
const nothing: AnswerFacts['trip'] = { destinations: [], interests: [] };
const facts = (change: Partial<AnswerFacts>) => sampleFacts({ changes: [], ...change });
const questions = (text: string) => text.match(/\?/g)?.length ?? 0;
const option = (name: string, cost: string) => ({
  name,
  cost,
  notes: '',
  sights: ['Louvre', 'Orsay'],
  days: [
    { highlight: 'Paris: Louvre', lodging: 'Hotel A', stops: ['Visit Louvre', 'Dinner at B'] },
    { highlight: 'Paris: Orsay', stops: ['Visit Orsay'] },
  ],
});
const plan = (fresh: boolean): AnswerFacts['plan'] => ({
  fresh,
  sample: true,
  options: [option('Balanced', '$2840'), option('Cheapest', '$1990.50')],
});

describe('the sentences of the offline model', () => {
  it('asks for the one missing thing', () => {
    const text = writeAnswer(
      facts({
        trip: { destinations: ['Paris'], interests: [] },
        changes: [{ topic: 'destination', action: 'set', value: 'Paris' }],
        ask: { topic: 'dates' },
      }),
      'I want to plan a trip to Paris',
    );
    expect(text).toContain('Paris');
    expect(text).toMatch(/when|dates/i);
    expect(questions(text)).toBe(1);
  });

  it('says the dates and nights it understood', () => {
    const text = writeAnswer(
      facts({ changes: [{ topic: 'dates', action: 'set', value: '' }], ask: { topic: 'budget' } }),
      'December 15th to 22nd',
    );
    expect(text).toMatch(/December 15\s*–\s*22, 2026/);
    expect(text).toContain('7 nights');
    expect(text).toMatch(/budget|spend/i);
  });

  it('greets, and goes back to a trip that was begun', () => {
    expect(
      writeAnswer(facts({ acts: ['greeting'], trip: nothing, ask: { topic: 'destination' } }), 'hi'),
    ).toMatch(/\?|travel/);
    expect(writeAnswer(facts({ acts: ['greeting'] }), 'hi')).toContain('Paris');
  });

  it('says what it can do and that it is the offline model, and asks nothing', () => {
    const text = writeAnswer(
      facts({ acts: ['capabilities'], ask: { topic: 'destination' } }),
      'What can you do?',
    );
    expect(text).toMatch(/offline model/i);
    expect(questions(text)).toBe(0);
  });

  it('names options, their cost, flights and that they are samples', () => {
    const find = {
      tool: 'searchFlights',
      lines: ['New York to Paris, $412'],
      source: 'sample',
      sample: true,
    };
    const text = writeAnswer(facts({ plan: plan(true), finds: [find] }), 'go');
    for (const words of ['Balanced', '$2840', 'Cheapest', '$1990.50', 'New York to Paris, $412', 'sample']) {
      expect(text).toContain(words);
    }
  });

  it('stands in paragraphs: what changed, flights, an option a line, notes, the question', () => {
    const offer = (line: string) => ({
      tool: 'searchFlights',
      lines: [line],
      source: 'sample',
      sample: true,
    });
    const text = writeAnswer(
      facts({
        changes: [{ topic: 'origin', action: 'set', value: 'New York' }],
        plan: plan(true),
        finds: [offer('there, $412'), offer('back, $380')],
        ask: { topic: 'budget' },
      }),
      'from New York',
    );
    const [changed, flights, options, note, question, ...more] = text.split('\n\n');
    expect(changed).toContain('New York');
    expect(flights?.split('\n').slice(1)).toEqual(['- there, $412', '- back, $380']);
    expect(options?.split('\n').slice(1)).toEqual([
      expect.stringMatching(/Option 1.*\.$/),
      expect.stringMatching(/Option 2.*\.$/),
    ]);
    expect(note).toMatch(/sample data/);
    expect(question).toMatch(/\?$/);
    expect(more).toEqual([]);
  });

  it('is one line when two sentences are all there is to say', () => {
    const change = { topic: 'origin', action: 'set', value: 'Oslo' } as const;
    expect(writeAnswer(facts({ changes: [change], ask: { topic: 'budget' } }), 'Oslo')).not.toContain('\n');
  });

  it('shows a day a line', () => {
    const text = writeAnswer(facts({ acts: ['choose'], plan: plan(false), picked: 0 }), 'the first one');
    expect(text).toMatch(/^Day 1: .*\nDay 2: .*\n\n/m);
  });

  it.each([
    ['en', '$2,984'],
    ['de', '2.984\u00a0$'],
    ['fr', '2\u202f984\u00a0$'],
    ['ja', '$2,984'],
  ])('writes a sum the way %s does', (language, shown) => {
    const [first] = plan(true)!.options;
    const total = { amountMinor: 298_400, currency: 'USD' };
    const options = [{ ...first!, cost: '$2,984', total }];
    const text = writeAnswer(facts({ language, plan: { fresh: true, sample: false, options } }), 'x');
    expect(text).toContain(shown);
  });

  it('says that there is nothing to choose from yet', () => {
    expect(writeAnswer(facts({ acts: ['choose'] }), 'the second one')).toMatch(
      /no plan yet|not made a plan/i,
    );
  });

  it('does not repeat a plan that was shown before', () => {
    expect(writeAnswer(facts({ acts: ['question'], plan: plan(false) }), 'What is my budget?')).not.toContain(
      'Balanced',
    );
  });

  it.each([
    ['When do we travel?', /December 15/],
    ['How long is the trip?', /December 15/],
    ['What is my budget?', /\$3,000/],
    ['Where do we leave from?', /New York/],
    ['Which city are we going to?', /Paris/],
    ['How many people are coming?', /2 adults/],
    ['What do you know about my trip?', /Paris.*New York/],
    ['Which option is the cheapest?', /Cheapest.*\$1990\.50/],
    ['What happens on day 2?', /Day 2: Paris: Orsay/],
    ['What should we see there?', /Louvre/],
    ['When does the Louvre open?', /Mo 09:00-18:00/],
    ['What does the Louvre cost?', /€32/],
    ['Are you a real person?', /offline model/i],
  ])('answers %j from the facts', (question, answer) => {
    expect(writeAnswer(facts({ acts: ['question'], plan: plan(false) }), question)).toMatch(answer);
  });

  it('says what is not known yet', () => {
    const text = writeAnswer(facts({ acts: ['question'], trip: nothing }), 'When do we go?');
    expect(text).toMatch(/no dates|open/i);
  });

  it('quotes a passage, and invents nothing without one', () => {
    const ask = { acts: ['question'], trip: nothing };
    const passages = [{ title: 'Tipping in Paris', text: 'Service is included', source: 'guide' }];
    expect(writeAnswer(facts({ ...ask, passages }), 'Do I have to tip?')).toContain('Service is included');
    expect(writeAnswer(facts(ask), 'Do I have to tip?')).toMatch(/cannot|nothing/);
  });

  it('says what is down, what blocks, what is unknown and who stands in', () => {
    const text = writeAnswer(
      facts({
        standIn: true,
        troubles: ['flights'],
        infeasible: {
          blocking: [{ wish: 'a budget of $90' }],
          relaxations: [{ message: 'Raise the budget to $400.' }, { message: 'Stay 1 day.' }],
        },
        unknownPlaces: ['Narnia'],
        thinPlaces: ['Modena'],
      }),
      'go',
    );
    for (const words of [
      'offline model',
      'flight search',
      '$90',
      'Raise the budget to $400.',
      'Narnia',
      'Modena',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Stay 1 day');
  });

  it.each([
    ['de', /das Budget von 3\.000\u00a0\$/, /Erhöhe das Budget auf 4\.000\u00a0\$/],
    ['fr', /le budget de 3\u202f000/, /Porte le budget à 4\u202f000/],
    ['ja', /予算（/, /予算を/],
    ['en', /a budget of \$3,000/, /Raise the budget to \$4,000/],
  ])('tells in %s what blocks and what to change', (language, blocking, change) => {
    const max = { amountMinor: 400_000, currency: 'USD' };
    const infeasible: AnswerFacts['infeasible'] = {
      blocking: [{ wish: 'a budget of $3,000', budget: true }],
      relaxations: [{ message: 'More.', change: { what: 'budget', max, scope: 'total' } }],
    };
    const text = writeAnswer(facts({ language, infeasible }), 'x');
    expect(text).toMatch(blocking);
    expect(text).toMatch(change);
    expect(text).not.toContain('More.');
  });

  it.each([
    [{ what: 'unlimited' as const }, 'Plane ohne Obergrenze.'],
    [{ what: 'length' as const, days: 1 }, 'Plane 1 Tag.'],
    [{ what: 'dates' as const, start: '2026-12-16' }, 'Reise am 16. Dezember 2026 ab.'],
    [undefined, 'Leave out Rome.'],
  ])('words the change %j', (change, words) => {
    const relaxations = [{ message: 'Leave out Rome.', ...(change ? { change } : {}) }];
    const infeasible = { blocking: [{ wish: 'Rome' }], relaxations };
    expect(writeAnswer(facts({ language: 'de', infeasible }), 'x')).toContain(words);
  });

  it('says that the way there is not in the sums', () => {
    const text = writeAnswer(facts({ plan: { ...plan(true)!, withoutWay: true } }), 'x');
    expect(text).toMatch(/no way from New York and back/);
  });

  it('describes the option a person refers to', () => {
    const text = writeAnswer(facts({ acts: ['choose'], plan: plan(false), picked: 1 }), 'the second one');
    expect(text).toContain('“Cheapest”');
    expect(text).toContain('Day 2');
  });

  it('asks which of two places is meant', () => {
    const choices = ['Springfield, Illinois', 'Springfield, Missouri'];
    const text = writeAnswer(facts({ trip: nothing, ask: { topic: 'destination', choices } }), 'Springfield');
    expect(text).toContain('Springfield, Illinois or Springfield, Missouri?');
  });

  it('addresses a person of a room by name', () => {
    const text = writeAnswer(
      facts({ acts: ['question'], trip: nothing, addressee: 'Ben' }),
      'When do we go?',
    );
    expect(text).toMatch(/^Ben: /);
  });

  it('does not sound alike two turns in a row', () => {
    const greet = (seed: number) => writeAnswer(facts({ seed, acts: ['greeting'], trip: nothing }), 'hi');
    expect(greet(1)).not.toBe(greet(2));
    expect(greet(1)).toBe(greet(1));
  });

  it.each(Object.keys(lexicons))('speaks %s without holes', (language) => {
    const all = (lexicon: unknown): string[] =>
      typeof lexicon === 'string' ? [lexicon] : Object.values(lexicon as object).flatMap(all);
    const holes = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();
    const { tags: _tags, ...sentences } = lexicons[language]!;
    expect(all(sentences).every((sentence) => sentence.trim() === sentence.trim().normalize('NFC'))).toBe(
      true,
    );
    const { tags: _english, ...english } = lexicons['en']!;
    for (const [name, wordings] of Object.entries(sentences)) {
      const known = new Set(all(english[name as keyof typeof english]).flatMap(holes));
      for (const sentence of all(wordings)) {
        for (const hole of holes(sentence))
          expect({ name, hole, known: known.has(hole) }).toEqual({ name, hole, known: true });
      }
    }
    const text = writeAnswer(
      facts({
        language,
        changes: [
          { topic: 'dates', action: 'set', value: '' },
          { topic: 'budget', action: 'set', value: '' },
          { topic: 'interests', action: 'set', value: 'museums' },
        ],
        plan: plan(true),
        troubles: ['flights'],
        ask: { topic: 'origin' },
      }),
      'x',
    );
    for (const words of ['Balanced', '$2840', placeNameIn('Paris', language), '2026'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/[{}]|undefined/);
    if (language !== 'en') expect(text).not.toMatch(/\b(the|your|from)\b/i);
  });

  it('always says something, whatever it is given', () => {
    const any = fc.record({
      seed: fc.nat(),
      acts: fc.array(
        fc.constantFrom(
          'plan',
          'change',
          'choose',
          'question',
          'greeting',
          'thanks',
          'capabilities',
          'off_topic',
        ),
      ),
      trip: fc.constantFrom(known, nothing),
      picked: fc.option(fc.nat(5), { nil: undefined }),
      plan: fc.constantFrom(plan(true), plan(false), undefined),
      ask: fc.constantFrom({ topic: 'origin' } as const, undefined),
      language: fc.constantFrom(...Object.keys(lexicons), 'zz', '', '__proto__'),
    });
    fc.assert(
      fc.property(any, fc.string(), (change, words) => {
        const text = writeAnswer(facts(change), words);
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }),
    );
  });
});
