import { type TripRequest } from '@travellite/protocol';
import { type Understanding } from '../understanding.js';

const fields = [
  'origin',
  'dates',
  'budget',
  'travellers',
  'pace',
  'cuisines',
  'diets',
  'lodging',
  'transport',
  'mustSee',
  'avoid',
] as const;

/**
 * What a model read, beside what the rules read: the rules win wherever they read something; the model fills what they left open.
 * So a model can help with an unusual wording and can spoil nothing that was understood.
 */
export function completeUnderstanding(rules: Understanding, read: TripRequest): Understanding {
  const set: Partial<TripRequest> = {};
  for (const field of fields) {
    if (
      rules.request[field] === undefined &&
      read[field] !== undefined &&
      !rules.patch.remove.includes(field)
    ) {
      Object.assign(set, { [field]: read[field] });
    }
  }
  if (rules.request.destinations.length === 0 && read.destinations.length > 0)
    set.destinations = read.destinations;
  if (rules.request.interests.length === 0 && read.interests.length > 0) set.interests = read.interests;
  const found = Object.keys(set);
  if (found.length === 0) return rules;
  const acts = rules.acts.filter((act) => act !== 'off_topic');
  return {
    ...rules,
    patch: { ...rules.patch, set: { ...rules.patch.set, ...set } },
    request: { ...rules.request, ...set },
    acts: acts.length > 0 ? acts : ['change'],
    intents: [...rules.intents.filter(({ intent }) => intent !== 'Not_Relevant'), ...intentsFor(set)],
  };
}

function intentsFor(set: Partial<TripRequest>): Understanding['intents'] {
  const places = (set.destinations ?? []).map(({ name }) => ({
    intent: 'Points_Of_Interest' as const,
    action: 'add' as const,
    value: name,
  }));
  const wishes = Object.keys(set).filter((field) => field !== 'destinations');
  const values = wishes.map((value) => ({
    intent: 'Schedule_Requirement' as const,
    action: 'add' as const,
    value,
  }));
  return [...places, ...values];
}
