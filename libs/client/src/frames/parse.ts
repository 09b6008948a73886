import { type CanonicalEvent, type LiveText, type NativeServerFrame } from '@travellite/protocol';
import { readBody } from './event-bodies.js';
import { count, fields, type Fields, numberOr, text, textOr } from './fields.js';
import { readView } from './view.js';
import { readError, readOpenTurn } from './parts.js';

/** A durable event: it carries its place in the log. */
export const isEvent = (frame: NativeServerFrame): frame is CanonicalEvent =>
  'seq' in frame && 'turn' in frame;

export const isLiveText = (frame: NativeServerFrame): frame is LiveText =>
  frame.type === 'text' && !('seq' in frame);

const ackStatuses = ['accepted', 'queued', 'duplicate', 'rejected'] as const;
const gapReasons = ['epoch_changed', 'trimmed', 'unknown_position'] as const;

type Reader = (frame: Fields) => NativeServerFrame | undefined;

const welcome: Reader = (frame) => {
  const epoch = count(frame['epoch']);
  const seq = count(frame['seq']);
  const conversation = text(frame['conversation']);
  if (epoch === undefined || seq === undefined || conversation === undefined) return undefined;
  const limits = fields(frame['limits']) ?? {};
  return {
    type: 'welcome',
    conversation: conversation as CanonicalEvent['conversation'],
    connection: textOr(frame['connection'], ''),
    epoch,
    seq,
    limits: {
      maxTextLength: numberOr(limits['maxTextLength'], Infinity),
      maxFrameBytes: numberOr(limits['maxFrameBytes'], Infinity),
      maxQueued: numberOr(limits['maxQueued'], Infinity),
    },
  };
};

const snapshot: Reader = (frame) => {
  const epoch = count(frame['epoch']);
  const seq = count(frame['seq']);
  if (epoch === undefined || seq === undefined) return undefined;
  const running = readOpenTurn(frame['running']);
  const queued = Array.isArray(frame['queued']) ? frame['queued'] : [];
  return {
    type: 'snapshot',
    epoch,
    seq,
    view: readView(frame['view']),
    queued: queued.flatMap((turn) => readOpenTurn(turn) ?? []),
    ...(running && { running: { ...running, text: textOr(fields(frame['running'])?.['text'], '') } }),
  };
};

const ack: Reader = (frame) => {
  const id = text(frame['id']);
  const status = ackStatuses.find((known) => known === frame['status']);
  if (id === undefined || status === undefined) return undefined;
  const turn = text(frame['turn']);
  const position = count(frame['position']);
  const error = frame['error'] === undefined ? undefined : readError(frame['error']);
  return {
    type: 'ack',
    id,
    status,
    ...(turn !== undefined && { turn }),
    ...(position !== undefined && { position }),
    ...(error && { error }),
  };
};

const readers: Record<string, Reader> = {
  welcome,
  snapshot,
  ack,
  replayed: (frame) => {
    const to = count(frame['to']);
    return to === undefined ? undefined : { type: 'replayed', to };
  },
  gap: (frame) => ({
    type: 'gap',
    reason: gapReasons.find((known) => known === frame['reason']) ?? 'unknown_position',
  }),
  pong: (frame) => ({ type: 'pong', id: textOr(frame['id'], '') }),
  going_away: (frame) => ({ type: 'going_away', reason: textOr(frame['reason'], '') }),
};

function readEvent(frame: Fields): NativeServerFrame | undefined {
  const body = readBody(frame);
  const turn = text(frame['turn']);
  const seq = count(frame['seq']);
  const epoch = count(frame['epoch']);
  if (!body || turn === undefined || seq === undefined || epoch === undefined) return undefined;
  const conversation = textOr(frame['conversation'], '') as CanonicalEvent['conversation'];
  return { ...body, conversation, epoch, seq, turn, ts: numberOr(frame['ts'], 0) };
}

function readLiveText(frame: Fields): NativeServerFrame | undefined {
  const turn = text(frame['turn']);
  const delta = text(frame['delta']);
  const offset = count(frame['offset']);
  const fence = count(frame['fence']);
  if (turn === undefined || delta === undefined || offset === undefined || fence === undefined)
    return undefined;
  const conversation = textOr(frame['conversation'], '') as CanonicalEvent['conversation'];
  return { type: 'text', conversation, turn, fence, delta, offset, ts: numberOr(frame['ts'], 0) };
}

function readConnectionError(frame: Fields): NativeServerFrame {
  const id = text(frame['id']);
  return { type: 'error', ...readError(frame), ...(id !== undefined && { id }) };
}

/** What a text frame of the server says, or why it says nothing to this client. */
export type ParsedFrame =
  | { kind: 'frame'; frame: NativeServerFrame }
  /** A type of a newer server. When it is an event, its number still counts. */
  | { kind: 'unknown'; position?: { epoch: number; seq: number } }
  | { kind: 'broken' };

function readFrame(frame: Fields): NativeServerFrame | undefined {
  const type = String(frame['type']);
  if (frame['seq'] !== undefined && frame['turn'] !== undefined) return readEvent(frame);
  if (type === 'text') return readLiveText(frame);
  if (type === 'error') return readConnectionError(frame);
  return Object.hasOwn(readers, type) ? readers[type]?.(frame) : undefined;
}

/** Reads one frame of `travellite.v1`. Never throws; unknown fields are dropped, list items that cannot be read are left out. */
export function parseServerFrame(data: unknown): ParsedFrame {
  if (typeof data !== 'string') return { kind: 'broken' };
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch (fault) {
    if (fault instanceof SyntaxError) return { kind: 'broken' };
    throw fault;
  }
  const frame = fields(value);
  if (!frame || typeof frame['type'] !== 'string') return { kind: 'broken' };
  const read = readFrame(frame);
  if (read) return { kind: 'frame', frame: read };
  const seq = count(frame['seq']);
  const epoch = count(frame['epoch']);
  if (frame['turn'] === undefined || seq === undefined || epoch === undefined) return { kind: 'unknown' };
  return { kind: 'unknown', position: { epoch, seq } };
}
