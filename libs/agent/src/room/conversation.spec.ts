import { type TripRequest } from '@travellite/protocol';
import { type Heard, Talk, tripOf } from '../testing/talk.js';

/** A room in which people speak by name. */
function room(name = 'summer') {
  const talk = new Talk({ conversation: `room:${name}` });
  return (author: string, text: string) => talk.say(text, { author });
}
type Say = ReturnType<typeof room>;

const roomOf = ({ state }: Heard) => state.view.room!;
const interests = (heard: Heard): TripRequest['interests'] => tripOf(heard).request.interests;
const steps = ({ events }: Heard) =>
  events.flatMap((event) => (event.type === 'workflow_step' ? [event.step] : []));
const calls = ({ events }: Heard) => events.flatMap((event) => (event.type === 'tool_call' ? [event] : []));

describe('a group that plans a trip', () => {
  it.each([
    ['Tokyo', 'March', 'New York', 'ana', 'ben', '2027-03-01'],
    ['Lisbon', 'May', 'London', 'zoë', '健太', '2027-05-01'],
    ['Rome', 'September', 'Berlin', 'olu', 'Prof. Adeyemi-Smith', '2027-09-01'],
  ])('to %s in %s from %s', async (place, month, origin, first, second, day) => {
    const say = room();
    const wish = await say(first, `Shall we do a group trip to ${place}?`);
    expect(wish.text).toMatch(new RegExp(`^${first}: `));
    const when = await say(second, 'I am in! When are we going?');
    expect(when.text).toMatch(new RegExp(`^${second}: .*(dates|when|day)`, 'i'));

    const known = await say(first, month);
    expect(known.text).toMatch(new RegExp(`^${first}: `));
    expect(known.text).toContain(month);
    expect(known.text).toMatch(/look for flights .*as soon as I know where you set off/);
    const from = await say(second, `We all start from ${origin}`);
    expect(
      calls(from).map(({ tool, input }) => [
        tool,
        input['from'],
        input['to'],
        input['date'],
        input['adults'],
      ]),
    ).toEqual([['searchFlights', origin, place, day, 2]]);
    expect(from.text).toMatch(/flights/i);

    const who = await say(second, 'Who said when?');
    expect(who.text).toMatch(new RegExp(`Who said what: ${first}: ${place}, ${month} 1`));
    expect(who.text).toContain(`${second}: from ${origin}`);
  });

  it('is asked for the day when there is nothing else to look flights up with', async () => {
    const say = room();
    await say('ana', 'Let us go to Tokyo from New York');
    const heard = await say('ana', 'in March');
    expect(heard.text).toMatch(/flights I found \(sample data/);
    expect(heard.text).toMatch(/\?$/);
  });
});

describe('options for each side', () => {
  it('are named in the language of the room, for whom as well', async () => {
    const say = room();
    await say('ana', 'Drei Tage in Rom im Mai. Ich mag Museen.');
    const heard = await say('ben', 'Ich möchte lieber Strände. Bitte mach einen Plan.');
    const notes = tripOf(heard).plan.map(({ general_notes: text }) => text);
    expect(notes).toEqual([
      expect.stringMatching(/^(Museen|Strände): Für (ana|ben)\./),
      expect.stringMatching(/^(Museen|Strände): Für (ana|ben)\./),
    ]);
    expect(notes.join(' ')).not.toMatch(/museums|beaches|For |sights/i);
  });
});

describe('budgets', () => {
  it('of one member hold although another needs no limit, and the difference is named', async () => {
    const say = room();
    await say('ana', 'Three days in Rome in May for 2 people. My budget is 1000 € in total.');
    const heard = await say('ben', 'No budget limit. Plan the trip, please.');
    expect(tripOf(heard).request.budget?.max).toEqual({ amountMinor: 100_000, currency: 'EUR' });
    expect(heard.text).toMatch(/budgets differ: .*€1,000.*\(ana\).*no limit \(ben\).*keep to the lowest/i);
    const { plan } = tripOf(heard);
    for (const { overall_cost: cost } of plan) expect(cost).toMatch(/€/);
    const lifted = await say('ana', 'Actually, no budget limit.');
    expect(tripOf(lifted).request).not.toHaveProperty('budget');
  });
});

describe('wishes that do not go together', () => {
  let say: Say;
  beforeEach(async () => {
    say = room();
    await say('ana', 'A trip to Barcelona from London, May 3 to 7, budget 5000 euros');
    await say('ana', 'I love beaches');
  });

  it('are named, and there is an option for each side', async () => {
    const heard = await say('ben', 'I would rather see museums. Plan it!');
    expect(heard.text).toMatch(/beaches \(ana\); museums \(ben\)/);
    expect(heard.text).toMatch(/Option 1, “Beaches”.*\n.*Option 2, “Museums”/);
    const { plan } = tripOf(heard);
    expect(plan.map(({ general_notes: notes }) => /^(\w+): For (\w+)\./.exec(notes)?.slice(1))).toEqual([
      ['Beaches', 'ana'],
      ['Museums', 'ben'],
    ]);
    expect(roomOf(heard).conflicts).toMatchObject([
      { topic: 'interests', sides: [{ members: ['ana'] }, { members: ['ben'] }] },
    ]);
  });

  it('are named once, until something changes', async () => {
    await say('ben', 'I would rather see museums');
    expect((await say('ben', 'Where are we going?')).text).not.toMatch(/different things/);
    const settled = await say('ben', 'I love beaches too');
    expect(roomOf(settled).conflicts).toEqual([]);
    expect(interests(settled)).toEqual(expect.arrayContaining(['beaches', 'museums']));
  });

  it('are not lost because another does not share them', async () => {
    const refused = await say('ben', 'No beaches please');
    expect(refused.text).toMatch(/do not agree on beaches: ana would like it, ben would not/);
    expect(refused.text).not.toMatch(/no more beaches|dropped beaches/i);
    expect(tripOf(refused).request.avoidInterests ?? []).not.toContain('beaches');
    const agreed = await say('ana', 'All right, no beaches');
    expect(roomOf(agreed).conflicts).toEqual([]);
    expect(tripOf(agreed).request.avoidInterests).toEqual(['beaches']);
  });

  it('of money keep to the lowest', async () => {
    const heard = await say('ben', 'My budget is 4000 euros');
    expect(heard.text).toMatch(/€4,000 in total \(ben\).*€5,000 in total \(ana\).*lowest/);
    const raised = await say('ana', 'Then my budget is 6000 euros');
    expect(tripOf(raised).request.budget?.max.amountMinor).toBe(400_000);
  });

  it('are forgotten when the group starts over', async () => {
    await say('ben', 'I would rather see museums');
    const anew = await say('ben', 'Let us start over: Rome for 3 days');
    expect(roomOf(anew).conflicts).toEqual([]);
    expect(interests(anew)).toEqual([]);
  });
});

describe('votes', () => {
  let say: Say;
  beforeEach(async () => {
    say = room();
    await say('ben', 'hello everybody');
    await say('cleo', 'hi');
    await say('ana', 'A trip to Paris from London, May 3 to 7, budget 5000 euros. Plan it!');
  });

  it('are counted, and the one that most want is chosen', async () => {
    const first = await say('ana', 'I vote for the second one');
    expect(first.text).toMatch(/Votes so far: option 2 \(ana\)\./);
    expect(tripOf(first).chosen).toBeUndefined();
    const again = await say('ana', 'I vote for the second one');
    expect(roomOf(again).votes).toEqual([{ option: 1, members: ['ana'] }]);
    const settled = await say('ben', 'option 2 for me');
    expect(settled.text).toMatch(/Most of you want option 2/);
    expect(tripOf(settled).chosen).toBe(1);
    const moved = await say('ana', 'I vote for the first one after all');
    expect(tripOf(moved).chosen).toBeUndefined();
    expect(roomOf(moved).votes).toEqual([
      { option: 0, members: ['ana'] },
      { option: 1, members: ['ben'] },
    ]);
  });

  it('begin anew when the options are made anew', async () => {
    await say('ana', 'I vote for the second one');
    const other = await say('ben', 'Make it 6 days');
    expect(roomOf(other).votes).toEqual([]);
  });
});

describe('roles', () => {
  let say: Say;
  beforeEach(async () => {
    say = room();
    await say('ana', 'A trip to Paris');
    await say('ben', 'Great');
    await say('ana', '/role ben viewer');
  });

  it('of viewers: their wishes change nothing, of which they hear once', async () => {
    const wish = await say('ben', 'Let us go to Rome instead, with a budget of $100');
    expect(wish.text).toMatch(/^ben: You are a viewer here.*ana can make you an editor/);
    expect(tripOf(wish).request).toMatchObject({ destinations: [{ name: 'Paris' }] });
    expect(tripOf(wish).request.budget).toBeUndefined();
    const again = await say('ben', 'Rome, please!');
    expect(again.text).toBe('');
    expect(steps(again)).toEqual(['understand']);
    expect(tripOf(again)).toEqual(tripOf(wish));
    expect((await say('ben', 'Where are we going?')).text).toMatch(/^ben: .*Paris/);
  });

  it('may change again', async () => {
    await say('ana', 'TravelLite, make ben an editor');
    const wish = await say('ben', 'I love museums');
    expect(interests(wish)).toEqual(['museums']);
  });

  it('are the owners’ to give', async () => {
    expect((await say('ben', '/role ben owner')).text).toBe('ben: Only ana can do that here.');
    expect((await say('ana', '/role ana viewer')).text).toMatch(/needs an owner/);
    expect((await say('ana', '/role zoe viewer')).text).toMatch(
      /nobody by the name of zoe.*ana \(owner\) and ben \(viewer\)/,
    );
    expect((await say('ana', '/role ben owner')).text).toMatch(/ben has the role of owner/);
    expect(roomOf(await say('ben', '/role ana editor')).members).toMatchObject([
      { role: 'editor' },
      { role: 'owner' },
    ]);
  });

  it('leave the trip alone when they are given', async () => {
    const before = await say('ana', 'museums');
    const after = await say('ana', '/role ben editor');
    expect(tripOf(after)).toEqual(tripOf(before));
    expect(steps(after)).toEqual(['understand', 'respond']);
  });
});

describe('when the agent answers', () => {
  let say: Say;
  beforeEach(async () => {
    say = room();
    await say('ana', 'A trip to Paris');
    await say('ben', 'Great');
  });

  it('is told, and shown', async () => {
    const heard = await say('ben', '/reply when_addressed');
    expect(roomOf(heard).policy).toBe('when_addressed');
    expect((await say('ana', '/room')).text).toMatch(
      /ana \(owner\) and ben \(editor\)\.\nI answer only when/,
    );
    await say('ana', '/role ben viewer');
    expect((await say('ben', '/reply silent')).text).toMatch(/^ben: Only ana/);
  });

  it('only what is meant for it is answered, and everything is remembered', async () => {
    await say('ana', 'TravelLite, only answer when we ask you');
    const talk = await say('ana', '@ben I love museums, do you?');
    expect(talk.text).toBe('');
    expect(steps(talk)).toEqual(['understand']);
    expect(talk.events.at(-1)).toMatchObject({ type: 'state', room: { policy: 'when_addressed' } });
    expect(talk.state.view.history.at(-1)).toMatchObject({ role: 'user', author: 'ana' });
    const summary = await say('ben', 'TravelLite, what do you know about our trip so far?');
    expect(summary.text).toMatch(/^ben: .*Paris.*museums/);
  });

  it('an answer to its question is for it, also when others have talked in between', async () => {
    await say('ana', '/reply when_addressed');
    expect((await say('ana', 'TravelLite, plan it')).text).toMatch(/\?$/);
    expect((await say('ben', 'that was quick')).text).toBe('');
    expect((await say('ben', 'May 3rd to 7th')).text).toMatch(/^ben: .*May 3/);
  });

  it('a plan that fell due in silence is made with the next answer', async () => {
    await say('ana', '/reply silent');
    await say('ana', 'May 3 to 7, from London, budget 5000 euros, plan it');
    expect(tripOf(await say('ben', 'I love museums')).plan).toEqual([]);
    await say('ben', '/reply always');
    expect(tripOf(await say('ben', 'and food')).plan.length).toBeGreaterThan(1);
  });

  it('silence holds, whoever calls, until it is lifted', async () => {
    await say('ben', '/reply silent');
    for (const text of ['TravelLite, are there flights?', 'Where are we going?', 'hello'])
      expect((await say('ana', text)).text).toBe('');
    expect((await say('ana', 'TravelLite, you may speak again')).text).toMatch(
      /^ana: I answer every message/,
    );
    expect((await say('ana', 'Where are we going?')).text).toMatch(/Paris/);
  });
});

describe('in the language of the room', () => {
  it.each([
    [
      'de',
      'Wir möchten nach Paris reisen',
      'Ich liebe Strände',
      'Ich mag lieber Museen',
      /Verschiedenes: .*\(ana\).*\(ben\)/,
      'Wer hat das gesagt?',
      /Wer was gesagt hat: ana: Paris/,
    ],
    [
      'fr',
      'Nous voulons aller à Rome',
      'J’aime les plages',
      'Je préfère les musées',
      /envies diffèrent : .*\(ana\).*\(ben\)/,
      'Qui a dit ça ?',
      /Qui a dit quoi : ana : Rome/,
    ],
    [
      'es',
      'Queremos viajar a Lisboa',
      'Me gustan las playas',
      'Prefiero los museos',
      /cosas distintas: .*\(ana\).*\(ben\)/,
      '¿Quién ha dicho eso?',
      /Quién ha dicho qué: ana: Lisbo/,
    ],
    [
      'it',
      'Vogliamo andare a Vienna',
      'Mi piacciono le spiagge',
      'Preferisco i musei',
      /cose diverse: .*\(ana\).*\(ben\)/,
      'Chi ha detto questo?',
      /Chi ha detto che cosa: ana: Vienna/,
    ],
    [
      'pt',
      'Queremos viajar para Madrid',
      'Eu gosto de praias',
      'Eu prefiro museus',
      /coisas diferentes: .*\(ana\).*\(ben\)/,
      'Quem disse isso?',
      /Quem disse o quê: ana: Madrid/,
    ],
    [
      'nl',
      'We willen naar Londen reizen',
      'Ik hou van het strand',
      'Ik hou meer van musea',
      /verschillende dingen: .*\(ana\).*\(ben\)/,
      'Wie heeft dat gezegd?',
      /Wie wat heeft gezegd: ana: Lond/,
    ],
    [
      'ja',
      '東京に旅行したいです',
      'ビーチが好きです',
      '美術館が好きです',
      /ご希望が分かれています：.*ana.*ben/,
      '誰が言いましたか？',
      /皆さんのご希望：anaさん：/,
    ],
  ])('%s', async (_language, wish, one, other, disagreement, question, answer) => {
    const say = room();
    await say('ana', wish);
    await say('ana', one);
    expect((await say('ben', other)).text).toMatch(disagreement);
    expect((await say('ben', question)).text).toMatch(answer);
    const quiet = await say('ana', '/reply silent');
    expect(quiet.text).toMatch(/\/reply always/);
    expect(quiet.text).not.toMatch(/keep quiet/);
  });
});

describe('what is no shared room', () => {
  it('has no roles, no commands and no silence', async () => {
    const talk = new Talk({ conversation: 'user:ann' });
    const heard = await talk.say('/reply silent');
    expect(heard.text).not.toBe('');
    expect(heard.state.view.room).toBeUndefined();
    expect((await talk.say('hello')).text).not.toBe('');
  });
});
