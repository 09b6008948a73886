import {
  type Budget,
  type IsoDate,
  moneyText,
  type Requirement,
  type TripDates,
  type TripRequest,
} from '@travellite/protocol';
import { interestLabels } from '../understand/data/interests.js';

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
  if (budget) lines.push(must('budget', budgetLine(budget)));
  if (travellers) {
    const { adults, children } = travellers;
    const people = [count(adults, 'adult'), children > 0 ? count(children, 'child', 'children') : ''];
    lines.push(must('travellers', people.filter(Boolean).join(' and ')));
  }
  if (origin) lines.push(must('origin', `Starting from ${origin.name}`));
  if (pace) lines.push(prefer('pace', `${pace === 'packed' ? 'Full' : capital(pace)} pace`));
  return lines;
}

const scopes = { total: '', per_person: ' per person', per_night: ' per night', per_day: ' per day' };

function budgetLine({ min, max, scope, kind }: Budget): string {
  const limit = moneyText(max);
  if (min) return `Budget between ${moneyText(min)} and ${limit}${scopes[scope]}`;
  return `Budget ${kind === 'about' ? 'around' : 'under'} ${limit}${scopes[scope]}`;
}

function datesLine(dates: TripDates | undefined): string | undefined {
  if (!dates) return undefined;
  const { start, end, nights, days, window } = dates;
  const length =
    days !== undefined ? count(days, 'day') : nights === undefined ? undefined : count(nights, 'night');
  const extra = length === undefined ? '' : ` (${length})`;
  if (start !== undefined && end !== undefined) return `${longDay(start)} to ${longDay(end)}${extra}`;
  if (start !== undefined) return `Starting ${longDay(start)}${extra}`;
  if (end !== undefined) return `Ending ${longDay(end)}${extra}`;
  if (window) return `Between ${longDay(window.from)} and ${longDay(window.to)}${extra}`;
  return length;
}

const longDays = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const longDay = (day: IsoDate): string => longDays.format(new Date(`${day}T00:00:00Z`));

function tastes({ interests, avoidInterests = [], cuisines = [], diets = [] }: TripRequest): WishLine[] {
  return [
    ...interestLines(interests),
    ...avoidInterests.map((tag) => avoid(`not:${tag}`, `No ${label(tag)}`)),
    ...cuisines.map((cuisine) => prefer(`cuisine:${cuisine}`, `${capital(words(cuisine))} food`)),
    ...diets.map((diet) => must(`diet:${diet}`, `${capital(words(diet))} meals`)),
  ];
}

const label = (tag: string): string => interestLabels[tag] ?? words(tag);

/** Food and tradition together are one wish of people: traditional food. */
function interestLines(interests: readonly string[]): WishLine[] {
  const traditional = interests.includes('food') && interests.includes('tradition');
  return interests
    .filter((tag) => !traditional || tag !== 'tradition')
    .map((tag) =>
      prefer(`interest:${tag}`, traditional && tag === 'food' ? 'Traditional food' : capital(label(tag))),
    );
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
