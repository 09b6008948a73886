import { type TripRequest } from '@travellite/protocol';
import { type TopicWish } from '../assemble/describe.js';

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

/** The request without these wishes. */
export function withoutWishes(request: TripRequest, wishes: readonly TopicWish[]): TripRequest {
  return wishes.reduce((rest, { topic }) => withoutTopic(rest, topic), request);
}

const fields: Record<string, keyof TripRequest> = {
  dates: 'dates',
  budget: 'budget',
  travellers: 'travellers',
  origin: 'origin',
  pace: 'pace',
};

/** Lists that hold what a topic names after its colon. */
const lists: Record<string, ('interests' | 'avoidInterests' | 'cuisines' | 'diets' | 'avoid' | 'notes')[]> = {
  interest: ['interests', 'avoidInterests'],
  cuisine: ['cuisines'],
  diet: ['diets'],
  avoid: ['avoid'],
  note: ['notes'],
};

function withoutTopic(request: TripRequest, topic: string): TripRequest {
  const field = fields[topic];
  if (field) return omit(request, field);
  const [kind = '', ...rest] = topic.split(':');
  const value = rest.join(':');
  const names = lists[kind];
  if (names) {
    return names.reduce(
      (smaller, name) =>
        smaller[name] === undefined
          ? smaller
          : { ...smaller, [name]: smaller[name].filter((item) => item !== value) },
      request,
    );
  }
  return ['room', 'stars', 'rule', 'lodging'].includes(kind)
    ? withoutLodging(request, kind, value)
    : withoutTransport(request, kind, value);
}

function omit<T extends object>(value: T, field: keyof T): T {
  const { [field]: _dropped, ...rest } = value;
  return rest as T;
}

function withoutLodging(request: TripRequest, kind: string, value: string): TripRequest {
  const lodging = { ...request.lodging };
  if (kind === 'room') delete lodging.roomType;
  if (kind === 'stars') delete lodging.minStars;
  if (kind === 'rule') lodging.allow = lodging.allow?.filter((rule) => rule !== value);
  if (kind === 'lodging') {
    lodging.wanted = lodging.wanted?.filter((wish) => wish !== value);
    lodging.avoid = lodging.avoid?.filter((wish) => wish !== value);
  }
  return { ...request, lodging };
}

function withoutTransport(request: TripRequest, kind: string, value: string): TripRequest {
  const transport = { ...request.transport };
  if (kind === 'transport') {
    transport.wanted = transport.wanted?.filter((mode) => mode !== value);
    transport.refused = transport.refused?.filter((mode) => mode !== value);
  }
  if (kind === 'direct') delete transport.directOnly;
  if (kind === 'cabin') delete transport.cabin;
  return { ...request, transport };
}
