import {
  type Budget,
  type IsoDate,
  type Money,
  type Travellers,
  type TripDates,
  type TripRequest,
} from '@travellite/protocol';
import { interestLabels } from '../data/interests.js';
import { type Understanding } from '../understanding.js';

type Wish = Understanding['wishes'][number];

/** A wish with the thing it is about, so that a changed wish is recognised as the same one. */
export interface TopicWish {
  /** Equal for two wordings of one wish: `dates`, `budget`, `interest:museums`. */
  topic: string;
  description: string;
  priority: Wish['priority'];
}

const formats = new Map<string, Intl.NumberFormat>();

/** `$3,000`, `€1,500.50`. */
export function moneyText({ amountMinor, currency }: Money): string {
  let format = formats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    });
    formats.set(currency, format);
  }
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}

const scopeText: Record<Budget['scope'], string> = {
  total: '',
  per_person: ' per person',
  per_night: ' per night',
  per_day: ' per day',
};

export function budgetText(budget: Budget): string {
  const scope = scopeText[budget.scope];
  if (budget.min && budget.kind === 'range')
    return `Budget between ${moneyText(budget.min)} and ${moneyText(budget.max)}${scope}`;
  if (budget.min) return `Budget of at least ${moneyText(budget.min)}${scope}`;
  return `Budget ${budget.kind === 'about' ? 'around' : 'under'} ${moneyText(budget.max)}${scope}`;
}

const day = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayText = (iso: IsoDate): string => day.format(new Date(`${iso}T00:00:00Z`));
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export function datesText(dates: TripDates): string {
  const length =
    dates.days !== undefined
      ? plural(dates.days, 'day')
      : dates.nights !== undefined
        ? plural(dates.nights, 'night')
        : '';
  if (dates.start && dates.end)
    return `${dayText(dates.start)} to ${dayText(dates.end)}${length ? ` (${length})` : ''}`;
  if (dates.start) return `Starting ${dayText(dates.start)}${length ? `, ${length}` : ''}`;
  if (dates.end) return `Ending ${dayText(dates.end)}${length ? `, ${length}` : ''}`;
  if (dates.window)
    return `${length ? `${length} ` : ''}between ${dayText(dates.window.from)} and ${dayText(dates.window.to)}`;
  return length;
}

export function travellersText({ adults, children, infants, childAges }: Travellers): string {
  const parts = [plural(adults, 'adult')];
  if (children > 0) parts.push(children === 1 ? '1 child' : `${children} children`);
  if (infants) parts.push(plural(infants, 'infant'));
  const ages = childAges?.length ? ` (ages ${childAges.join(', ')})` : '';
  return parts.join(', ') + ages;
}

const words = (tag: string): string => tag.replaceAll('_', ' ');
const title = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function interestWishes(request: TripRequest): TopicWish[] {
  const both = request.interests.includes('food') && request.interests.includes('tradition');
  const wishes = request.interests
    .filter((tag) => !(both && tag === 'tradition'))
    .map((tag): TopicWish => {
      const label = both && tag === 'food' ? 'traditional food' : (interestLabels[tag] ?? words(tag));
      return { topic: `interest:${tag}`, description: title(label), priority: 'preferred' };
    });
  const avoided = (request.avoidInterests ?? []).map((tag): TopicWish => ({
    topic: `interest:${tag}`,
    description: `No ${interestLabels[tag] ?? words(tag)}`,
    priority: 'avoid',
  }));
  return [...wishes, ...avoided];
}

const roomText = {
  entire_home: 'Entire place to ourselves',
  private_room: 'Private room',
  shared_room: 'Shared room',
  not_shared_room: 'No shared room',
};
const ruleText = {
  smoking: 'Smoking allowed',
  pets: 'Pets allowed',
  parties: 'Parties allowed',
  children_under_10: 'Children under 10 allowed',
  visitors: 'Visitors allowed',
};

