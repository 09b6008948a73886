import { type EventBody, type NativeServerFrame } from '@travellite/protocol';
import { event, live, message, snapshot, tripTo, welcome } from '../../test/frames.js';
import { shownText } from '../text/assembly.js';
import { type ConversationModel, emptyModel, maxDetails, maxTurns } from './model.js';
import { type ModelInput, reduceModel } from './reduce.js';

const frame = (one: NativeServerFrame): ModelInput => ({ type: 'frame', frame: one });
const frames = (model: ConversationModel, ...all: NativeServerFrame[]) =>
  all.map(frame).reduce(reduceModel, model);
const loaded = frames(emptyModel(), welcome(), snapshot());
let seq = 0;
const turn = (id: string, ...bodies: EventBody[]) => bodies.map((body) => event(++seq, id, body));
const sending = (id: string, text: string): ModelInput => ({
  type: 'sending',
  userId: 'ada',
  message: { id, text, ts: 3 },
});
const texts = (model: ConversationModel) =>
  model.turns.map(({ question, answer, status }) => [question?.text, shownText(answer), status]);
const poi = {
  name: 'Louvre',
  description: '',
  geo_coordinate: { lat: 1, lng: 2 },
  poi_type: 'unknown',
  cost: '',
} as const;

describe('a turn', () => {
  it('shows its stages, its text and its end as they come', () => {
    let model = loaded;
    const seen: unknown[] = [];
    const all = [
      ...turn(
        't',
        { type: 'message', message: message('hi') },
        { type: 'turn_started' },
        { type: 'workflow_step', step: 'understand', label: 'Reading' },
      ),
      live('t', 0, 'Hel'),
      live('t', 3, 'lo'),
      ...turn(
        't',
        { type: 'text', delta: 'Hello', offset: 0 },
        { type: 'response', text: 'Hello!' },
        { type: 'done', status: 'complete' },
      ),
    ];
    for (const one of all) {
      model = frames(model, one);
      seen.push(texts(model)[0]?.slice(1));
    }
    expect(seen).toEqual([
      ['', 'queued'],
      ['', 'working'],
      ['', 'working'],
      ['Hel', 'working'],
      ['Hello', 'working'],
      ['Hello', 'working'],
      ['Hello!', 'working'],
      ['Hello!', 'complete'],
    ]);
    expect(model.turns[0]?.steps).toEqual([{ step: 'understand', label: 'Reading' }]);
  });

  it('is not touched by anything after its end', () => {
    const done = frames(
      loaded,
      ...turn('t', { type: 'response', text: 'x' }, { type: 'done', status: 'complete' }),
    );
    const after = frames(done, live('t', 1, 'late'), ...turn('t', { type: 'progress', text: 'ghost' }));
    expect(after.turns).toEqual(done.turns);
  });

  it('joins a tool call with its result, whichever is seen', () => {
    const model = frames(
      loaded,
      ...turn(
        't',
        { type: 'tool_call', call: 'a', tool: 'searchFlights', input: {} },
        {
          type: 'tool_result',
          call: 'a',
          tool: 'searchFlights',
          ok: true,
          summary: '3 flights',
          sample: true,
        },
        { type: 'tool_result', call: 'b', tool: 'weather', ok: false, summary: 'no answer' },
      ),
    );
    expect(model.turns[0]?.tools).toEqual([
      { call: 'a', tool: 'searchFlights', ok: true, summary: '3 flights', sample: true },
      { call: 'b', tool: 'weather', ok: false, summary: 'no answer' },
    ]);
  });

  it('puts each tool under the stage that used it', () => {
    const model = frames(
      loaded,
      ...turn(
        't',
        { type: 'tool_call', call: 'a', tool: 'early', input: {} },
        { type: 'workflow_step', step: 'act', label: 'Searching' },
        { type: 'tool_call', call: 'b', tool: 'searchFlights', input: {} },
        { type: 'workflow_step', step: 'plan', label: 'Planning' },
        { type: 'tool_result', call: 'b', tool: 'searchFlights', ok: true, summary: 'found' },
      ),
    );
    expect(model.turns[0]?.tools.map(({ step }) => step)).toEqual([undefined, 'act']);
  });

  it('begins anew after a reset', () => {
    const model = frames(
      loaded,
      ...turn('t', { type: 'workflow_step', step: 'plan', label: 'Planning' }),
      live('t', 0, 'old', 1),
      ...turn('t', { type: 'text_reset', attempt: 2 }),
      live('t', 3, 'late', 1),
      live('t', 0, 'new', 2),
    );
    expect(texts(model)).toEqual([[undefined, 'new', 'working']]);
    expect(model.turns[0]?.steps).toEqual([]);
  });

  it('keeps its fault', () => {
    const fault = { code: 'provider_unavailable', message: 'Try later.', retryable: true } as const;
    const model = frames(
      loaded,
      ...turn('t', { type: 'error', ...fault }, { type: 'done', status: 'failed' }),
    );
    expect(model.turns[0]).toMatchObject({ status: 'failed', fault });
  });

  it('keeps bounded details', () => {
    const steps = Array.from({ length: maxDetails + 20 }, (): EventBody => ({
      type: 'workflow_step',
      step: 'act',
      label: 'x',
    }));
    expect(frames(loaded, ...turn('t', ...steps)).turns[0]?.steps).toHaveLength(maxDetails);
  });

  it('is kept in view as long as it is among the newest', () => {
    const all = Array.from({ length: maxTurns + 5 }, (_, i) =>
      turn(`t${i}`, { type: 'done', status: 'complete' }),
    ).flat();
    const model = frames(loaded, ...all);
    expect([model.turns.length, model.turns[0]?.id]).toEqual([maxTurns, 't5']);
  });
});

