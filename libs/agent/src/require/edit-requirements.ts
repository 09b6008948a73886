import { type Requirement, type TripRequest } from '@travellite/protocol';
import { type Understanding } from '../understand/understanding.js';
import { type WishLine, wishLines } from './wish-lines.js';
import { likeness } from './likeness.js';

/** What an entry of the list is about, in the keys of `wishLines`; empty when it says nothing we know. */
export type ReadEntry = (description: string) => readonly string[];

/**
 * The list after this message. Only what the message changed in the request is added, replaced or taken away, one entry a wish,
 * so that entries somebody else wrote stay as they are; a message that changes nothing gives the list back untouched.
 */
export function editRequirements(
  list: readonly Requirement[],
  before: TripRequest,
  after: TripRequest,
  wishes: Understanding['wishes'],
  read: ReadEntry,
): Requirement[] {
  const old = new Map(wishLines(before).map((line) => [line.key, line]));
  const wanted = new Map(wishLines(after).map((line) => [line.key, line]));
  let edited: Requirement[] = [...list];
  for (const [key, line] of old) {
    if (!wanted.has(key)) edited = without(edited, line, read);
  }
  for (const [key, line] of wanted) {
    const former = old.get(key);
    if (former && former.description === line.description && former.priority === line.priority) continue;
    edited = former ? replaced(edited, former, line, read) : added(edited, line, read);
  }
  for (const wish of wishes) {
    // What the request holds in a field of its own was dealt with above.
    if (read(wish.description).length === 0) edited = withWish(edited, wish);
  }
  return edited;
}

const entry = ({ description, priority }: Requirement): Requirement => ({ description, priority });

/** Where the list speaks of this wish: word for word, else the entry that is about it and about least else. */
function find(list: readonly Requirement[], line: WishLine, read: ReadEntry): number {
  const exact = list.findIndex(({ description }) => description === line.description);
  if (exact >= 0) return exact;
  let best = -1;
  let fewest = Infinity;
  for (const [index, { description }] of list.entries()) {
    const keys = read(description);
    if (!keys.includes(line.key) || keys.length >= fewest) continue;
    [best, fewest] = [index, keys.length];
  }
  return best;
}

function without(list: Requirement[], line: WishLine, read: ReadEntry): Requirement[] {
  const index = find(list, line, read);
  return index < 0 ? list : list.toSpliced(index, 1);
}

function replaced(list: Requirement[], former: WishLine, line: WishLine, read: ReadEntry): Requirement[] {
  const index = find(list, former, read);
  return index < 0 ? [...list, entry(line)] : list.with(index, { ...list[index], ...entry(line) });
}

/** A wish the list already holds (a client carried it before we knew of it) is brought up to date, not doubled. */
function added(list: Requirement[], line: WishLine, read: ReadEntry): Requirement[] {
  return replaced(list, line, line, read);
}

/** A wish in words only: matched with entries by its words. */
function withWish(list: Requirement[], wish: Understanding['wishes'][number]): Requirement[] {
  const { action, description, priority } = wish;
  const scores = list.map((one) => likeness(one.description, description));
  const best = Math.max(0, ...scores);
  const index = best >= 0.5 ? scores.indexOf(best) : -1;
  if (action === 'remove') return index < 0 ? list : list.toSpliced(index, 1);
  if (index >= 0 && (action === 'modify' || best >= 0.99))
    return list.with(index, { ...list[index], description, priority });
  return [...list, { description, priority }];
}
