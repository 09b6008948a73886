import { type EventBody, type NativeServerFrame, stages } from '@travellite/protocol';
import fc from 'fast-check';
import { event, live, message, snapshot, tripTo, welcome } from '../../test/frames.js';
import { isEvent, isLiveText, parseServerFrame } from './parse.js';

const poi = {
  name: 'Louvre',
  description: 'A museum.',
  geo_coordinate: { lat: 48.86, lng: 2.34 },
  poi_type: 'tourist_destination',
  cost: '€22',
} as const;
const requirement = { description: 'under $3000', priority: 'must_have' } as const;
const option = {
  days: [
    {
      highlight: 'Art',
      lodging: 'Hotel X',
      blocks: [{ time: '9:00 AM - 11:00 AM', description: 'See it', pois: [poi] }],
    },
  ],
  overall_cost: '$900',
  general_notes: 'Sample data',
};
const turnMessage = message('hello');

const bodies: EventBody[] = [
  { type: 'message', message: turnMessage },
  { type: 'turn_started' },
  { type: 'note', userId: 'bob', note: { kind: 'connection', status: 'lost' } },
  ...stages.map((step): EventBody => ({ type: 'workflow_step', step, label: 'Thinking' })),
  { type: 'progress', text: 'half way' },
  { type: 'intents', intents: [{ intent: 'Points_Of_Interest', action: 'add', value: 'Paris' }] },
  { type: 'pois', pois: [poi] },
  { type: 'requirements', requirements: [requirement] },
  { type: 'plan', plan: [option] },
  {
    type: 'sources',
    sources: [{ id: 's', title: 'T', source: 'curated', url: 'https://x.example', relevanceScore: 0.5 }],
  },
  { type: 'tool_call', call: 'c', tool: 'searchFlights', input: { to: 'Paris' } },
  { type: 'tool_result', call: 'c', tool: 'searchFlights', ok: true, summary: '3 flights', sample: true },
  { type: 'text', delta: 'abc', offset: 3 },
  { type: 'text', delta: 'abc', offset: 3, fence: 4 },
  { type: 'text_reset', attempt: 2 },
  { type: 'text_reset', attempt: 2, fence: 5 },
  { type: 'response', text: 'whole' },
  { type: 'state', trip: tripTo('Paris') },
  { type: 'presence', members: [{ userId: 'bob', status: 'online' }] },
  { type: 'transcript', text: 'spoken' },
  { type: 'usage', model: 'offline', inputTokens: 1, outputTokens: 2 },
  { type: 'error', code: 'tool_failed', message: 'No flights today.', retryable: true },
  { type: 'done', status: 'cancelled' },
];

const frames: NativeServerFrame[] = [
  welcome(2, 7),
  snapshot({
    view: { history: [{ turn: 't', role: 'user', text: 'hi', ts: 1, author: 'bob' }], trip: tripTo('Rome') },
  }),
  snapshot({
    queued: [{ turn: 'q', message: turnMessage }],
    running: { turn: 'r', message: turnMessage, text: 'so far' },
  }),
  { type: 'ack', id: 'a', status: 'queued', turn: 'a', position: 3 },
  { type: 'ack', id: 'a', status: 'rejected', error: { code: 'busy', message: 'busy', retryable: true } },
  { type: 'replayed', to: 4 },
  { type: 'gap', reason: 'trimmed' },
  { type: 'pong', id: 'p' },
  { type: 'error', code: 'bad_frame', message: 'What?', retryable: false, id: 'x' },
  { type: 'going_away', reason: 'restart' },
  live('t', 5, 'abc', 3),
  ...bodies.map((body, index) => event(index + 1, 't', body)),
];

describe('reading a frame', () => {
  it.each(frames.map((frame) => [frame.type, frame] as const))('%s', (_type, frame) => {
    expect(parseServerFrame(JSON.stringify(frame))).toEqual({ kind: 'frame', frame });
  });

  it.each(frames.map((frame) => [frame.type, frame] as const))(
    '%s with fields of a newer server',
    (_type, frame) => {
      expect(parseServerFrame(JSON.stringify({ ...frame, hue: 7 }))).toEqual({ kind: 'frame', frame });
    },
  );

  it.each([
    ['no text', new ArrayBuffer(2)],
    ['no JSON', '{'],
    ['no object', '[]'],
    ['null', 'null'],
    ['no type', '{"seq":1}'],
    ['a type that is no text', '{"type":5}'],
  ])('%s is broken', (_name, data) => {
    expect(parseServerFrame(data)).toEqual({ kind: 'broken' });
  });

  it.each([
    ['an unknown frame', { type: 'dream' }, undefined],
    ['a type named like a property of every object', { type: 'toString' }, undefined],
    ['an unknown event', { ...event(8, 't', { type: 'turn_started' }), type: 'dream' }, { epoch: 1, seq: 8 }],
    [
      'an unknown stage',
      { ...event(8, 't', { type: 'turn_started' }), type: 'workflow_step', step: 'dance' },
      { epoch: 1, seq: 8 },
    ],
    [
      'a known event without its text',
      { ...event(8, 't', { type: 'turn_started' }), type: 'response' },
      { epoch: 1, seq: 8 },
    ],
    ['an ack without status', { type: 'ack', id: 'a' }, undefined],
    ['a welcome without epoch', { type: 'welcome', conversation: 'user:a', seq: 1 }, undefined],
    ['a snapshot with a bad number', { type: 'snapshot', epoch: 1, seq: -1 }, undefined],
    ['live text without fence', { type: 'text', turn: 't', delta: 'x', offset: 0 }, undefined],
    ['replayed to nowhere', { type: 'replayed', to: 'x' }, undefined],
  ])('%s is unknown', (_name, frame, position) => {
    expect(parseServerFrame(JSON.stringify(frame))).toEqual({
      kind: 'unknown',
      ...(position && { position }),
    });
  });

  it('leaves out list items that cannot be shown and keeps the others', () => {
    const mixed = {
      ...event(1, 't', { type: 'pois', pois: [poi] }),
      pois: [poi, { name: 'Nowhere' }, 5, null],
    };
    expect(parseServerFrame(JSON.stringify(mixed))).toMatchObject({ frame: { pois: [poi] } });
    const trip = {
      ...tripTo('Rome'),
      plan: [option, 'x'],
      missing: ['dates', 4],
      request: { destinations: [{ name: 'Rome' }, {}] },
    };
    const state = { ...event(1, 't', { type: 'turn_started' }), type: 'state', trip };
    expect(parseServerFrame(JSON.stringify(state))).toMatchObject({
      frame: {
        trip: {
          plan: [option],
          missing: ['dates'],
          request: { destinations: [{ name: 'Rome' }], interests: [] },
        },
      },
    });
  });

  it('never throws, and what it reads is an event, live text or a frame of the connection', () => {
    const types = fc.constantFrom(...new Set(frames.map(({ type }) => type)));
    const value = fc.jsonValue({ maxDepth: 3 });
    const record = fc.record(
      {
        type: types,
        seq: value,
        epoch: value,
        turn: value,
        text: value,
        view: value,
        trip: value,
        pois: value,
        error: value,
        running: value,
        queued: value,
        message: value,
        delta: value,
        offset: value,
        fence: value,
        id: value,
        status: value,
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(record, (frame) => {
        const parsed = parseServerFrame(JSON.stringify(frame));
        if (parsed.kind !== 'frame') return;
        expect(isEvent(parsed.frame) && isLiveText(parsed.frame)).toBe(false);
        expect(parsed.frame.type).toBe(frame.type);
      }),
      { numRuns: 500 },
    );
  });
});
