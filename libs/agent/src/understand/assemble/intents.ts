import { type Intent, type PlaceRef, type TripRequest } from '@travellite/protocol';
import { samePlace } from '../places/place.js';
import { type Understanding } from '../understanding.js';

function placeIntents(before: TripRequest, after: TripRequest): Intent[] {
  const has = (list: readonly PlaceRef[], place: PlaceRef): boolean =>
    list.some((other) => samePlace(other, place));
  const intents: Intent[] = [];
  for (const place of before.destinations) {
    if (!has(after.destinations, place))
      intents.push({ intent: 'Points_Of_Interest', action: 'remove', value: place.name });
  }
  for (const place of after.destinations) {
    if (!has(before.destinations, place))
      intents.push({ intent: 'Points_Of_Interest', action: 'add', value: place.name });
  }
  const sights = (request: TripRequest): string[] => request.mustSee ?? [];
  for (const name of sights(before))
    if (!sights(after).includes(name))
      intents.push({ intent: 'Points_Of_Interest', action: 'remove', value: name });
  for (const name of sights(after))
    if (!sights(before).includes(name))
      intents.push({ intent: 'Points_Of_Interest', action: 'add', value: name });
  return intents;
}

/** The intents of the trip-chat contract, from what the message changed and what it is. Never empty. */
export function readIntents(
  text: string,
  before: TripRequest,
  understood: Pick<Understanding, 'request' | 'acts' | 'wishes' | 'reference'>,
): Intent[] {
  const intents: Intent[] = placeIntents(before, understood.request);
  for (const { action, description } of understood.wishes) {
    intents.push({ intent: 'Schedule_Requirement', action, value: description });
  }
  const { reference } = understood;
  if (reference) {
    const option = reference.option === undefined ? '' : `option ${reference.option + 1}`;
    const value = [option, reference.wish?.replaceAll('_', ' ') ?? '']
      .filter((part) => part !== '')
      .join(', ');
    intents.push({ intent: 'Schedule_Option', action: 'modify', value });
  }
  if (intents.length > 0) return intents;
  const offTopic = understood.acts.includes('off_topic');
  return [
    {
      intent: offTopic ? 'Not_Relevant' : 'General_Response',
      action: 'add',
      value: text.trim().slice(0, 4_000),
    },
  ];
}
