import { type Requirement, type TripRequest } from '@travellite/protocol';
import { wishLines, type WishLine } from './wish-lines.js';

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
  return edited;
}

const entry = ({ description, priority }: Pick<Requirement, 'description' | 'priority'>): Requirement => ({
  description,
  priority,
});

/** Where the list speaks of this wish: word for word, else the entry that is about it and about least else. */
function find(list: readonly Requirement[], line: WishLine, read: ReadEntry): number {
  const exact = list.findIndex(({ description }) => description === line.description);
  if (exact >= 0) return exact;
  let best = -1;
  let fewest = Infinity;
  for (const [index, { description }] of list.entries()) {
    const about = read(description);
    if (!about.includes(line.key) || about.length >= fewest) continue;
    [best, fewest] = [index, about.length];
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
