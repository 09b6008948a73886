import { type TripRequest } from '@travellite/protocol';
import { type WishLine } from '../../require/wish-lines.js';

const joined = <T>(
  one: readonly T[] | undefined,
  other: readonly T[] | undefined,
  same: (item: T) => unknown,
): T[] => {
  const items = new Map<unknown, T>();
  for (const item of [...(one ?? []), ...(other ?? [])])
    if (!items.has(same(item))) items.set(same(item), item);
  return [...items.values()];
};

const byText = (text: string) => text.toLowerCase();

/** Both requests in one: single values of the second win, lists are joined. */
export function mergeRequests(first: TripRequest, second: TripRequest): TripRequest {
  const merged: TripRequest = {
    ...first,
    ...definedOnly(second),
    destinations: joined(first.destinations, second.destinations, ({ name }) => byText(name)),
    interests: joined(first.interests, second.interests, byText),
  };
  for (const name of ['avoidInterests', 'cuisines', 'diets', 'mustSee', 'avoid', 'notes'] as const) {
    const list = joined(first[name], second[name], byText);
    if (list.length > 0) merged[name] = list;
  }
  if (first.dates && second.dates) merged.dates = { ...first.dates, ...definedOnly(second.dates) };
  if (first.lodging && second.lodging) merged.lodging = { ...first.lodging, ...definedOnly(second.lodging) };
  if (first.transport && second.transport) {
    merged.transport = { ...first.transport, ...definedOnly(second.transport) };
  }
  return merged;
}

const definedOnly = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<T>;

/** The request without the wishes of these lines. */
export function withoutWishes(request: TripRequest, lines: readonly WishLine[]): TripRequest {
  return lines.reduce((rest, { key }) => withoutKey(rest, key), request);
}

const single: Record<string, keyof TripRequest> = {
  dates: 'dates',
  budget: 'budget',
  travellers: 'travellers',
  origin: 'origin',
  pace: 'pace',
};

const lists = {
  interest: 'interests',
  not: 'avoidInterests',
  cuisine: 'cuisines',
  diet: 'diets',
  see: 'mustSee',
  skip: 'avoid',
  note: 'notes',
} as const;

function withoutKey(request: TripRequest, key: string): TripRequest {
  const field = single[key];
  if (field) return omit(request, field);
  if (key === 'interest:food') {
    // One line of the list stands for both (see `wishLines`).
    const both = request.interests.includes('tradition') ? ['food', 'tradition'] : ['food'];
    return { ...request, interests: request.interests.filter((tag) => !both.includes(tag)) };
  }
  const [kind = '', ...rest] = key.split(':');
  const value = rest.join(':');
  if (kind in lists) {
    const name = lists[kind as keyof typeof lists];
    return {
      ...request,
      [name]: (request[name] ?? []).filter((item) => item.toLowerCase() !== value.toLowerCase()),
    };
  }
  if (['room', 'stars', 'allow', 'stay', 'no-stay'].includes(kind))
    return withoutLodging(request, kind, value);
  return withoutTransport(request, kind, value);
}

function omit<T extends object>(value: T, field: keyof T): T {
  const { [field]: _dropped, ...rest } = value;
  return rest as T;
}

function withoutLodging(request: TripRequest, kind: string, value: string): TripRequest {
  const lodging = { ...request.lodging };
  if (kind === 'room') delete lodging.roomType;
  if (kind === 'stars') delete lodging.minStars;
  if (kind === 'allow') lodging.allow = lodging.allow?.filter((rule) => rule !== value);
  if (kind === 'stay') lodging.wanted = lodging.wanted?.filter((wish) => wish !== value);
  if (kind === 'no-stay') lodging.avoid = lodging.avoid?.filter((wish) => wish !== value);
  return { ...request, lodging };
}

function withoutTransport(request: TripRequest, kind: string, value: string): TripRequest {
  const transport = { ...request.transport };
  if (kind === 'by') transport.wanted = transport.wanted?.filter((mode) => mode !== value);
  if (kind === 'not-by') transport.refused = transport.refused?.filter((mode) => mode !== value);
  if (kind === 'direct') delete transport.directOnly;
  if (kind === 'cabin') delete transport.cabin;
  return { ...request, transport };
}
