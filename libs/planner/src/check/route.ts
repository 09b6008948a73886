import { holdsDays, lastsAsWished } from '../constraints/stay-wishes.js';
import { type TripStop } from '../plan.js';
import { type Examination, sameName } from './subject.js';

/** Nights of each stop and the chain of dates. */
function checkChain(exam: Examination, stops: readonly TripStop[]): void {
  const { span } = exam.by;
  stops.forEach((stop, at) => {
    const nights = exam.dayIndex(stop.leaves) - exam.dayIndex(stop.arrives);
    const last = at === stops.length - 1;
    if (!(nights >= 0) || nights !== stop.nights) {
      exam.fault('nights', `${stop.city}: ${stop.nights} nights do not go with the dates.`, {
        subject: stop.city,
      });
    } else if (nights === 0 && !(last && span.nights < stops.length)) {
      exam.fault('nights', `No night is spent in ${stop.city}.`, { subject: stop.city });
    }
    checkWish(exam, stop, last);
  });
  const end = stops.at(-1);
  if (end !== undefined && exam.dayIndex(end.leaves) !== span.nights) {
    exam.fault('dates', `${end.city} is left on ${end.leaves}, which is not the last day.`);
  }
}

/** As long as wished, and there on the days on which the person has to be. */
function checkWish(exam: Examination, stop: TripStop, last: boolean): void {
  const { stays, lastShorter } = exam.by.wishes;
  const wish = stays[exam.cityIndex(stop.city)] ?? {};
  if (!lastsAsWished(wish, stop.nights, last && lastShorter)) {
    exam.fault('nights', `${stop.city} has ${stop.nights} nights, not ${wish.nights}.`, {
      subject: stop.city,
    });
  }
  if (!holdsDays(wish, exam.dayIndex(stop.arrives), exam.dayIndex(stop.leaves))) {
    const days = `days ${wish.during?.from} to ${wish.during?.to}`;
    exam.fault('dates', `The stay in ${stop.city} does not hold ${days}.`, { subject: stop.city });
  }
}

function checkCities(exam: Examination, visited: readonly number[]): void {
  const { wishes } = exam.by;
  wishes.cities.forEach((city, at) => {
    if (wishes.named[at] === true && !visited.includes(at)) {
      exam.fault('route', `${city} is not visited.`, { subject: city });
    }
  });
  for (const group of wishes.groups) {
    const count = group.cities.filter((city) => visited.includes(city)).length;
    if (count < group.least || count > group.most) {
      const wanted = group.least === group.most ? `${group.least}` : `${group.least} to ${group.most}`;
      exam.fault('city_count', `${count} cities of ${group.name} are visited, not ${wanted}.`, {
        subject: group.name,
      });
    }
  }
}

/** The legs lead from each stop to the next, and from and to the origin. */
function checkLoop(exam: Examination): void {
  const { plan, by } = exam;
  const home = by.outer ? [by.wishes.origin!] : [];
  const way = [...home, ...plan.stops.map((stop) => stop.city), ...home];
  const leaves = [...(by.outer ? [plan.start] : []), ...plan.stops.map((stop) => stop.leaves)];
  const reaches = plan.stops.slice(by.outer ? 0 : 1).map((stop) => stop.arrives);
  if (plan.legs.length !== way.length - 1) {
    const message = `The way ${way.join(' – ')} takes ${way.length - 1} legs; the plan has ${plan.legs.length}.`;
    return exam.fault('route', message);
  }
  plan.legs.forEach((leg, at) => {
    const [from, to] = [way[at]!, way[at + 1]!];
    if (!sameName(leg.from, from) || !sameName(leg.to, to)) {
      exam.fault('route', `Leg ${at + 1} leads from ${leg.from} to ${leg.to}, not from ${from} to ${to}.`);
    }
    if (leg.departs.date !== leaves[at]) {
      exam.fault(
        'leg_date',
        `The leg from ${leg.from} to ${leg.to} leaves on ${leg.departs.date}, not on ${leaves[at]}.`,
      );
    }
    if (reaches[at] !== undefined && leg.arrives.date !== reaches[at]) {
      exam.fault('leg_date', `The leg to ${leg.to} arrives on ${leg.arrives.date}, not on ${reaches[at]}.`);
    }
  });
  if (!by.outer && plan.stops[0] !== undefined && plan.stops[0].arrives !== plan.start) {
    exam.fault(
      'dates',
      `${plan.stops[0].city} is reached on ${plan.stops[0].arrives}, not on the first day.`,
    );
  }
}

/** Cities, nights and the closed loop. */
export function checkRoute(exam: Examination): void {
  const { stops } = exam.plan;
  for (const { message, code, subject } of exam.by.wishes.faults) exam.fault(code, message, { subject });
  if (stops.length === 0) return exam.fault('route', 'The plan visits no city.');
  const visited = stops.map((stop) => exam.cityIndex(stop.city));
  stops.forEach((stop, at) => {
    if (visited[at]! < 0) exam.fault('route', `${stop.city} was not asked for.`, { subject: stop.city });
    if (visited.indexOf(visited[at]!) !== at)
      exam.fault('route', `${stop.city} is visited twice.`, { subject: stop.city });
  });
  checkChain(exam, stops);
  checkCities(exam, visited);
  checkLoop(exam);
}
