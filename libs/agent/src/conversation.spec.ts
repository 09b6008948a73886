import { type PlanOption, stages } from '@travellite/protocol';
import { Talk, tripOf } from './testing/talk.js';

const cost = ({ overall_cost: sum }: PlanOption) => Number(sum.replaceAll(/[^\d.]/g, ''));
/** The sum as an answer says it: `$2,984`. */
const inWords = (option: PlanOption) => `$${cost(option).toLocaleString('en-US')}`;
const questions = (text: string) => text.match(/\?/g)?.length ?? 0;

/** A trip to Paris, said in four lines. */
async function paris() {
  const talk = new Talk();
  return {
    talk,
    wish: await talk.say('I want to plan a trip to Paris'),
    dates: await talk.say('December 15th to 22nd'),
    money: await talk.say('Around $3000'),
    rest: await talk.say('From New York, two of us, we love museums'),
  };
}

describe('a guided conversation', () => {
  let once: Awaited<ReturnType<typeof paris>>;
  beforeAll(async () => {
    once = await paris();
  });

  it('asks for one thing at a time and remembers the answers', () => {
    const { wish, dates, money } = once;
    expect(wish.text).toMatch(/when|dates/i);
    expect(tripOf(wish).plan).toEqual([]);
    expect(dates.text).toContain('7 nights');
    expect(dates.text).toMatch(/budget|spend/i);
    expect(tripOf(dates).plan).toEqual([]);
    expect(money.text).toMatch(/from|start|set off/i);
    for (const { text } of [wish, dates, money]) expect(questions(text)).toBe(1);
    const { request, missing } = tripOf(money);
    expect(request.destinations.map(({ name }) => name)).toEqual(['Paris']);
    expect(request.dates).toMatchObject({ start: '2026-12-15', end: '2026-12-22', nights: 7 });
    expect(request.budget?.max).toEqual({ amountMinor: 300_000, currency: 'USD' });
    expect(missing).toEqual(['origin']);
  });

  it('looks up labelled flights and plans seven days within the budget for two', () => {
    const { rest } = once;
    const calls = rest.events.filter((event) => event.type === 'tool_call');
    expect(calls.map(({ tool, input }) => [tool, input['from'], input['to'], input['date']])).toEqual([
      ['searchFlights', 'New York', 'Paris', '2026-12-15'],
      ['searchFlights', 'Paris', 'New York', '2026-12-22'],
    ]);
    const results = rest.events.filter((event) => event.type === 'tool_result');
    expect(results.every(({ ok, sample }) => ok && sample === true)).toBe(true);
    const { plan } = tripOf(rest);
    expect(plan.length).toBeGreaterThanOrEqual(2);
    for (const option of plan) {
      expect(option.days).toHaveLength(7);
      expect(cost(option)).toBeLessThanOrEqual(3_000);
      expect(option.overall_cost).toMatch(/^\$\d+$/);
    }
    expect(rest.text).toMatch(/sample data/);
    for (const option of plan) expect(rest.text).toContain(inWords(option));
  });

  it('follows a change of the length with dates, plan and sums', async () => {
    const { talk, rest } = await paris();
    const five = await talk.say('Make it 5 days');
    const { request } = tripOf(five);
    expect(request.dates).toMatchObject({ start: '2026-12-15', days: 5 });
    const { plan } = tripOf(five);
    expect(plan.length).toBeGreaterThanOrEqual(2);
    for (const option of plan) {
      expect(option.days).toHaveLength(5);
      expect(cost(option)).toBeLessThanOrEqual(3_000);
    }
    // Another flight home and fewer nights: the sums are new ones, though not always smaller.
    const before = tripOf(rest).plan.map(cost);
    for (const option of plan) expect(before).not.toContain(cost(option));
  });

  it('announces the seven stages in order', () => {
    const { rest } = once;
    const steps = rest.events.flatMap((event) => (event.type === 'workflow_step' ? [event.step] : []));
    expect(steps).toEqual([...stages]);
  });

  it.each(['hi', 'What can you do?', 'thank you', 'good morning!'])('plans nothing at %j', async (line) => {
    const { talk } = await paris();
    const before = await talk.say('Make it 5 days');
    const after = await talk.say(line);
    expect(tripOf(after).plan).toEqual(tripOf(before).plan);
    expect(after.events.some(({ type }) => type === 'tool_call')).toBe(false);
    const first = await new Talk().say(line);
    expect(first.text.length).toBeGreaterThan(5);
    expect(tripOf(first).plan).toEqual([]);
  });

  it('changes the plan by what the person says of the options', async () => {
    const { talk, rest } = await paris();
    const second = await talk.say('the second one please');
    expect(second.text).toContain(inWords(tripOf(rest).plan[1]!));
    const cheaper = tripOf(await talk.say('something cheaper')).plan;
    expect(cost(cheaper[0]!)).toBe(Math.min(...cheaper.map(cost)));
  });

  it('answers what it was told, and keeps the trip', async () => {
    const { talk } = await paris();
    const question = await talk.say('When are we travelling?');
    expect(question.text).toContain('December 15');
    expect(tripOf(question).request.destinations[0]?.name).toBe('Paris');
  });

  it('tells the lists when they may have changed, and leaves them unsaid otherwise', async () => {
    const { talk, rest } = await paris();
    const told = ({ events }: typeof rest) => events.map(({ type }) => type);
    expect(told(rest)).toEqual(expect.arrayContaining(['intents', 'pois', 'requirements', 'plan', 'state']));
    const question = await talk.say('When are we travelling?');
    for (const list of ['pois', 'requirements', 'plan']) expect(told(question)).not.toContain(list);
    expect(told(question)).toEqual(expect.arrayContaining(['intents', 'state']));
    expect(tripOf(question)).toEqual(tripOf(rest));
  });

  it('shows forty lines of the conversation at most', async () => {
    const talk = new Talk();
    let last = await talk.say('hi');
    for (let turn = 0; turn < 25; turn++) last = await talk.say(`hello ${turn}`);
    expect(last.state.view.history).toHaveLength(40);
    expect(last.state.view.history.at(-2)).toMatchObject({ role: 'user', text: 'hello 24', author: 'ann' });
    expect(last.state.view.history.at(-1)).toMatchObject({ role: 'assistant', text: last.text });
  });

  it('does the same with the same', async () => {
    const other = await paris();
    expect(other.rest).toEqual(once.rest);
  });
});

