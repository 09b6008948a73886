import { TravelError } from '@travellite/protocol';
import { createTravelTools, type TravelTools } from '@travellite/travel-tools';
import { type Knowledge } from '@travellite/knowledge';
import { now, Talk, tripOf } from './testing/talk.js';

const wish = 'Plan a trip from New York to Paris, December 15 to 22, two of us, $5000';
const down = async (): Promise<never> => Promise.reject(new TravelError('provider_unavailable', 'down'));
const toolsWith = (change: Partial<TravelTools>): TravelTools => ({
  ...createTravelTools({}, { now: () => now }),
  ...change,
});

describe('a search that fails', () => {
  it('leaves the plan without flights, and the answer says so', async () => {
    const turn = await new Talk({ tools: toolsWith({ flights: { source: 'broken', search: down } }) }).say(
      wish,
    );
    const results = turn.events.filter((event) => event.type === 'tool_result');
    expect(results.length).toBeGreaterThan(0);
    expect(results.every(({ ok }) => !ok)).toBe(true);
    expect(turn.text).toMatch(/flight search is down/);
    expect(turn.text).toMatch(/can still/);
    expect(tripOf(turn).plan[0]?.days).toHaveLength(7);
  });

  it('does not end the turn, whichever it is', async () => {
    const searches: Partial<TravelTools>[] = [
      { stays: { source: 'broken', search: down } },
      { places: { source: 'broken', attractions: down, restaurants: down } },
      { legs: { source: 'broken', search: down } },
      { currency: { source: 'broken', rates: down } },
    ];
    for (const broken of searches) {
      const turn = await new Talk({ tools: toolsWith(broken) }).say(wish);
      expect(turn.text).toMatch(/is down/);
    }
  });

  it('does not end a turn that looks things up', async () => {
    const knowledge = { search: down } as unknown as Knowledge;
    const turn = await new Talk({ knowledge }).say(wish);
    expect(tripOf(turn).plan.length).toBeGreaterThan(0);
  });

  it('answers a question about the weather', async () => {
    const talk = new Talk();
    await talk.say(wish);
    const turn = await talk.say('How will the weather be?');
    expect(turn.text).toMatch(/°C/);
    const broken = new Talk({ tools: toolsWith({ weather: { source: 'broken', days: down } }) });
    await broken.say(wish);
    expect((await broken.say('How will the weather be?')).text).toMatch(/weather service is down/);
  });

  it('works in a city of which nobody knows a place, and says so', async () => {
    const turn = await new Talk().say('Plan a 3 day trip to Modena');
    expect(tripOf(turn).plan[0]?.days).toHaveLength(3);
    expect(turn.text).toMatch(/general|no particular places/i);
  });
});