describe('the trip', () => {
  it('follows lists and state', () => {
    const requirement = { description: 'no stairs', priority: 'avoid' } as const;
    const model = frames(
      loaded,
      ...turn(
        't',
        { type: 'state', trip: tripTo('Paris') },
        { type: 'pois', pois: [poi] },
        { type: 'requirements', requirements: [requirement] },
        { type: 'plan', plan: [] },
      ),
    );
    expect(model.trip).toMatchObject({
      pois: [poi],
      requirements: [requirement],
      request: { destinations: [{ name: 'Paris' }] },
    });
  });

  it('falls back when the turn fails, and stays when it ends in another way', () => {
    const bodies: EventBody[] = [{ type: 'pois', pois: [poi] }];
    const failed = frames(loaded, ...turn('t', ...bodies, { type: 'done', status: 'failed' }));
    expect(failed.trip.pois).toEqual([]);
    const cancelled = frames(loaded, ...turn('t', ...bodies, { type: 'done', status: 'cancelled' }));
    expect(cancelled.trip.pois).toEqual([poi]);
    expect(
      frames(cancelled, ...turn('u', { type: 'pois', pois: [] }, { type: 'done', status: 'failed' })).trip
        .pois,
    ).toEqual([poi]);
  });
});

describe('a message of this client', () => {
  it('stands at the end until the server has it', () => {
    let model = reduceModel(loaded, sending('mine', 'hello'));
    expect(texts(model)).toEqual([['hello', '', 'unsent']]);
    model = reduceModel(model, { type: 'outbox', outbox: [{ id: 'mine', text: 'hello', ts: 3, sentAt: 4 }] });
    expect(model.turns[0]?.status).toBe('sent');
    model = frames(model, ...turn('theirs', { type: 'message', message: message('first', 'bob') }));
    expect(model.turns.map(({ id }) => id)).toEqual(['theirs', 'mine']);
    model = reduceModel(model, { type: 'settled', settled: { id: 'mine', status: 'queued', position: 1 } });
    expect(model.turns[1]).toMatchObject({ status: 'queued', position: 1 });
  });

  it('goes behind what the server already has when it arrives', () => {
    let model = [sending('a', 'one'), sending('b', 'two')].reduce(reduceModel, loaded);
    model = reduceModel(model, { type: 'settled', settled: { id: 'b', status: 'accepted' } });
    expect(model.turns.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('is not joined by what is only recorded, and moves up when that ends', () => {
    let model = reduceModel(loaded, sending('mine', 'hello'));
    model = reduceModel(model, { type: 'settled', settled: { id: 'mine', status: 'queued', position: 1 } });
    const note = { kind: 'presence', status: 'joined' } as const;
    model = frames(
      model,
      ...turn(
        'came',
        { type: 'note', userId: 'bob', note },
        { type: 'presence', members: [{ userId: 'bob', status: 'joined' }] },
        { type: 'done', status: 'complete' },
      ),
    );
    expect(model.turns.map(({ id, position }) => [id, position])).toEqual([['mine', 0]]);
    expect(model.members).toEqual([{ userId: 'bob', status: 'joined' }]);
    expect(model).not.toHaveProperty('recording');
  });

  it('moves up when a turn before it ends', () => {
    let model = reduceModel(loaded, sending('mine', 'hello'));
    model = reduceModel(model, { type: 'settled', settled: { id: 'mine', status: 'queued', position: 2 } });
    model = frames(model, ...turn('one', { type: 'done', status: 'complete' }));
    expect(model.turns.find(({ id }) => id === 'mine')?.position).toBe(1);
    model = frames(
      model,
      ...turn('two', { type: 'done', status: 'failed' }),
      ...turn('three', { type: 'done', status: 'complete' }),
    );
    expect(model.turns.find(({ id }) => id === 'mine')?.position).toBe(0);
  });

  it('does not fall back when its ack comes after its events', () => {
    let model = reduceModel(loaded, sending('a', 'one'));
    model = frames(model, ...turn('a', { type: 'turn_started' }, { type: 'done', status: 'complete' }));
    model = reduceModel(model, { type: 'settled', settled: { id: 'a', status: 'accepted', position: 0 } });
    expect(model.turns[0]?.status).toBe('complete');
  });

  it('can be tried again or thrown away after it was turned away', () => {
    const error = { code: 'queue_full', message: 'Full.', retryable: true } as const;
    let model = reduceModel(loaded, sending('a', 'one'));
    model = reduceModel(model, { type: 'settled', settled: { id: 'a', status: 'rejected', error } });
    expect(model.turns[0]).toMatchObject({ status: 'rejected', fault: error });
    expect(reduceModel(model, { type: 'discard', id: 'a' }).turns).toEqual([]);
    const again = reduceModel(model, sending('a', 'one'));
    expect(again.turns).toMatchObject([{ status: 'unsent' }]);
    expect(again.turns[0]?.fault).toBeUndefined();
  });

  it('leaves nothing behind when it is settled after it was thrown away', () => {
    let model = reduceModel(loaded, { type: 'settled', settled: { id: 'x', status: 'accepted' } });
    model = reduceModel(model, { type: 'outbox', outbox: [{ id: 'x', text: 'hello', ts: 3 }] });
    expect(model.turns).toEqual([]);
  });
});

describe('a snapshot', () => {
  const history = [
    { turn: 'h', role: 'user' as const, text: 'plan', ts: 1 },
    { turn: 'h', role: 'assistant' as const, text: 'gladly', ts: 2 },
  ];
  const running = { turn: 'r', message: message('more'), text: 'so f' };
  const queued = [{ turn: 'q', message: message('and more') }];

  it('holds history, the turn at work and those that wait', () => {
    const model = frames(
      emptyModel(),
      welcome(),
      snapshot({ view: { history, trip: tripTo('Rome') }, running, queued }),
    );
    expect(texts(model)).toEqual([
      ['plan', 'gladly', 'complete'],
      ['more', 'so f', 'working'],
      ['and more', '', 'queued'],
    ]);
    expect([model.turns[2]?.position, model.trip.request.destinations[0]?.name]).toEqual([1, 'Rome']);
    expect(texts(frames(model, live('r', 4, 'ar')))[1]).toEqual(['more', 'so far', 'working']);
  });

  it('keeps what is on its way, the details seen, and older turns', () => {
    let model = frames(
      loaded,
      ...turn('old', { type: 'done', status: 'complete' }),
      ...turn('h', { type: 'workflow_step', step: 'plan', label: 'P' }),
    );
    model = reduceModel(model, sending('mine', 'hello'));
    model = frames(model, snapshot({ view: { history } }));
    expect(model.turns.map(({ id }) => id)).toEqual(['old', 'h', 'mine']);
    expect(model.turns[1]).toMatchObject({ status: 'complete', steps: [{ step: 'plan' }] });
  });

  it('is the whole truth after the server went back', () => {
    let model = frames(
      loaded,
      ...turn('old', { type: 'done', status: 'complete' }),
      ...turn('h', { type: 'done', status: 'complete' }),
    );
    model = frames(model, { type: 'gap', reason: 'epoch_changed' });
    expect(model.loaded).toBe(false);
    model = frames(model, snapshot({ epoch: 2, view: { history } }));
    expect(model.turns.map(({ id }) => id)).toEqual(['h']);
  });

  it('names the author of each line', () => {
    const lines = [
      { ...history[0], turn: 'b', author: 'bob', text: 'x', role: 'user' as const, ts: 1 },
      ...history,
    ];
    const model = frames(emptyModel(), welcome(), snapshot({ view: { history: lines } }));
    expect(model.turns.map(({ question }) => question?.author.userId)).toEqual(['bob', 'ada']);
  });
});

describe('the connection', () => {
  it('shows its faults until they are read', () => {
    const model = frames(loaded, { type: 'error', code: 'bad_frame', message: 'What?', retryable: false });
    expect(model.notice?.message).toBe('What?');
    expect(reduceModel(model, { type: 'dismiss' }).notice).toBeUndefined();
  });

  it('of another conversation begins an empty one', () => {
    const model = frames(loaded, ...turn('t', { type: 'turn_started' }));
    expect(frames(model, { ...welcome(), conversation: 'user:eve' })).toMatchObject({
      turns: [],
      loaded: false,
    });
    expect(frames(model, welcome()).turns).toHaveLength(1);
  });

  it('shows live text only once it knows the conversation', () => {
    expect(frames(emptyModel(), live('t', 0, 'x')).turns).toEqual([]);
  });

  it('says who is there', () => {
    const members = [{ userId: 'bob', status: 'online' }];
    expect(frames(loaded, ...turn('', { type: 'presence', members }))).toMatchObject({ members, turns: [] });
  });

  it.each<NativeServerFrame>([
    { type: 'pong', id: 'x' },
    { type: 'replayed', to: 0 },
    { type: 'ack', id: 'x', status: 'accepted' },
    { type: 'going_away', reason: 'restart' },
  ])('frames of its own change nothing: $type', (one) => {
    expect(frames(loaded, one)).toBe(loaded);
  });
});
