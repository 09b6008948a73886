import { epochDay, low, type Walk } from './walk.js';

/** Each of the days is spent there, or one of them when they are more than the stay. */
function isThere(
  walk: Walk,
  stop: Walk['plan']['stops'][number],
  during: { from: number; to: number },
  nights: number | undefined,
): boolean {
  const asked = Array.from(
    { length: during.to - during.from + 1 },
    (_, at) => walk.start + during.from - 1 + at,
  );
  const there = asked.filter((one) => one >= epochDay(stop.arrives) && one <= epochDay(stop.leaves));
  const room = (nights ?? stop.nights) + 1;
  return asked.length > room ? there.length > 0 : there.length === asked.length;
}

/** The wished cities, each once. */
function checkCities(walk: Walk): void {
  const { plan, request, catalogue } = walk;
  const visited = plan.stops.map((stop) => low(stop.city));
  const wished = request.destinations.map((place) => place.nights ?? NaN).reduce((sum, one) => sum + one, 0);
  const oneTooMany = wished === epochDay(plan.stops.at(-1)!.leaves) - walk.start + 1;
  for (const place of request.destinations) {
    const stop = plan.stops.find((one) => low(one.city) === low(place.name));
    if (place.kind === 'city') {
      walk.need(stop !== undefined, `${place.name} missing`);
      // Days are said of the last stop with the day of the way home, nights are not.
      const less = oneTooMany && place.inDays && stop === plan.stops.at(-1) ? 1 : 0;
      walk.need(place.nights === undefined || stop?.nights === place.nights - less, `${place.name}: nights`);
      if (stop && place.during)
        walk.need(isThere(walk, stop, place.during, place.nights), `${place.name}: days`);
    } else {
      const inside = catalogue.cities
        .filter((city) => city.region === place.name || city.country === place.name)
        .map((city) => low(city.name));
      const count = visited.filter((city) => inside.includes(city)).length;
      walk.need(
        place.cityCount === undefined ? count > 0 : count === place.cityCount,
        `${place.name}: ${count} cities`,
      );
    }
  }
}

/** The way there and back. */
function checkHome(walk: Walk, nights: number): void {
  const { plan, request, catalogue } = walk;
  const origin = request.origin?.name;
  const reachable =
    origin &&
    [...catalogue.flights, ...catalogue.legs].some(
      (leg) => low(leg.from) === low(origin) || low(leg.to) === low(origin),
    );
  const isHome =
    request.destinations.length === 1 && low(request.destinations[0]!.name) === low(origin ?? '');
  walk.need(!(reachable && !isHome) || plan.origin !== undefined, 'the way home is missing');
  walk.need(
    plan.legs.length === plan.stops.length - 1 + (plan.origin === undefined ? 0 : 2),
    'count of legs',
  );
  if (plan.origin !== undefined) {
    walk.need(epochDay(plan.legs[0]!.departs.date) === walk.start, 'leaves on the first day');
    walk.need(epochDay(plan.legs.at(-1)!.departs.date) === walk.start + nights, 'returns on the last day');
  }
}

/** Days, cities and the loop; returns the nights. */
export function checkShape(walk: Walk): number {
  const { plan, request } = walk;
  const dates = request.dates ?? {};
  const span = dates.start && dates.end ? epochDay(dates.end) - epochDay(dates.start) : undefined;
  const days =
    dates.days ??
    (span !== undefined ? span + 1 : dates.nights !== undefined ? dates.nights + 1 : plan.days.length);
  const nights = (dates.nights ?? span) === days ? days : days - 1;
  walk.need(plan.days.length === days, `${plan.days.length} days, not ${days}`);
  walk.need(!dates.start || plan.start === dates.start, 'first day');
  if (!dates.start && dates.window) {
    walk.need(
      plan.start >= dates.window.from && walk.start + nights <= epochDay(dates.window.to),
      'outside the window',
    );
  }
  plan.days.forEach((one, index) =>
    walk.need(epochDay(one.date) === walk.start + index && one.day === index + 1, `date of day ${index + 1}`),
  );
  checkCities(walk);
  checkHome(walk, nights);
  return nights;
}

/** Wishes and sums over the whole plan. */
export function checkWhole(walk: Walk): void {
  const { plan, request, catalogue } = walk;
  const modes = plan.legs.map((leg) => leg.mode);
  walk.need(
    !modes.includes('self_driving') || !(modes.includes('flight') || modes.includes('taxi')),
    'car with flight or taxi',
  );
  const blocks = [...plan.days, ...(plan.departure ? [plan.departure] : [])].flatMap((one) => one.blocks);
  const names = blocks.flatMap((block) =>
    block.kind === 'leg' ? [] : [`${block.kind} ${low(block.item.name)} ${low(block.city)}`],
  );
  walk.need(new Set(names).size === names.length, 'something twice');
  for (const one of plan.days) {
    const eaten = one.blocks.flatMap((block) => (block.kind === 'meal' ? [block.meal] : []));
    walk.need(new Set(eaten).size === eaten.length, `a meal twice on day ${one.day}`);
    one.blocks.forEach((block, index) =>
      walk.need(index === 0 || one.blocks[index - 1]!.end <= block.start, `order of day ${one.day}`),
    );
  }
  const eaten = blocks.flatMap((block) =>
    block.kind === 'meal' ? catalogue.restaurants.filter((item) => item.id === block.item.id) : [],
  );
  if (catalogue.restaurants.length > 0) {
    for (const cuisine of request.cuisines ?? [])
      walk.need(
        eaten.some((item) => item.cuisines.map(low).includes(low(cuisine))),
        `no ${cuisine} meal`,
      );
  }
  for (const wish of request.mustSee ?? []) {
    const inPlan = [
      ...blocks.flatMap((block) => (block.kind === 'leg' ? [] : [low(block.item.name)])),
      ...plan.stops.map((stop) => low(stop.city)),
    ];
    walk.need(
      inPlan.some((name) => name.includes(low(wish))),
      `${wish} missing`,
    );
  }
  walk.need(walk.spent === plan.cost.totalMinor, `spent ${walk.spent}, said ${plan.cost.totalMinor}`);
  const { budget } = request;
  if (!budget || request.budgetUnlimited || budget.scope === 'per_night') return;
  const times = { total: 1, per_person: walk.people, per_day: plan.days.length }[budget.scope];
  walk.need(walk.spent <= budget.max.amountMinor * times, `over the budget: ${walk.spent}`);
}
