import { type CarriedLists, type PlanOption } from '@travellite/protocol';
import { type Heard, Talk, tripOf } from './testing/talk.js';

const rounds = [
  'plan a 3 day trip to Tokyo',
  'Add Kyoto and keep the budget under $3000',
  'Remove Tokyo, and I would like to eat traditional food',
  'What is the best time of the year to see the cherry trees?',
  'Remove the budget constraint',
];

const lists = (turn: Heard): Required<CarriedLists> => ({
  pois: tripOf(turn).pois,
  requirements: tripOf(turn).requirements,
  plan: tripOf(turn).plan,
});

/** The client carries the lists; the agent keeps nothing (`POST /chat` without a user), or the state of the socket as well. */
async function play(remembers: boolean): Promise<Required<CarriedLists>[]> {
  let talk = new Talk({ conversation: 'anon:1' });
  const played: Required<CarriedLists>[] = [];
  for (const line of rounds) {
    if (!remembers) talk = new Talk({ conversation: 'anon:1' });
    const last = played.at(-1) ?? { pois: [], requirements: [], plan: [] };
    const carried = JSON.parse(JSON.stringify(last)) as CarriedLists;
    played.push(lists(await talk.say(line, { carried })));
  }
  return played;
}

const minutes = (clock: string) => {
  const [, hour, minute, half] = /^(\d+):(\d\d) (AM|PM)$/.exec(clock) ?? [];
  return (Number(hour) % 12) * 60 + Number(minute) + (half === 'PM' ? 720 : 0);
};

function expectNoOverlap({ days }: PlanOption): void {
  for (const { blocks } of days) {
    let free = 0;
    for (const { time } of blocks) {
      const [from = '', to = ''] = time.split(' - ');
      expect(minutes(from)).toBeGreaterThanOrEqual(free);
      expect(minutes(to)).toBeGreaterThanOrEqual(minutes(from));
      free = minutes(to);
    }
  }
}

describe.each([
  ['over a socket', true],
  ['with a client that carries everything', false],
])('the five rounds %s', (_how, remembers) => {
  let played: Required<CarriedLists>[];
  beforeAll(async () => {
    played = await play(remembers);
  });
  const round = (number: number): Required<CarriedLists> => played[number - 1]!;
  const namesOf = (number: number) =>
    round(number)
      .plan.map((option) => JSON.stringify(option))
      .join();

  it('plans three days in Tokyo', () => {
    expect(round(1).pois.length).toBeGreaterThanOrEqual(3);
    expect(round(1).requirements).toHaveLength(1);
    expect(round(1).plan.length).toBeGreaterThanOrEqual(2);
    for (const option of round(1).plan) {
      expect(option.days).toHaveLength(3);
      expectNoOverlap(option);
    }
  });

  it('adds Kyoto and the budget', () => {
    expect(round(2).pois.length).toBeGreaterThan(round(1).pois.length);
    expect(round(2).pois.slice(0, round(1).pois.length)).toEqual(round(1).pois);
    expect(round(2).requirements).toHaveLength(2);
    expect(namesOf(2)).toContain('Kyoto');
    for (const option of round(2).plan) {
      expect(option.days).toHaveLength(3);
      expect(Number(option.overall_cost.slice(1))).toBeLessThan(3_000);
      expectNoOverlap(option);
    }
  });

  it('removes Tokyo and notes the food', () => {
    const tokyo = round(1).pois.map(({ name }) => name);
    expect(round(3).pois.filter(({ name }) => tokyo.includes(name))).toEqual([]);
    expect(round(3).requirements.length).toBeGreaterThan(round(2).requirements.length);
    expect(JSON.stringify(round(3).requirements)).toMatch(/food/i);
    expect(round(3).plan.length).toBeGreaterThanOrEqual(2);
    expect(namesOf(3)).not.toContain('Tokyo');
  });

  it('leaves all three lists alone at a question', () => expect(round(4)).toEqual(round(3)));

  it('drops exactly the budget', () => {
    expect(round(5).requirements).toHaveLength(round(4).requirements.length - 1);
    expect(JSON.stringify(round(5).requirements)).not.toMatch(/budget|3,?000/i);
    expect(round(5).pois).toEqual(round(4).pois);
    expect(round(5).plan.length).toBeGreaterThanOrEqual(2);
  });
});

describe('lists that somebody else wrote', () => {
  const requirements = [
    { description: 'Total spend must stay below $2,000', priority: 'must_have' as const, id: 17 },
    { description: 'Window seat for grandma', priority: 'preferred' as const },
  ];
  const poi = {
    name: 'A teahouse nobody else knows',
    description: '',
    geo_coordinate: { lat: 35.01, lng: 135.77 },
    poi_type: 'unknown' as const,
    cost: '',
    colour: 'green',
  };

  it('come back as they are when nothing was said about them', async () => {
    const turn = await new Talk().say('Is it far from the airport?', {
      carried: { pois: [poi], requirements, plan: [] },
    });
    expect(lists(turn)).toEqual({ pois: [poi], requirements, plan: [] });
  });

  it('say where the trip goes and what it may cost', async () => {
    const turn = await new Talk().say('Plan 2 days, please', {
      carried: { pois: [poi], requirements, plan: [] },
    });
    const { request } = tripOf(turn);
    expect(request.destinations.map(({ name }) => name)).toEqual(['Kyoto']);
    expect(request.budget?.max.amountMinor).toBe(200_000);
    expect(tripOf(turn).plan[0]?.days).toHaveLength(2);
    expect(tripOf(turn).requirements.slice(0, 2)).toEqual(requirements);
    expect(tripOf(turn).pois).toContainEqual(poi);
  });

  it('are edited by what was said', async () => {
    const turn = await new Talk().say('Remove the budget', {
      carried: { pois: [poi], requirements, plan: [] },
    });
    expect(tripOf(turn).requirements).toEqual([requirements[1]]);
  });

  it('begin anew when a client sends them empty', async () => {
    const talk = new Talk();
    await talk.say('plan a 3 day trip to Tokyo', { carried: { pois: [], requirements: [], plan: [] } });
    const turn = await talk.say('plan a 2 day trip to Rome', {
      carried: { pois: [], requirements: [], plan: [] },
    });
    expect(tripOf(turn).request.destinations.map(({ name }) => name)).toEqual(['Rome']);
    expect(tripOf(turn).plan[0]?.days).toHaveLength(2);
  });
});
