import { type CanonicalEvent, type EventBody, type LiveText, type TripView } from '@travellite/protocol';

/** Numbers events as a log does: one conversation, dense `seq`, one ms apart. */
export function eventLog(conversation: CanonicalEvent['conversation'] = 'user:ada') {
  let seq = 0;
  return (turn: string, body: EventBody): CanonicalEvent => {
    seq += 1;
    return { conversation, epoch: 1, seq, turn, ts: 1_000 + seq, ...body };
  };
}

export const live = (turn: string, offset: number, delta: string, fence = 1): LiveText => ({
  type: 'text',
  conversation: 'user:ada',
  turn,
  fence,
  delta,
  offset,
  ts: 5_000,
});

export const message = (text: string): EventBody & { type: 'message' } => ({
  type: 'message',
  message: { text, author: { userId: 'ada' }, ts: 1, door: 'gateway' },
});

export const tripView = (lists: Partial<TripView> = {}): TripView => ({
  request: { destinations: [], interests: [] },
  pois: [],
  requirements: [],
  plan: [],
  missing: [],
  ...lists,
});

export const poi = (name: string) => ({
  name,
  description: '',
  geo_coordinate: { lat: 35.7, lng: 139.8 },
  poi_type: 'tourist_destination' as const,
  cost: '$10',
});

export const parsed = (frames: readonly string[]): Record<string, unknown>[] =>
  frames.map((frame) => JSON.parse(frame) as Record<string, unknown>);
