import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { type TripPlan } from '../../index.js';
import { legEvents, placeEvents } from './events.js';
import { checkNights } from './nights.js';
import { checkShape, checkWhole } from './shape.js';
import { day, type Event, low, Walk, wayMinutes } from './walk.js';
import { checkWholeDays } from './whole-days.js';

/** One line of events: nothing overlaps, every place is where the traveller is, with time for the way. */
function walkThrough(walk: Walk, events: Event[]): void {
  const { plan, request } = walk;
  events.sort((a, b) => a.at - b.at || a.until - b.until);
  let city = low(plan.legs[0]?.from ?? plan.stops[0]!.city);
  let free = walk.start * day;
  let place: Event['place'];
  const closed = plan.origin !== undefined;
  if (closed) walk.need(city === low(request.origin!.name), 'does not start at the origin');
  for (const event of events) {
    const gap = event.at - free;
    walk.need(city === low(event.city), `${event.label}: traveller is in ${city}`);
    // On a new day the traveller comes from the lodging, not from the last place.
    const overnight = Math.floor(event.at / day) > Math.floor((free - 1) / day);
    walk.need(
      gap >= event.margin[0] + (overnight ? 0 : wayMinutes(place, event.place)),
      `${event.label}: only ${gap} minutes`,
    );
    if (event.what === 'leg') {
      const backwards = event.until <= event.at ? event.at + 1 : event.until;
      free = backwards + event.margin[1];
      city = low(event.to!);
      place = undefined;
    } else {
      free = event.until;
      place = event.place;
    }
  }
  if (closed) walk.need(city === low(request.origin!.name), 'does not end at the origin');
}

/** Everything that is wrong with a plan, in rough words; empty when nothing is. */
export function secondOpinion(plan: TripPlan, request: TripRequest, catalogue: Catalogue): string[] {
  const walk = new Walk(plan, request, catalogue);
  const nights = checkShape(walk);
  walkThrough(walk, [...legEvents(walk), ...placeEvents(walk)]);
  checkNights(walk, nights);
  checkWholeDays(walk);
  checkWhole(walk);
  return walk.faults;
}
