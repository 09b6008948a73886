import { sampleFacts } from '../../../conformance/sample-facts.js';
import { type AnswerFacts, type RoomFacts } from '../../../facts.js';
import { lexicons } from '../phrases/phrases-for.js';
import { roomLexicons } from '../phrases/room/room-phrases.js';
import { writeAnswer } from '../write-answer.js';
import { placeNameIn } from '../trip-words/place-names.js';

const nothing = { destinations: [], interests: [] };
const budget = (amount: number) => ({
  ...nothing,
  budget: { max: { amountMinor: amount * 100, currency: 'USD' }, scope: 'total', kind: 'max' },
});
const room = (change: Partial<RoomFacts> = {}): RoomFacts => ({
  members: [
    { name: 'ana', role: 'owner' },
    { name: 'ben', role: 'viewer' },
  ],
  policy: 'always',
  said: [
    { name: 'ana', trip: { ...nothing, destinations: ['Paris'], origin: 'London' } },
    { name: 'ben', trip: budget(2000) },
  ],
  conflicts: [],
  votes: [],
  voted: false,
  ...change,
});
const write = (
  language: string,
  change: Partial<RoomFacts>,
  words = 'hi',
  facts: Partial<AnswerFacts> = {},
) =>
  writeAnswer(sampleFacts({ changes: [], language, addressee: 'ana', room: room(change), ...facts }), words);
const languages = Object.keys(lexicons);
const option = (name: string) => ({ name, cost: '$1', notes: '', sights: [], days: [] });
const plan = (fresh: boolean) => ({ fresh, sample: true, options: [option('Beaches'), option('Museums')] });

type Conflict = RoomFacts['conflicts'][number];
const side = (name: string, interests: string[]) => ({ names: [name], trip: { ...nothing, interests } });
const conflicts: [string, Conflict, string[]][] = [
  [
    'tastes',
    {
      topic: 'interests',
      kind: 'differ',
      news: true,
      options: true,
      sides: [side('ana', ['art']), side('ben', ['food'])],
    },
    ['ana', 'ben'],
  ],
  [
    'a refusal',
    {
      topic: 'interests',
      kind: 'oppose',
      news: true,
      options: true,
      sides: [side('ana', ['art']), side('ben', ['art'])],
    },
    ['ana', 'ben'],
  ],
  [
    'pace',
    {
      topic: 'pace',
      kind: 'differ',
      news: true,
      options: true,
      sides: [
        { names: ['ana'], trip: nothing, pace: 'relaxed' },
        { names: ['ben'], trip: nothing, pace: 'packed' },
      ],
    },
    ['ana', 'ben'],
  ],
  [
    'money',
    {
      topic: 'budget',
      kind: 'differ',
      news: true,
      options: false,
      lowest: true,
      sides: [
        { names: ['ana'], trip: budget(3000) },
        { names: ['ben'], trip: budget(2000) },
      ],
    },
    ['3', '2', 'ana', 'ben'],
  ],
  [
    'money that cannot be compared',
    {
      topic: 'budget',
      kind: 'differ',
      news: true,
      options: false,
      sides: [
        { names: ['ana'], trip: budget(3000) },
        { names: ['ben'], trip: budget(2000) },
      ],
    },
    ['ana', 'ben'],
  ],
  [
    'dates',
    {
      topic: 'dates',
      kind: 'differ',
      news: true,
      options: false,
      sides: [
        { names: ['ana'], trip: { ...nothing, dates: { start: '2027-03-01', end: '2027-03-05' } } },
        { names: ['ben'], trip: { ...nothing, dates: { start: '2027-05-01', end: '2027-05-05' } } },
      ],
    },
    ['2027', 'ana', 'ben'],
  ],
  [
    'a place',
    {
      topic: 'places',
      kind: 'oppose',
      news: true,
      options: false,
      sides: [
        { names: ['ana'], trip: nothing, place: 'Louvre' },
        { names: ['ben'], trip: nothing, place: 'Louvre' },
      ],
    },
    ['Louvre', 'ana', 'ben'],
  ],
];
const notices: [NonNullable<RoomFacts['notice']>, RegExp][] = [
  [{ kind: 'policy' }, /./],
  [{ kind: 'role', name: 'ben', role: 'editor' }, /ben/],
  [{ kind: 'roster' }, /ana.*ben/],
  [{ kind: 'not_allowed', names: ['ana'] }, /ana/],
  [{ kind: 'unknown_member', said: 'zoe' }, /zoe.*ana/],
  [{ kind: 'unknown_command' }, /\/reply.*\/role/],
  [{ kind: 'last_owner' }, /./],
  [{ kind: 'viewer', names: ['ana'] }, /ana/],
];

