import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { type TripBlock, type TripDay, type TripPlan } from '../index.js';

/**
 * What a state trip must keep, written again from the rules alone: everything from the data, in the city of the day; each whole day
 * three meals and a sight; a closed loop through cities once each; nothing twice; one way of driving; least nights; rooms, rules,
 * kitchens, refusals; and the sum within the budget, counted anew. Returns what is broken.
 */
export function brokenRules(plan: TripPlan, request: TripRequest, catalogue: Catalogue): string[] {
  const broken: string[] = [];
  const need = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  loop(plan, request, catalogue, need);
  for (const day of plan.days) dayRules(day, plan, catalogue, need);
  once(plan, need);
  transport(plan, request, need);
  beds(plan, request, catalogue, need);
  kitchens(plan, request, catalogue, need);
  const { budget } = request;
  const sum = cost(plan, request, catalogue);
  need(sum === plan.cost.totalMinor, `costs ${sum}, says ${plan.cost.totalMinor}`);
  if (budget) need(sum <= budget.max.amountMinor, `over the budget: ${sum}`);
  return broken;
}

type Need = (holds: boolean, what: string) => void;

const people = ({ travellers }: TripRequest) => (travellers?.adults ?? 1) + (travellers?.children ?? 0);
const blocksOf = ({ days }: TripPlan): TripBlock[] => days.flatMap(({ blocks }) => blocks);
const byId = <Item extends { id: string }>(list: readonly Item[], id: string | undefined) =>
  list.find((one) => one.id === id);

function loop(plan: TripPlan, request: TripRequest, catalogue: Catalogue, need: Need) {
  const visited = plan.stops.map(({ city }) => city);
  const [wanted] = request.destinations;
  need(plan.days.length === request.dates?.days, 'number of days');
  need(new Set(visited).size === visited.length, 'a city twice');
  need(visited.length === (wanted?.cityCount ?? 1), 'number of cities');
  const inState = catalogue.cities.filter(
    (city) => city.region === wanted?.name || city.name === wanted?.name,
  );
  need(
    visited.every((city) => inState.some(({ name }) => name === city)),
    'a city elsewhere',
  );
  // Without any connection of the home city the way there is left out, and said to be.
  const outer = [...catalogue.flights, ...catalogue.legs].some((leg) => leg.from === request.origin?.name);
  need(outer || plan.gaps.includes('transport_home'), 'says nothing of the missing way');
  const way = outer ? [request.origin?.name, ...visited, request.origin?.name] : visited;
  need(
    plan.legs.length === way.length - 1 &&
      plan.legs.every(({ from, to }, at) => from === way[at] && to === way[at + 1]),
    'the loop',
  );
}

function dayRules(day: TripDay, plan: TripPlan, catalogue: Catalogue, need: Need) {
  const where = `day ${day.day}`;
  const travels = plan.legs.some(({ departs }) => departs.date === day.date);
  const meals = day.blocks.flatMap((block) => (block.kind === 'meal' ? [block.meal] : []));
  const sights = day.blocks.filter(({ kind }) => kind === 'visit');
  if (!travels) need(new Set(meals).size === 3 && sights.length > 0, `${where}: not complete`);
  for (const block of day.blocks) {
    if (block.kind === 'leg') continue;
    const list: readonly { id: string; city: string }[] =
      block.kind === 'meal' ? catalogue.restaurants : catalogue.attractions;
    const item = byId(list, block.item.id);
    need(item !== undefined, `${where}: ${block.item.name} is not in the data`);
    need(
      item?.city === block.city && day.cities.includes(block.city),
      `${where}: ${block.item.name} is elsewhere`,
    );
  }
  need((day.lodging !== undefined) === day.day < plan.days.length, `${where}: lodging`);
}

function once(plan: TripPlan, need: Need) {
  const names = blocksOf(plan).flatMap((block) => (block.kind === 'leg' ? [] : [block.item.id]));
  need(new Set(names).size === names.length, 'something twice');
}

function transport(plan: TripPlan, request: TripRequest, need: Need) {
  const modes = new Set(plan.legs.map(({ mode }) => mode));
  need(
    !(modes.has('self_driving') && (modes.has('flight') || modes.has('taxi'))),
    'a car and something else',
  );
  for (const refused of request.transport?.refused ?? []) need(!modes.has(refused), `goes by ${refused}`);
}

function beds(plan: TripPlan, request: TripRequest, catalogue: Catalogue, need: Need) {
  const { roomType, allow = [] } = request.lodging ?? {};
  for (const booked of plan.stays) {
    const stay = byId(catalogue.stays, booked.item.id);
    if (!stay) return need(false, 'a bed that is not in the data');
    const nights = plan.days.filter(({ lodging }) => lodging?.item.id === stay.id).length;
    need(nights >= stay.minNights, `${stay.name}: ${nights} of ${stay.minNights} nights`);
    const fits =
      roomType === 'not_shared_room' ? stay.roomType !== 'shared_room' : stay.roomType === roomType;
    need(roomType === undefined || fits, `${stay.name}: room type`);
    need(!allow.some((rule) => stay.forbids.includes(rule)), `${stay.name}: house rules`);
  }
}

function kitchens(plan: TripPlan, request: TripRequest, catalogue: Catalogue, need: Need) {
  const eaten = blocksOf(plan).flatMap((block) =>
    block.kind === 'meal' ? (byId(catalogue.restaurants, block.item.id)?.cuisines ?? []) : [],
  );
  for (const cuisine of request.cuisines ?? []) need(eaten.includes(cuisine), `no ${cuisine} meal`);
}

function cost(plan: TripPlan, request: TripRequest, catalogue: Catalogue): number {
  const count = people(request);
  const legs = plan.legs.map(({ item }) => {
    if (item === undefined && plan.gaps.includes('transport_between')) return 0;
    const flight = byId(catalogue.flights, item?.id);
    if (flight) return flight.price.amountMinor * count;
    const leg = byId(catalogue.legs, item?.id);
    return leg ? leg.price.amountMinor * Math.ceil(count / (leg.vehicleCapacity ?? 1)) : NaN;
  });
  const nights = plan.days.flatMap(({ lodging }) => {
    const stay = byId(catalogue.stays, lodging?.item.id);
    return stay ? [stay.pricePerNight.amountMinor * Math.ceil(count / stay.capacity)] : [];
  });
  const meals = blocksOf(plan).flatMap((block) =>
    block.kind === 'meal'
      ? [(byId(catalogue.restaurants, block.item.id)?.price.amountMinor ?? NaN) * count]
      : [],
  );
  return [...legs, ...nights, ...meals].reduce((sum, one) => sum + one, 0);
}
