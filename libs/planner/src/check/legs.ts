import { type FlightOffer, type GroundLeg } from '@travellite/protocol';
import { localMoment } from '../constraints/calendar.js';
import { byDayOnly, conflictsWithCar, usualCapacity } from '../constraints/clockwork.js';
import { moneyText } from '../constraints/money.js';
import { flightFault, groundFault } from '../constraints/suitable.js';
import { type TripLeg } from '../plan.js';
import { type Examination, sameName } from './subject.js';

const minutesADay = 1440;

function checkPrice(exam: Examination, leg: TripLeg, one: number | undefined, units: number): void {
  if (one === undefined) return exam.fault('price', `No rate is known for the price of ${leg.item?.name}.`);
  if (leg.costMinor !== one * units || leg.units !== units) {
    const [all, said] = [one * units, leg.costMinor].map((sum) => moneyText(sum, exam.by.demands.currency));
    exam.fault('price', `${leg.item?.name} costs ${all} for everyone, not ${said}.`, {
      subject: leg.item?.id,
    });
  }
}

function checkFlight(exam: Examination, leg: TripLeg, flight: FlightOffer): void {
  const fault = flightFault(flight, exam.by.demands);
  if (fault !== undefined)
    exam.fault(fault.code, `Leg to ${leg.to}: ${fault.message}.`, { subject: flight.id });
  if (!sameName(flight.from, leg.from) || !sameName(flight.to, leg.to)) {
    exam.fault('leg_missing', `${flight.flightNumber} flies from ${flight.from} to ${flight.to}.`, {
      subject: flight.id,
    });
  }
  const departs = localMoment(flight.departs);
  const arrives = localMoment(flight.arrives);
  const on = (moment: typeof departs, at: TripLeg['departs']) =>
    moment !== undefined &&
    moment.day - exam.firstDay === exam.dayIndex(at.date) &&
    moment.minute === at.minute;
  if (!on(departs, leg.departs) || !on(arrives, leg.arrives)) {
    exam.fault(
      'leg_date',
      `${flight.flightNumber} leaves at ${flight.departs} and arrives at ${flight.arrives}.`,
      {
        subject: flight.id,
      },
    );
  }
  checkPrice(exam, leg, exam.by.convert(flight.price), exam.by.demands.people);
}

function vehicles(ground: GroundLeg, people: number): number {
  if (ground.priceScope === 'per_person') return people;
  return Math.ceil(people / Math.max(1, ground.vehicleCapacity ?? usualCapacity[ground.mode] ?? 1));
}

function checkGround(exam: Examination, leg: TripLeg, ground: GroundLeg): void {
  const fault = groundFault(ground, exam.by.demands);
  if (fault !== undefined)
    exam.fault(fault.code, `Leg to ${leg.to}: ${fault.message}.`, { subject: ground.id });
  if (!sameName(ground.from, leg.from) || !sameName(ground.to, leg.to)) {
    exam.fault('leg_missing', `${ground.id} leads from ${ground.from} to ${ground.to}.`, {
      subject: ground.id,
    });
  }
  checkDuration(exam, leg, ground.durationMinutes);
  const overnight = leg.departs.minute + ground.durationMinutes > minutesADay;
  if (overnight && byDayOnly.has(ground.mode)) {
    exam.fault('leg_date', `Nobody drives through the night from ${leg.from} to ${leg.to}.`, {
      subject: ground.id,
    });
  }
  checkPrice(exam, leg, exam.by.convert(ground.price), vehicles(ground, exam.by.demands.people));
}

function checkDuration(exam: Examination, leg: TripLeg, minutes: number): void {
  const days = exam.dayIndex(leg.arrives.date) - exam.dayIndex(leg.departs.date);
  const taken = days * minutesADay + leg.arrives.minute - leg.departs.minute;
  if (taken !== minutes) {
    exam.fault('leg_date', `From ${leg.from} to ${leg.to} it takes ${minutes} minutes, not ${taken}.`);
  }
}

const joins = (leg: TripLeg) => (item: { from: string; to: string }) =>
  sameName(item.from, leg.from) && sameName(item.to, leg.to);

function checkLeg(exam: Examination, leg: TripLeg): void {
  const { by } = exam;
  if (leg.item === undefined) {
    const home = [leg.from, leg.to].some(
      (name) => by.wishes.origin !== undefined && sameName(name, by.wishes.origin),
    );
    if (by.between || home)
      exam.fault('leg_missing', `How to get from ${leg.from} to ${leg.to} is left open.`);
    if (leg.costMinor !== 0) exam.fault('price', 'A leg that is left open has a price.');
    return checkDuration(exam, leg, leg.durationMinutes);
  }
  const flight = leg.item.kind === 'flight' ? by.flights.get(leg.item.id, joins(leg)) : undefined;
  const ground = leg.item.kind === 'leg' ? by.legs.get(leg.item.id, joins(leg)) : undefined;
  if (flight !== undefined) checkFlight(exam, leg, flight);
  else if (ground !== undefined) checkGround(exam, leg, ground);
  else exam.fault('leg_missing', `${leg.item.name} is not in the data.`, { subject: leg.item.id });
}

/** Each leg is in the catalogue, on its date, by a mode that was not ruled out; a car does not go with flights or taxis. */
export function checkLegs(exam: Examination): void {
  exam.plan.legs.forEach((leg) => checkLeg(exam, leg));
  const modes = exam.plan.legs.map((leg) => legMode(exam, leg));
  if (!modes.includes('self_driving')) return;
  const clash = modes.find((mode) => mode !== undefined && conflictsWithCar.has(mode));
  if (clash !== undefined) {
    exam.fault(
      'mode_conflict',
      `Driving oneself does not go together with ${clash === 'flight' ? 'flights' : 'taxis'} on one trip.`,
    );
  }
}

const legMode = (exam: Examination, leg: TripLeg) =>
  leg.item?.kind === 'flight' ? 'flight' : (exam.by.legs.get(leg.item?.id, joins(leg))?.mode ?? leg.mode);