describe('rooms', () => {
  it('are spoken of in every language of the offline model', () => {
    expect(Object.keys(roomLexicons).sort()).toEqual([...languages].sort());
  });

  it.each(
    languages.flatMap((language) =>
      conflicts.map(([what, conflict, names]) => [language, what, conflict, names] as const),
    ),
  )('%s: a disagreement about %s names both sides', (language, _what, conflict, names) => {
    const text = write(language, { conflicts: [conflict] });
    for (const name of names) expect(text).toContain(name);
    expect(text).not.toMatch(/[{}]|undefined/);
  });

  it.each(
    languages.flatMap((language) =>
      notices.map(([notice, pattern]) => [language, notice.kind, notice, pattern] as const),
    ),
  )('%s: %s is the whole answer', (language, _kind, notice, pattern) => {
    const text = write(language, { notice });
    expect(text).toMatch(pattern);
    expect(text).not.toMatch(/[{}]|undefined|Paris/);
    expect(text).toMatch(/^ana/);
  });

  it.each(languages)('%s: says how often it answers in three ways', (language) => {
    const policies = ['always', 'when_addressed', 'silent'] as const;
    const texts = policies.map((policy) => write(language, { policy, notice: { kind: 'policy' } }));
    expect(new Set(texts).size).toBe(3);
  });

  it.each(languages)('%s: tells how the vote stands, and what is settled', (language) => {
    const votes = [
      { option: 1, names: ['ana', 'ben'] },
      { option: 0, names: ['cleo'] },
    ];
    const open = write(language, { voted: true, votes }, 'I vote', { plan: plan(false) });
    expect(open).toMatch(/2.*ana.*ben.*1.*cleo/);
    const settled = write(language, { voted: true, votes, settled: 1 }, 'I vote', { plan: plan(false) });
    expect(settled).toContain('Museums');
    expect(settled.length).toBeGreaterThan(open.length);
  });

  it.each(languages)('%s: says that flights come as soon as the origin is known', (language) => {
    const text = write(language, {}, 'March', {
      trip: {
        destinations: ['Tokyo'],
        interests: [],
        dates: { window: { from: '2027-03-01', to: '2027-03-31' } },
      },
      changes: [{ topic: 'dates', action: 'set', value: 'x' }],
      ask: { topic: 'origin' },
    });
    expect(text.match(/2027/g)?.length).toBeGreaterThanOrEqual(2);
  });
});

describe('what is told when', () => {
  const [, tastes] = conflicts[0]!;
  it('a disagreement that was named is not named again, except beside the options made for it', () => {
    const known = { conflicts: [{ ...tastes, news: false }] };
    expect(write('en', known)).not.toMatch(/different things/);
    expect(write('en', known, 'hi', { plan: plan(true) })).toMatch(/different things/);
  });

  it.each([
    ['en', 'Who said that?', true],
    ['en', 'TravelLite, whose budget is it?', true],
    ['en', 'Who are you?', false],
    ['de', 'Wer hat das gesagt?', true],
    ['de', 'Wie teuer ist das?', false],
    ['nl', 'Wie heeft dat gezegd?', true],
    ['fr', 'Le musée qui est ouvert ?', false],
    ['es', '¿De quién es el presupuesto?', true],
    ['ja', '誰の予算ですか？', true],
  ])('%s: %j asks who said what: %s', (language, words, asked) => {
    const told = new RegExp(`ana ?(さん)?[:：].*${placeNameIn('Paris', language)}`, 'u');
    expect(told.test(write(language, {}, words, { acts: ['question'] }))).toBe(asked);
  });

  it('names nobody where only one has said something', () => {
    const alone = { said: [{ name: 'ana', trip: budget(1) }] };
    expect(write('en', alone, 'What is our budget?', { acts: ['question'] })).not.toMatch(/Who said/);
  });
});
