import { type AnswerFacts, type Topic } from '@travellite/model';
import { type TripRequest } from '@travellite/protocol';
import { wishLines } from '../require/wish-lines.js';
import { type TurnWork } from '../turn-work.js';

type Change = AnswerFacts['changes'][number];

/** What this message changed, topic by topic, in the order in which a person would repeat it. */
export function changesOf({ before, state, understanding }: TurnWork): Change[] {
  const [old, now] = [before.request, state.request];
  return [
    ...listChanges('destination', namesOf(old), namesOf(now)),
    ...dateChanges(old, now),
    ...valueChanges('budget', moneyOf(old), moneyOf(now)),
    ...valueChanges('origin', old.origin?.name, now.origin?.name),
    ...valueChanges('travellers', peopleOf(old), peopleOf(now)),
    ...listChanges('interests', interestsOf(old), interestsOf(now)),
    ...otherWishes(old, now, understanding.wishes),
  ];
}

const namesOf = ({ destinations }: TripRequest) => destinations.map(({ name }) => name);
const interestsOf = ({ interests }: TripRequest) => interests.map((tag) => tag.replaceAll('_', ' '));
const peopleOf = ({ travellers }: TripRequest) => travellers && JSON.stringify(travellers);
const moneyOf = ({ budget, budgetUnlimited }: TripRequest) =>
  budget ? JSON.stringify(budget) : budgetUnlimited === true ? 'unlimited' : undefined;

function listChanges(topic: Topic, old: readonly string[], now: readonly string[]): Change[] {
  const come = now.filter((item) => !old.includes(item));
  const gone = old.filter((item) => !now.includes(item));
  return [
    ...(gone.length > 0 ? [{ topic, action: 'removed', value: inOneBreath(gone) } satisfies Change] : []),
    ...(come.length > 0 ? [{ topic, action: 'set', value: inOneBreath(come) } satisfies Change] : []),
  ];
}

const inOneBreath = (items: readonly string[]) => new Intl.ListFormat('en').format(items);

function valueChanges(topic: Topic, old: string | undefined, now: string | undefined): Change[] {
  if (old === now) return [];
  if (now === undefined) return [{ topic, action: 'removed' }];
  return [{ topic, action: old === undefined ? 'set' : 'changed', value: now }];
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
function otherWishes(
  old: TripRequest,
  now: TripRequest,
  wishes: TurnWork['understanding']['wishes'],
): Change[] {
  const lines = (request: TripRequest) =>
    new Map(
      wishLines(request).flatMap(({ key, description }) => (repeated.test(key) ? [] : [[key, description]])),
    );
  const [was, is] = [lines(old), lines(now)];
  const come = [...is].filter(([key]) => !was.has(key)).map(([, description]) => description);
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, description]) => description);
  if (come.length + gone.length > 0) {
    return [
      ...gone.map((value): Change => ({ topic: 'wishes', action: 'removed', value })),
      ...come.map((value): Change => ({ topic: 'wishes', action: 'set', value })),
    ];
  }
  return sameRequest(old, now) ? wishes.map(toChange) : [];
}

const sameRequest = (old: TripRequest, now: TripRequest) => JSON.stringify(old) === JSON.stringify(now);

const toChange = ({ action, description }: TurnWork['understanding']['wishes'][number]): Change => ({
  topic: 'wishes',
  action: action === 'remove' ? 'removed' : 'set',
  value: description,
});
