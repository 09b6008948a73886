import { type Money, type Requirement, type TripDates, type TripRequest } from '@travellite/protocol';

/** One wish of the request as a line of the requirements list. `key` names what it is about; two requests are compared by it. */
export interface WishLine extends Requirement {
  key: string;
}

/** Everything a request holds that is a wish about the trip, one line a wish. Destinations are not among them: places are the list of POIs. */
export function wishLines(request: TripRequest): WishLine[] {
  return [
    ...basics(request),
    ...tastes(request),
    ...lodging(request),
    ...transport(request),
    ...named(request),
  ].filter((line) => line.description !== '');
}

const must = (key: string, description: string): WishLine => ({ key, description, priority: 'must_have' });
const prefer = (key: string, description: string): WishLine => ({ key, description, priority: 'preferred' });
const avoid = (key: string, description: string): WishLine => ({ key, description, priority: 'avoid' });
const words = (tag: string) => tag.replaceAll('_', ' ');

function basics({ dates, budget, travellers, origin, pace }: TripRequest): WishLine[] {
  const lines: WishLine[] = [];
  const when = datesLine(dates);
  if (when !== undefined) lines.push(must('dates', when));
  if (budget) {
    const scope = { total: 'in total', per_person: 'per person', per_night: 'per night', per_day: 'per day' };
    const bound = budget.kind === 'about' ? 'about' : 'up to';
    lines.push(must('budget', `Budget ${bound} ${plainMoney(budget.max)} ${scope[budget.scope]}`));
  }
  if (travellers) {
    const { adults, children } = travellers;
    const people = [count(adults, 'adult'), children > 0 ? count(children, 'child', 'children') : ''];
    lines.push(must('travellers', `For ${people.filter(Boolean).join(' and ')}`));
  }
  if (origin) lines.push(must('origin', `Starting from ${origin.name}`));
  if (pace) lines.push(prefer('pace', `${pace === 'packed' ? 'Full' : capital(pace)} pace`));
  return lines;
}

function datesLine(dates: TripDates | undefined): string | undefined {
  if (!dates) return undefined;
  const { start, end, nights, days, window } = dates;
  const length = days !== undefined ? count(days, 'day') : nights === undefined ? '' : count(nights, 'night');
  if (start !== undefined && end !== undefined) return `From ${start} to ${end}`;
  if (start !== undefined) return `From ${start}${length && `, ${length}`}`;
  if (window) return `Between ${window.from} and ${window.to}${length && `, ${length}`}`;
  return length === '' ? undefined : `A trip of ${length}`;
}

function tastes({ interests, avoidInterests = [], cuisines = [], diets = [] }: TripRequest): WishLine[] {
  return [
    ...interests.map((tag) => prefer(`interest:${tag}`, `Interested in ${words(tag)}`)),
    ...avoidInterests.map((tag) => avoid(`not:${tag}`, `No ${words(tag)}`)),
    ...cuisines.map((cuisine) => prefer(`cuisine:${cuisine}`, `${capital(words(cuisine))} food`)),
    ...diets.map((diet) => must(`diet:${diet}`, `${capital(words(diet))} meals`)),
  ];
}

function lodging({ lodging: wish }: TripRequest): WishLine[] {
  if (!wish) return [];
  return [
    ...(wish.roomType ? [must('room', `Room: ${words(wish.roomType)}`)] : []),
    ...(wish.minStars ? [prefer('stars', `At least ${wish.minStars} stars`)] : []),
    ...(wish.allow ?? []).map((rule) => must(`allow:${rule}`, `Lodging that allows ${words(rule)}`)),
    ...(wish.wanted ?? []).map((kind) => prefer(`stay:${kind}`, `Stay in a ${words(kind)}`)),
    ...(wish.avoid ?? []).map((kind) => avoid(`no-stay:${kind}`, `No ${words(kind)} to stay in`)),
  ];
}

function transport({ transport: wish }: TripRequest): WishLine[] {
  if (!wish) return [];
  return [
    ...(wish.wanted ?? []).map((mode) => prefer(`by:${mode}`, `Travel by ${words(mode)}`)),
    ...(wish.refused ?? []).map((mode) => avoid(`not-by:${mode}`, `No ${words(mode)}`)),
    ...(wish.directOnly === true ? [must('direct', 'Direct connections only')] : []),
    ...(wish.cabin && wish.cabin !== 'economy' ? [prefer('cabin', `Fly ${words(wish.cabin)} class`)] : []),
  ];
}

function named({ mustSee = [], avoid: unwanted = [], notes = [] }: TripRequest): WishLine[] {
  return [
    ...mustSee.map((name) => must(`see:${name.toLowerCase()}`, `Must see ${name}`)),
    ...unwanted.map((name) => avoid(`skip:${name.toLowerCase()}`, `Without ${name}`)),
    ...notes.map((note) => prefer(`note:${note.toLowerCase()}`, capital(note))),
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** `$3,000`, with cents only when there are any. */
export function plainMoney({ amountMinor, currency }: Money): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits = new Intl.NumberFormat('en-US', style).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = amountMinor / 10 ** digits;
  const shown = Number.isInteger(amount) ? 0 : digits;
  return new Intl.NumberFormat('en-US', {
    ...style,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(amount);
}
