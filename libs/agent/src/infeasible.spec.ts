import { createTravelTools } from '@travellite/travel-tools';
import { heard, now, Talk, tripOf } from './testing/talk.js';

describe('a trip that cannot be', () => {
  it.each([
    [
      'a budget below the flights',
      'Plan 7 days in Paris from New York, December 15 to 22, for two with a budget of $200 in total',
      /budget of \$200/,
      /Raise the budget to \$\d,\d{3}/,
    ],
    [
      'a budget per person',
      'Plan 4 days in Rome from Madrid, February 10 to 13, three people, 40 euros per person',
      /budget of €40 per person/,
      /Raise the budget to €\d+ per person/,
    ],
    [
      'one night more than the dates have',
      'Plan 3 nights in Rome and 3 nights in Florence, December 1 to 6, for two',
      /3 nights in Rome and 3 nights in Florence/,
      /Leave open how many nights to stay in (Rome|Florence)/,
    ],
    [
      'a sight of another city',
      'Plan 3 days in Paris, must see the Tokyo Skytree',
      /Tokyo Skytree/,
      /Leave out Tokyo Skytree/,
    ],
    [
      'a cuisine nobody cooks there',
      'Plan 3 days in Lisbon with Ethiopian food',
      /ethiopian food/i,
      /Do without ethiopian/i,
    ],
    [
      'every way refused',
      'Plan a trip from Berlin to Rome, January 10 to 14, no flights, no trains, no buses and no driving, $5000',
      /no flights/,
      /Allow/,
    ],
    [
      'a flight without a stop where there is none',
      'Plan a trip to Paris from Sydney, direct flights only, March 3 to 10 2027, $9000',
      /direct flights only/,
      /Allow flights with a stop/,
    ],
  ])('says what stands in the way and what would help: %s', async (_why, line, blocking, change) => {
    const turn = await new Talk().say(line);
    expect(heard(turn, 'plan').plan).toEqual([]);
    expect(turn.text).toMatch(/no plan|cannot make a plan/i);
    const [, reasons = '', help = ''] =
      /(?:way|everything): (.*?) The smallest change[^:]*: (.*)/su.exec(turn.text) ?? [];
    expect(reasons).toMatch(blocking);
    expect(help).toMatch(change);
    expect(turn.text).not.toMatch(/option 1|\?$/i);
  });

  it('is planned once the person makes the change', async () => {
    const talk = new Talk();
    const { text } = await talk.say(
      'Plan 7 days in Paris from New York, December 15 to 22, for two with a budget of $200 in total',
    );
    const amount = /Raise the budget to (\$[\d,]+)/.exec(text)?.[1];
    const { plan, request } = tripOf(await talk.say(`OK, make the budget ${amount}`));
    expect(plan.length).toBeGreaterThan(0);
    const limit = (request.budget?.max.amountMinor ?? 0) / 100;
    for (const { overall_cost: sum } of plan) expect(Number(sum.slice(1))).toBeLessThanOrEqual(limit);
  });

  it('is told in the language of the person', async () => {
    const { text } = await new Talk().say('Plane 3 Tage in Rom mit 30 Euro Budget für vier Personen');
    expect(text).toMatch(/Im Weg steht: das Budget von 30/);
    expect(text).toMatch(/Erhöhe das Budget auf \d+/);
    expect(text).not.toMatch(/budget of|Raise/);
  });

  it.each([
    ['Plane 3 Tage in Lissabon mit äthiopischem Essen', /Küche: äthiopisch/, /Verzichte auf: /],
    ['Planea 3 días en París, imprescindible ver Tokyo Skytree', /Tokyo Skytree/, /Renuncia a esto: /],
    [
      'Plane 3 Tage in Paris, unbedingt Tokyo Skytree sehen',
      /Unbedingt sehen: Tokyo Skytree/,
      /Verzichte auf/,
    ],
  ])('names wishes and changes in the language of the person: %s', async (line, blocking, change) => {
    const { text } = await new Talk().say(line);
    expect(text).toMatch(blocking);
    expect(text).toMatch(change);
    expect(text).not.toMatch(/Leave out|Do without|food|Allow /);
  });

  it('is planned without the way there, and says so, when no data has one', async () => {
    const tools = createTravelTools({}, { now: () => now });
    const without = {
      ...tools,
      flights: { ...tools.flights, search: async () => Promise.resolve([]) },
      legs: { ...tools.legs, search: async () => Promise.resolve([]) },
    };
    const turn = await new Talk({ tools: without }).say(
      'Plan a trip from Oslo to Rome, January 10 to 14, $5000',
    );
    expect(tripOf(turn).plan.length).toBeGreaterThan(0);
    expect(turn.text).toMatch(/no way from Oslo and back/);
  });
});
