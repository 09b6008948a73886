import { type Knowledge, type KnowledgeCapabilities, type KnowledgeDocument } from '../port.js';

/** What a check gets: an adapter with nothing in it, and the adapter's clock. */
export interface World {
  knowledge: Knowledge;
  /** Unix ms; the adapter's `now` reads it. */
  clock: { now: number };
  /** Closes the adapter and opens it again over what it left. */
  reopen(): Promise<Knowledge>;
  /** The same adapter with its service gone; nothing for adapters that have none. */
  cutOff?(): Promise<void>;
}

/** An adapter's side of the suite. */
export interface KnowledgeFixture {
  open(): Promise<World>;
  /** Ends what `open` started. */
  cleanUp(): Promise<void>;
}

/** One guarantee of the port: named behaviours, each a check that rejects when it does not hold. */
export interface Guarantee {
  name: string;
  behaviours: Record<string, (world: World) => Promise<void>>;
  /** Only for adapters that declare it. */
  needs?: { says: string; of: (capabilities: KnowledgeCapabilities) => boolean };
}

/** A document with sensible fields, changed as given. */
export const aDocument = (change: Partial<KnowledgeDocument> = {}): KnowledgeDocument => ({
  id: 'tram',
  title: 'Trams in Zürich',
  text: 'Trams run every seven minutes; a day ticket is valid on boats too.',
  source: 'the transport company of the city',
  url: 'https://example.org/tram',
  city: 'Zürich',
  country: 'Switzerland',
  topic: 'transport',
  kind: 'guide',
  checkedOn: '2026-11-01',
  ...change,
});

export const others: KnowledgeDocument[] = [
  aDocument({
    id: 'pasta',
    title: 'Eating in Rome',
    text: 'Carbonara belongs to the evening; lunch is late and long.',
    url: undefined,
    city: 'Rome',
    country: 'Italy',
    topic: 'food',
  }),
  aDocument({
    id: 'umbrella',
    title: 'What to pack for monsoon',
    text: 'A light raincoat and sandals beat an umbrella.',
    city: undefined,
    country: undefined,
    topic: 'packing',
  }),
];

/** Ids of the documents a search finds, best first. */
export async function findIds(
  knowledge: Knowledge,
  text: string,
  more: Partial<Parameters<Knowledge['search']>[0]> = {},
): Promise<string[]> {
  const passages = await knowledge.search({ text, limit: 10, ...more });
  return passages.map(({ document }) => document);
}
