import { type TripRequest } from '@travellite/protocol';
import { moneyText } from '../constraints/money.js';
import { modeWords } from '../constraints/suitable.js';
import { type RuleCode } from '../report.js';

/** A hard wish that can be given up by itself. */
export interface Wish {
  code: RuleCode;
  /** In words, as the object of "you asked for". */
  words: string;
  subject?: string;
  /** The advice to give it up. */
  advice: string;
  /** What is then true of the data, when it alone stands in the way. */
  fact?: string;
  /** How much it hurts to give it up; small changes are named first. */
  hurts: number;
  without: (request: TripRequest) => TripRequest;
}

type ListField = 'cuisines' | 'diets' | 'mustSee' | 'avoid' | 'avoidInterests';

const words = (text: string) => text.replaceAll('_', ' ');
const minus = <Item>(list: readonly Item[] | undefined, item: Item): Item[] =>
  (list ?? []).filter((one) => one !== item);

function listWishes(
  request: TripRequest,
  field: ListField,
  code: RuleCode,
  hurts: number,
  say: (item: string) => { words: string; advice: string },
): Wish[] {
  return [...new Set(request[field] ?? [])].map((item) => ({
    code,
    subject: item,
    hurts,
    ...say(item),
    without: (from) => ({ ...from, [field]: minus(from[field], item) }),
  }));
}

function lodgingWishes(request: TripRequest): Wish[] {
  const { roomType, allow = [], minStars, avoid = [] } = request.lodging ?? {};
  const change = (from: TripRequest, part: TripRequest['lodging']): TripRequest => ({
    ...from,
    lodging: { ...from.lodging, ...part },
  });
  const found: Wish[] = [];
  if (roomType !== undefined) {
    found.push({
      code: 'room_type',
      words: words(roomType),
      subject: roomType,
      advice: `Accept other rooms than ${words(roomType)}.`,
      hurts: 2,
      without: (from) => change(from, { roomType: undefined }),
    });
  }
  for (const rule of allow) {
    found.push({
      code: 'house_rules',
      words: `lodging that allows ${words(rule)}`,
      subject: rule,
      advice: `Accept lodging that does not allow ${words(rule)}.`,
      hurts: 3,
      without: (from) => change(from, { allow: minus(from.lodging?.allow, rule) }),
    });
  }
  if (minStars !== undefined) {
    found.push({
      code: 'stars',
      words: `at least ${minStars} stars`,
      advice: `Accept lodging under ${minStars} stars.`,
      hurts: 1.5,
      without: (from) => change(from, { minStars: undefined }),
    });
  }
  for (const kind of avoid) {
    found.push({
      code: 'lodging_kind',
      words: `no ${kind}`,
      subject: kind,
      advice: `Accept ${kind} as lodging.`,
      hurts: 2,
      without: (from) => change(from, { avoid: minus(from.lodging?.avoid, kind) }),
    });
  }
  return found;
}

function transportWishes(request: TripRequest): Wish[] {
  const { refused = [], directOnly, cabin } = request.transport ?? {};
  const change = (from: TripRequest, part: TripRequest['transport']): TripRequest => ({
    ...from,
    transport: { ...from.transport, ...part },
  });
  const found: Wish[] = refused.map((mode) => ({
    code: 'transport_refused',
    words: `no ${modeWords(mode)}`,
    subject: mode,
    advice: `Allow ${modeWords(mode)}.`,
    hurts: 2,
    without: (from) => change(from, { refused: minus(from.transport?.refused, mode) }),
  }));
  if (directOnly === true) {
    found.push({
      code: 'direct_only',
      words: 'direct flights only',
      advice: 'Allow flights with a stop.',
      hurts: 1,
      without: (from) => change(from, { directOnly: false }),
    });
  }
  if (cabin !== undefined) {
    found.push({
      code: 'cabin',
      words: `${words(cabin)} class`,
      subject: cabin,
      advice: `Accept another class than ${words(cabin)}.`,
      hurts: 1.5,
      without: (from) => change(from, { cabin: undefined }),
    });
  }
  return found;
}

