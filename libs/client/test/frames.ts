import {
  type CanonicalEvent,
  type EventBody,
  type LiveText,
  type NativeFrame,
  type TripView,
} from '@travellite/protocol';
import { emptyTrip } from '../src/frames/view.js';

export const conversation = 'user:ada' as const;

export const welcome = (epoch = 1, seq = 0): Extract<NativeFrame, { type: 'welcome' }> => ({
  type: 'welcome',
  conversation,
  connection: 'c1',
  epoch,
  seq,
  limits: { maxTextLength: 16_000, maxFrameBytes: 262_144, maxQueued: 64 },
});

type SnapshotFrame = Extract<NativeFrame, { type: 'snapshot' }>;
export const snapshot = (overrides: Partial<SnapshotFrame> = {}): SnapshotFrame => ({
  type: 'snapshot',
  epoch: 1,
  seq: 0,
  view: { history: [] },
  queued: [],
  ...overrides,
});

export const event = (seq: number, turn: string, body: EventBody, epoch = 1): CanonicalEvent => ({
  ...body,
  conversation,
  epoch,
  seq,
  turn,
  ts: 1_000 + seq,
});

export const live = (turn: string, offset: number, delta: string, fence = 1): LiveText => ({
  type: 'text',
  conversation,
  turn,
  fence,
  delta,
  offset,
  ts: 5,
});

export const message = (text: string, userId = 'ada') => ({
  text,
  author: { userId },
  ts: 7,
  door: 'native' as const,
});

export const tripTo = (...names: string[]): TripView => ({
  ...emptyTrip(),
  request: { destinations: names.map((name) => ({ name, kind: 'city' })), interests: [] },
});
