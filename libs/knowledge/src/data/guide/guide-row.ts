import { type KnowledgeDocument, type Topic } from '../../port.js';

/** A practical passage of our own writing. `from` says in words who publishes the facts. */
export interface GuideRow {
  id: string;
  topic: Topic;
  title: string;
  text: string;
  from: string;
  /** Holds for the whole country, or anywhere, although it stands in a city's group. */
  scope?: 'country' | 'world';
}

/** Where the rows of a group belong and when they were gone through. */
export interface GuideGroup {
  city?: string;
  country?: string;
  checkedOn: string;
  rows: readonly GuideRow[];
}

export function toDocuments({ city, country, checkedOn, rows }: GuideGroup): KnowledgeDocument[] {
  return rows.map(({ id, topic, title, text, from, scope }) => ({
    id: `guide:${id}`,
    title,
    text,
    source: `TravelLite guide, after ${from}`,
    topic,
    kind: 'guide',
    checkedOn,
    ...(city === undefined || scope !== undefined ? {} : { city }),
    ...(country === undefined || scope === 'world' ? {} : { country }),
  }));
}
