import { type AnswerFacts, type Topic } from '@travellite/model';
import { type TripRequest } from '@travellite/protocol';
import { type WishLine, wishLines } from '../require/wish-lines.js';
import { type TurnWork } from '../turn-work.js';

type Change = AnswerFacts['changes'][number];

/** What this message changed, topic by topic, in the order in which a person would repeat it. */
export function changesOf({ before, state }: TurnWork): Change[] {
  const [old, now] = [before.request, state.request];
  return [
    ...listChanges('destination', namesOf(withoutNarrowed(old, now)), namesOf(now), inOneBreath, true),
    ...orderChange(namesOf(old), namesOf(now)),
    ...dateChanges(old, now),
    ...budgetChanges(old, now),
    ...valueChanges('origin', old.origin?.name, now.origin?.name),
    ...valueChanges('travellers', peopleOf(old), peopleOf(now)),
    ...listChanges('interests', old.interests, now.interests, (tags) => tags.join(',')),
    ...otherWishes(old, now),
  ];
}

/** A country whose place one of its cities takes was not removed: the wish became narrower. */
const withoutNarrowed = (old: TripRequest, now: TripRequest): TripRequest => ({
  ...old,
  destinations: old.destinations.filter(({ kind, country }) => {
    const narrower = now.destinations.some((place) => place.kind === 'city' && place.country === country);
    return kind === 'city' || country === undefined || !narrower;
  }),
});

const namesOf = ({ destinations }: TripRequest) => destinations.map(({ name }) => name);
const peopleOf = ({ travellers }: TripRequest) => travellers && JSON.stringify(travellers);
const moneyOf = ({ budget }: TripRequest) => budget && JSON.stringify(budget);

function listChanges(
  topic: Topic,
  old: readonly string[],
  now: readonly string[],
  join: (items: readonly string[]) => string = inOneBreath,
  places = false,
): Change[] {
  const come = now.filter((item) => !old.includes(item));
  const gone = old.filter((item) => !now.includes(item));
  const told = (action: Change['action'], items: string[]): Change[] =>
    items.length > 0 ? [{ topic, action, value: join(items), ...(places ? { names: items } : {}) }] : [];
  return [...told('removed', gone), ...told('set', come)];
}

const inOneBreath = (items: readonly string[]) => new Intl.ListFormat('en').format(items);

/** The same places in another order. */
function orderChange(old: readonly string[], now: readonly string[]): Change[] {
  const same = old.length === now.length && old.every((name) => now.includes(name));
  const moved = same && old.some((name, at) => now[at] !== name);
  return moved ? [{ topic: 'destination', action: 'changed', value: inOneBreath(now), names: [...now] }] : [];
}

function valueChanges(topic: Topic, old: string | undefined, now: string | undefined): Change[] {
  if (old === now) return [];
  if (now === undefined) return [{ topic, action: 'removed' }];
  return [{ topic, action: old === undefined ? 'set' : 'changed', value: now }];
}

/** To take a limit away is a change to the budget whether or not one was set. */
function budgetChanges(old: TripRequest, now: TripRequest): Change[] {
  const lifted = now.budgetUnlimited === true && old.budgetUnlimited !== true;
  return lifted
    ? [{ topic: 'budget', action: 'removed' }]
    : valueChanges('budget', moneyOf(old), moneyOf(now));
}

function dateChanges(old: TripRequest, now: TripRequest): Change[] {
  const when = ({ dates }: TripRequest) => dates?.start ?? dates?.window?.from;
  const length = ({ dates }: TripRequest) =>
    dates?.days === undefined && dates?.nights === undefined
      ? undefined
      : `${dates.days ?? ''}/${dates.nights ?? ''}`;
  if (when(old) !== when(now) || old.dates?.end !== now.dates?.end) {
    return valueChanges('dates', JSON.stringify(old.dates), now.dates && JSON.stringify(now.dates));
  }
  return valueChanges('length', length(old), length(now));
}

const repeated = /^(dates|budget|travellers|origin|interest:)/;

/** Wishes beside the basics, as they stand on the list. */
function otherWishes(old: TripRequest, now: TripRequest): Change[] {
  const others = (request: TripRequest) => wishLines(request).filter(({ key }) => !repeated.test(key));
  const [was, is] = [others(old), others(now)];
  const missingIn = (list: typeof was, wish: (typeof was)[number]) =>
    !list.some(({ description }) => description === wish.description);
  return [
    ...was.filter((wish) => missingIn(is, wish)).map((wish) => toChange('removed', wish)),
    ...is.filter((wish) => missingIn(was, wish)).map((wish) => toChange('set', wish)),
  ];
}

const toChange = (action: Change['action'], { description, key }: WishLine): Change => ({
  topic: 'wishes',
  action,
  value: description,
  key,
});
