import { type TripRequest } from '@travellite/protocol';
import { wishLines } from '../../require/wish-lines.js';
import { type Understanding } from '../understanding.js';

type Wish = Understanding['wishes'][number];

/** What became different between two requests, in the words of the requirements list. */
export function changedWishes(before: TripRequest, after: TripRequest): Wish[] {
  const old = new Map(wishLines(before).map((line) => [line.key, line]));
  const now = wishLines(after);
  const keys = new Set(now.map(({ key }) => key));
  const changes: Wish[] = [...old.values()]
    .filter(({ key }) => !keys.has(key))
    .map(({ description, priority }) => ({ action: 'remove', description, priority }));
  for (const { key, description, priority } of now) {
    const known = old.get(key);
    if (!known) changes.push({ action: 'add', description, priority });
    else if (known.description !== description) changes.push({ action: 'modify', description, priority });
  }
  return changes;
}
