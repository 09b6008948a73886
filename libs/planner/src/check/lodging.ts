import { lodgingKindTest, avoidTest, roomsFor, stayFault } from '../constraints/suitable.js';
import { type TripStay } from '../plan.js';
import { type Examination, inCity, sameName } from './subject.js';

function checkBooking(exam: Examination, stay: TripStay): void {
  const { by } = exam;
  const where = { subject: stay.item.id };
  const raw = by.stays.get(stay.item.id, inCity(stay.city));
  if (raw === undefined) return exam.fault('unknown_item', `${stay.item.name} is not in the data.`, where);
  if (!sameName(raw.city, stay.city))
    exam.fault('wrong_city', `${raw.name} is in ${raw.city}, not in ${stay.city}.`, where);
  const fault = stayFault(raw, by.demands);
  if (fault !== undefined) exam.fault(fault.code, `${fault.message}.`, where);
  const unwanted = lodgingKindTest(by.request)(raw);
  if (unwanted !== undefined)
    exam.fault('lodging_kind', `${raw.name} is what was not wanted: ${unwanted}.`, where);
  const avoided = avoidTest(by.request)({ name: raw.name });
  if (avoided !== undefined) exam.fault('avoid', `${raw.name} was to be avoided.`, where);
  const nights = exam.dayIndex(stay.checkOut) - exam.dayIndex(stay.checkIn);
  if (nights !== stay.nights || !(nights > 0))
    exam.fault('nights', `${raw.name}: ${stay.nights} nights do not go with its dates.`, where);
  if (nights < raw.minNights) {
    exam.fault(
      'minimum_nights',
      `${raw.name} takes no booking under ${raw.minNights} nights; the plan has ${nights}.`,
      where,
    );
  }
  const rooms = roomsFor(raw, by.demands.people);
  if (stay.rooms < rooms)
    exam.fault('capacity', `${raw.name}: ${by.demands.people} people need ${rooms} rooms.`, where);
  const one = by.convert(raw.pricePerNight);
  if (
    one === undefined ||
    stay.nightCostMinor !== one * stay.rooms ||
    stay.costMinor !== one * stay.rooms * stay.nights
  ) {
    exam.fault('price', `The price of ${raw.name} is not that of the data.`, where);
  }
  if (stay.nightCostMinor > by.demands.nightMax)
    exam.fault('budget', `${raw.name} costs more than the budget for a night.`, where);
}

/** Every night has a bed where beds are known, within a booking that covers it. */
export function checkLodging(exam: Examination): void {
  const { plan, by } = exam;
  plan.stays.forEach((stay) => checkBooking(exam, stay));
  const needed = new Set<number>();
  for (const stop of plan.stops) {
    const city = by.items[exam.cityIndex(stop.city)];
    const named = by.wishes.named[exam.cityIndex(stop.city)] === true;
    const open = by.catalogue.stays.length === 0 || (city?.staysKnown === false && named);
    for (
      let day = exam.dayIndex(stop.arrives);
      day < Math.min(exam.dayIndex(stop.leaves), plan.days.length);
      day += 1
    ) {
      if (!open) needed.add(day);
      checkNight(exam, day, stop.city, open);
    }
  }
  plan.days.forEach((day, at) => {
    if (day.lodging !== undefined && !needed.has(at)) {
      exam.fault('lodging_missing', `Day ${at + 1} has lodging for a night that is not spent in a city.`, {
        day: at + 1,
      });
    }
  });
  const booked = plan.stays.reduce((sum, stay) => sum + stay.nights, 0);
  if (booked !== needed.size)
    exam.fault('nights', `${booked} nights are booked and ${needed.size} are needed.`);
}

function checkNight(exam: Examination, at: number, city: string, open: boolean): void {
  const day = exam.plan.days[at];
  const night = day?.lodging;
  const where = { day: at + 1 };
  if (night === undefined) {
    if (!open) exam.fault('lodging_missing', `The night of day ${at + 1} in ${city} has no lodging.`, where);
    return;
  }
  const stay = exam.plan.stays[night.stay];
  const covers =
    stay !== undefined &&
    stay.item.id === night.item.id &&
    sameName(stay.city, city) &&
    exam.dayIndex(stay.checkIn) <= at &&
    at < exam.dayIndex(stay.checkOut);
  if (!covers)
    exam.fault(
      'lodging_missing',
      `The night of day ${at + 1} is not covered by a booking in ${city}.`,
      where,
    );
  if (stay !== undefined && night.costMinor !== stay.nightCostMinor)
    exam.fault('price', `The night of day ${at + 1} has another price than its booking.`, where);
}