function lodgingWishes({ lodging }: TripRequest): TopicWish[] {
  if (!lodging) return [];
  const list: TopicWish[] = [];
  if (lodging.roomType)
    list.push({ topic: 'room', description: roomText[lodging.roomType], priority: 'must_have' });
  for (const rule of lodging.allow ?? [])
    list.push({ topic: `rule:${rule}`, description: ruleText[rule], priority: 'must_have' });
  for (const kind of lodging.wanted ?? [])
    list.push({ topic: `lodging:${kind}`, description: `Stay in: ${kind}`, priority: 'preferred' });
  for (const kind of lodging.avoid ?? [])
    list.push({ topic: `lodging:${kind}`, description: `No ${kind}`, priority: 'avoid' });
  if (lodging.minStars)
    list.push({ topic: 'stars', description: `At least ${lodging.minStars} stars`, priority: 'must_have' });
  return list;
}

const modeText = {
  flight: 'flights',
  train: 'trains',
  bus: 'buses',
  self_driving: 'self-driving',
  taxi: 'taxis',
  ferry: 'ferries',
};

function transportWishes({ transport }: TripRequest): TopicWish[] {
  if (!transport) return [];
  const list: TopicWish[] = [];
  for (const mode of transport.wanted ?? [])
    list.push({
      topic: `transport:${mode}`,
      description: `Travel by: ${modeText[mode]}`,
      priority: 'preferred',
    });
  for (const mode of transport.refused ?? [])
    list.push({ topic: `transport:${mode}`, description: `No ${modeText[mode]}`, priority: 'avoid' });
  if (transport.directOnly)
    list.push({ topic: 'direct', description: 'Direct connections only', priority: 'must_have' });
  if (transport.cabin)
    list.push({
      topic: 'cabin',
      description: `${title(words(transport.cabin))} class`,
      priority: 'preferred',
    });
  return list;
}

/** Everything a request asks for besides its destinations, one line a wish, in a fixed order. */
export function describeWishes(request: TripRequest): TopicWish[] {
  const list: TopicWish[] = [];
  const dates = request.dates ? datesText(request.dates) : '';
  if (dates !== '') list.push({ topic: 'dates', description: dates, priority: 'must_have' });
  if (request.origin)
    list.push({
      topic: 'origin',
      description: `Starting from ${request.origin.name}`,
      priority: 'must_have',
    });
  if (request.travellers)
    list.push({
      topic: 'travellers',
      description: travellersText(request.travellers),
      priority: 'must_have',
    });
  if (request.budget)
    list.push({ topic: 'budget', description: budgetText(request.budget), priority: 'must_have' });
  list.push(...interestWishes(request));
  if (request.pace)
    list.push({ topic: 'pace', description: `${title(request.pace)} pace`, priority: 'preferred' });
  for (const cuisine of request.cuisines ?? [])
    list.push({ topic: `cuisine:${cuisine}`, description: `${title(cuisine)} food`, priority: 'must_have' });
  for (const diet of request.diets ?? [])
    list.push({ topic: `diet:${diet}`, description: `${title(diet)} food`, priority: 'must_have' });
  list.push(...lodgingWishes(request), ...transportWishes(request));
  for (const name of request.avoid ?? [])
    list.push({ topic: `avoid:${name}`, description: `Without ${name}`, priority: 'avoid' });
  for (const note of request.notes ?? [])
    list.push({ topic: `note:${note}`, description: title(note), priority: 'preferred' });
  return list;
}

/** What became different between two requests, in the words of the requirements list. */
export function changedWishes(before: TripRequest, after: TripRequest): Wish[] {
  const old = describeWishes(before);
  const now = describeWishes(after);
  const changes: Wish[] = [];
  for (const wish of old) {
    if (!now.some((other) => other.topic === wish.topic))
      changes.push({ action: 'remove', description: wish.description, priority: wish.priority });
  }
  for (const wish of now) {
    const known = old.find((other) => other.topic === wish.topic);
    if (!known) changes.push({ action: 'add', description: wish.description, priority: wish.priority });
    else if (known.description !== wish.description)
      changes.push({ action: 'modify', description: wish.description, priority: wish.priority });
  }
  return changes;
}