describe('wishes that cannot be fulfilled', () => {
  it('says so of a place that nobody knows, and invents none', async () => {
    const { text, events } = await new Talk().say('Plan a 3 day trip to Zzyzxville');
    expect(events.findLast((event) => event.type === 'plan')?.plan).toEqual([]);
    expect(text).not.toMatch(/option 1/i);
  });
});

describe('a name that means several places', () => {
  it('asks which before it plans, and plans when it knows', async () => {
    const talk = new Talk();
    const which = await talk.say('plan a trip to Springfield for 3 days');
    expect(tripOf(which).plan).toEqual([]);
    expect(which.text).toMatch(/Springfield, Missouri.*\?$/);
    const settled = await talk.say('the one in Missouri');
    expect(tripOf(settled).request.destinations).toMatchObject([{ name: 'Springfield', region: 'Missouri' }]);
    expect(tripOf(settled).plan[0]?.days).toHaveLength(3);
  });
});

describe('another language', () => {
  it.each([
    [
      'de',
      'Ich möchte vom 15. bis 22. Dezember nach Paris reisen',
      'mit 3000 Euro',
      /\?$/,
      /Budget|ausgeben/,
    ],
    ['fr', 'Je voudrais aller à Rome du 15 au 22 décembre', '3000 euros', /\?$/, /budget|dépenser/],
    ['es', 'Quiero viajar a Lisboa del 15 al 22 de diciembre', '3000 euros', /\?$/, /presupuesto|gastar/],
  ])(
    'is answered in %s, also when the next message is short',
    async (_language, first, second, question, budget) => {
      const talk = new Talk();
      const opened = await talk.say(first);
      expect(opened.text).toMatch(budget);
      const next = await talk.say(second);
      expect(next.text).toMatch(question);
      expect(next.text).not.toMatch(/\b(your|prices|travell?ers|comes to)\b/i);
    },
  );
});

describe('a room with several people', () => {
  it('answers the one who asked, and goes on from what another said', async () => {
    const talk = new Talk({ conversation: 'room:tokyo-2027' });
    await talk.say('Shall we do a group trip to Tokyo?', { author: 'ana' });
    const when = await talk.say('Great idea! When are we going?', { author: 'ben' });
    expect(when.text).toMatch(/^ben: /);
    expect(when.text).toMatch(/dates|when|day/i);
    const march = await talk.say('March 3rd to 10th would suit me', { author: 'ana' });
    expect(march.text).toMatch(/^ana: /);
    expect(tripOf(march).request.dates?.start).toBe('2027-03-03');
    expect(
      march.state.view.history.filter(({ role }) => role === 'user').map(({ author }) => author),
    ).toEqual(['ana', 'ben', 'ana']);
  });
});