function placeWishes(request: TripRequest): Wish[] {
  const several = request.destinations.length > 1;
  return request.destinations.flatMap((place, at): Wish[] => {
    const without =
      (patch: object) =>
      (from: TripRequest): TripRequest => ({
        ...from,
        destinations: from.destinations.map((one) => (one.name === place.name ? { ...one, ...patch } : one)),
      });
    const found: Wish[] = [];
    if (place.nights !== undefined) {
      found.push({
        code: 'nights',
        words: `${place.nights} nights in ${place.name}`,
        subject: place.name,
        advice: `Leave open how many nights to stay in ${place.name}.`,
        hurts: 1.5,
        without: without({ nights: undefined }),
      });
    }
    if (place.during !== undefined) {
      found.push({
        code: 'dates',
        words: `to be in ${place.name} from day ${place.during.from} to day ${place.during.to}`,
        subject: place.name,
        advice: `Do not insist on being in ${place.name} from day ${place.during.from} to day ${place.during.to}.`,
        hurts: 3.5,
        without: without({ during: undefined }),
      });
    }
    if (place.cityCount !== undefined) {
      found.push({
        code: 'city_count',
        words: `${place.cityCount} cities in ${place.name}`,
        subject: place.name,
        advice: `Leave open how many cities of ${place.name} to visit.`,
        hurts: 3,
        without: without({ cityCount: undefined }),
      });
    }
    if (several) {
      found.push({
        code: 'route',
        words: place.name,
        subject: place.name,
        advice: `Leave out ${place.name}.`,
        hurts: 4 + at * 0.01,
        without: (from) => ({
          ...from,
          destinations: from.destinations.filter((one) => one.name !== place.name),
        }),
      });
    }
    return found;
  });
}

function budgetWish(request: TripRequest): Wish[] {
  const { budget } = request;
  if (budget === undefined || request.budgetUnlimited === true) return [];
  const scope = budget.scope === 'total' ? '' : ` ${words(budget.scope)}`;
  const amount = moneyText(budget.max.amountMinor, budget.max.currency);
  return [
    {
      code: 'budget',
      words: `a budget of ${amount}${scope}`,
      advice: 'Plan without a limit.',
      hurts: 6,
      // The currency of the sums stays that of the budget.
      without: (from) => ({ ...from, budgetUnlimited: true }),
    },
  ];
}

function homeWish(request: TripRequest): Wish[] {
  if (request.origin === undefined) return [];
  const { name } = request.origin;
  return [
    {
      code: 'leg_missing',
      words: `the way from ${name} and back`,
      fact: `The data has no way from ${name} and back that suits the dates and the other wishes.`,
      subject: name,
      advice: `Plan without the way from ${name} and back.`,
      hurts: 8,
      without: (from) => ({ ...from, origin: undefined }),
    },
  ];
}

/** Every hard wish of a request, those that people give up most easily first. */
export function wishesOf(request: TripRequest): Wish[] {
  return [
    ...listWishes(request, 'cuisines', 'cuisine', 1.5, (item) => ({
      words: `${item} food`,
      advice: `Do without ${item} food.`,
    })),
    ...listWishes(request, 'avoid', 'avoid', 2.5, (item) => ({
      words: `to avoid ${item}`,
      advice: `Do not rule out ${item}.`,
    })),
    ...listWishes(request, 'avoidInterests', 'avoid', 2.5, (item) => ({
      words: `to avoid ${words(item)}`,
      advice: `Do not rule out ${words(item)}.`,
    })),
    ...listWishes(request, 'mustSee', 'must_see', 2.5, (item) => ({
      words: item,
      advice: `Leave out ${item}.`,
    })),
    ...listWishes(request, 'diets', 'diet', 4, (item) => ({
      words: `${item} food at every meal`,
      advice: `Accept restaurants not known to serve ${item} food.`,
    })),
    ...lodgingWishes(request),
    ...transportWishes(request),
    ...placeWishes(request),
    ...homeWish(request),
    ...budgetWish(request),
  ];
}
