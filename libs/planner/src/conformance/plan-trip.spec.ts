import { planTrip } from '../index.js';
import { Random } from './random.js';
import { makeWorld, originName, usd } from './world.js';

it('plans three cities in seven days within the budget', () => {
  const shape = { cities: 3, stays: 40, restaurants: 60, attractions: 60, located: true, hours: true };
  const catalogue = makeWorld(new Random(1), {
    ...shape,
    start: '2027-03-01',
    days: 7,
    flights: 0.8,
    ground: 0.8,
  });
  const request = {
    origin: { name: originName, kind: 'city' as const },
    destinations: catalogue.cities.map((city) => ({ name: city.name, kind: 'city' as const })),
    dates: { start: '2027-03-01', days: 7 },
    budget: { max: usd(4000), scope: 'total' as const, kind: 'max' as const },
    travellers: { adults: 2, children: 0 },
    interests: ['museums'],
    cuisines: ['italian', 'french'],
  };
  const { options } = planTrip(request, catalogue, { today: '2026-11-21' });
  expect(options.length).toBeGreaterThan(1);
  for (const option of options) expect(option.cost.totalMinor).toBeLessThanOrEqual(400_000);
});
