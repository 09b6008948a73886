import { type Stay } from '@travellite/protocol';
import { day, epochDay, low, type Walk } from './walk.js';

/** Where each night is spent, found by replaying the legs. */
function nightCities(walk: Walk, nights: number): (string | undefined)[] {
  const { plan } = walk;
  return Array.from({ length: nights }, (_, index) => {
    const midnight = (walk.start + index + 1) * day;
    let city: string | undefined = plan.origin === undefined ? plan.stops[0]!.city : plan.origin;
    for (const leg of plan.legs) {
      const departs = epochDay(leg.departs.date) * day + leg.departs.minute;
      const arrivesDay = epochDay(leg.arrives.date);
      if (departs >= midnight) continue;
      city = arrivesDay * day < midnight ? leg.to : undefined;
    }
    return city;
  });
}

/** A child under ten, an infant, or a child of unknown age comes along. */
function hasYoung(walk: Walk): boolean {
  const { children = 0, infants = 0, childAges = [] } = walk.request.travellers ?? {};
  return infants > 0 || (children > 0 && (childAges.length < children || childAges.some((age) => age < 10)));
}

/** Room type, rules, stars and kind of a stay. */
function checkStay(walk: Walk, stay: Stay, night: string): void {
  const { request } = walk;
  const allow = [
    ...(request.lodging?.allow ?? []),
    ...(hasYoung(walk) ? (['children_under_10'] as const) : []),
  ];
  const type = request.lodging?.roomType;
  walk.need(
    !type || stay.roomType === type || (type === 'not_shared_room' && stay.roomType !== 'shared_room'),
    `${night}: room type`,
  );
  walk.need(
    allow.every((rule) => !stay.forbids.includes(rule)),
    `${night}: house rules`,
  );
  walk.need((stay.rating ?? 0) >= (request.lodging?.minStars ?? 0), `${night}: stars`);
  walk.need(
    !request.lodging?.avoid?.some((kind) => low(kind).replace(/s$/, '') === low(stay.kind).replace(/s$/, '')),
    `${night}: kind`,
  );
}

/** Every night has a bed that suits. */
export function checkNights(walk: Walk, nights: number): void {
  const { plan, catalogue, request } = walk;
  const where = nightCities(walk, nights);
  const perStay = new Map<number, number>();
  where.forEach((city, index) => {
    const night = plan.days[index]?.lodging;
    if (city === undefined || catalogue.stays.length === 0)
      return walk.need(!night, `night ${index + 1}: lodging on the way`);
    const known = catalogue.stays.some((stay) => low(stay.city) === low(city));
    if (!known && !night)
      return walk.need(
        request.destinations.some((place) => low(place.name) === low(city)),
        `night ${index + 1}: no lodging known in a city that was chosen freely`,
      );
    const booking = night && plan.stays[night.stay];
    const stay = booking && (catalogue.stays.find((one) => one.id === booking.item.id) as Stay | undefined);
    if (!night || !booking || !stay) return walk.need(false, `night ${index + 1}: no lodging in ${city}`);
    walk.need(low(stay.city) === low(city), `night ${index + 1}: lodging elsewhere`);
    perStay.set(night.stay, (perStay.get(night.stay) ?? 0) + 1);
    let rooms = 1;
    while (rooms * Math.max(1, Math.floor(stay.capacity)) < walk.people) rooms += 1;
    const cost = walk.price(stay.pricePerNight) * rooms;
    walk.need(cost === night.costMinor && booking.rooms === rooms, `night ${index + 1}: price or rooms`);
    walk.spent += cost;
    if (request.budget?.scope === 'per_night' && !request.budgetUnlimited)
      walk.need(cost <= request.budget.max.amountMinor, `night ${index + 1}: over the nightly budget`);
    checkStay(walk, stay, `night ${index + 1}`);
  });
  for (const [index, count] of perStay) {
    const stay = catalogue.stays.find((one) => one.id === plan.stays[index]!.item.id)!;
    walk.need(count >= stay.minNights, `${stay.name}: ${count} nights, least ${stay.minNights}`);
    walk.need(plan.stays[index]!.nights === count, `${stay.name}: nights booked`);
  }
}
