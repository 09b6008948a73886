import { type Blocking } from '../report.js';
import { type Setup } from '../search/setup.js';

const fact = (code: Blocking['code'], wish: string, message: string, subject: string): Blocking => ({
  code,
  wish,
  message,
  subject,
});

/** The longest a stay in one city can be when every other city gets its night. */
function mostNights({ span, wishes }: Setup): number {
  const named = wishes.named.filter(Boolean).length;
  const stops = Math.max(1, named, ...wishes.groups.map((group) => group.least));
  return span.nights - (stops - 1);
}

/** Cities in which every suitable lodging asks for more nights than there are. */
function minimumNights(setup: Setup): Blocking[] {
  const most = mostNights(setup);
  return setup.wishes.cities.flatMap((city, at) => {
    const least = Math.min(...setup.items[at]!.stays.map((stay) => stay.minNights));
    if (setup.wishes.named[at] !== true || most < 1 || !(least > most) || least === Infinity) return [];
    const message = `Every suitable lodging in ${city} asks for at least ${least} nights; ${most} are possible.`;
    return [fact('minimum_nights', `${most} nights in ${city}`, message, city)];
  });
}

/** Named cities that no connection of these days leads to, or leads on from. */
function cutOff(setup: Setup): Blocking[] {
  const { cities, named } = setup.wishes;
  const nodes = setup.origin >= 0 ? [...cities.keys(), setup.origin] : [...cities.keys()];
  if (nodes.length < 2) return [];
  const days = setup.span.starts.flatMap((start) =>
    Array.from({ length: setup.span.nights + 1 }, (_, day) => start + day),
  );
  const joined = (from: number, to: number) =>
    days.some((day) => [false, true].some((car) => setup.legs.options(from, to, day, car).length > 0));
  return cities.flatMap((city, at) => {
    if (named[at] !== true) return [];
    const others = nodes.filter((node) => node !== at);
    const message = !others.some((other) => joined(other, at))
      ? `The data has no suitable connection to ${city} on these days.`
      : setup.origin >= 0 && !others.some((other) => joined(at, other))
        ? `The data has no suitable connection from ${city} on these days.`
        : undefined;
    return message === undefined ? [] : [fact('leg_missing', `a way to ${city} and on`, message, city)];
  });
}

/** More cities than days. */
function tooManyCities({ wishes, span }: Setup): Blocking[] {
  const named = wishes.named.filter(Boolean).length;
  if (named <= span.days) return [];
  const message = `${named} cities take at least ${named} days; the trip has ${span.days}.`;
  return [fact('day_count', `${span.days} days for ${named} cities`, message, 'days')];
}

/** What in the data or the plain numbers stands in the way, whatever else is wished. */
export const dataFacts = (setup: Setup): Blocking[] => [
  ...tooManyCities(setup),
  ...minimumNights(setup),
  ...cutOff(setup),
];
