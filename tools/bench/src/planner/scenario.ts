import { checkPlan, planTrip } from '@travellite/planner';
import { makeWorld, originName, Random, usd } from '@travellite/planner/gold';
import { type Catalogue, type TripRequest } from '@travellite/protocol';

/** A trip to be planned in a made-up world. */
export interface Scenario {
  days: number;
  /** All of them are to be visited, in the order that suits. */
  cities: number;
  /** Stays, restaurants and sights of each city together. */
  candidates: number;
}

export const today = '2026-11-21';
const start = '2027-05-03';

/** The world and the wish of one run: places with hours and coordinates, flights and trains on most ways, a wish of several parts. */
export function makeScenario(
  { days, cities, candidates }: Scenario,
  seed: number,
): { request: TripRequest; catalogue: Catalogue } {
  const third = Math.floor(candidates / 3);
  const catalogue = makeWorld(new Random(seed), {
    ...{ cities, stays: third, restaurants: third, attractions: candidates - 2 * third },
    ...{ located: true, hours: true, start, days, flights: 0.7, ground: 0.7 },
  });
  return {
    catalogue,
    request: {
      origin: { name: originName, kind: 'city' },
      destinations: catalogue.cities.map(({ name }) => ({ name, kind: 'city' as const })),
      dates: { start, days },
      budget: { max: usd(450 * days), scope: 'per_person', kind: 'max' },
      travellers: { adults: 2, children: 0 },
      interests: ['museums', 'food', 'nature'],
      cuisines: ['italian', 'indian'],
    },
  };
}

/** Processor time of this thread in ms: what the planner takes, whatever else runs on the machine. */
const busyMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1000;
};

/** Plans once and returns its processor time in ms; `undefined` where this world holds no such trip. Throws when a plan does not check out. */
export function timeOnce(scenario: Scenario, seed: number): number | undefined {
  const { request, catalogue } = makeScenario(scenario, seed);
  const began = process.threadCpuUsage();
  const { options } = planTrip(request, catalogue, { today, maxOptions: 3 });
  const ms = busyMs(began);
  const faults = options.flatMap((option) => checkPlan(option, request, catalogue));
  if (faults[0]) throw new Error(`seed ${seed}: ${faults[0].message}`);
  return options.length > 0 ? ms : undefined;
}
