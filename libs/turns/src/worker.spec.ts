import {
  type Agent,
  type AgentState,
  type EventBody,
  type LiveText,
  TravelError,
} from '@travellite/protocol';
import { agentOf, ann, bob, Stage, stateOf } from './testing/stage.js';

let stage: Stage;
beforeEach(async () => void (stage = await Stage.open()));
afterEach(() => stage.close());

const echo = agentOf(async (turn, state, emit) => {
  await emit.event({ type: 'workflow_step', step: 'respond', label: 'Answering' });
  for (const word of ['you ', 'said ', turn.message.text]) emit.text(word);
  return stateOf(((state?.data as number | undefined) ?? 0) + 1);
});

const unavailable = () => new TravelError('provider_unavailable', 'A service does not answer.');

/** An agent whose turns end when the test says so. */
function gatedAgent() {
  const begun: string[] = [];
  const gates = new Map<string, (outcome: AgentState | TravelError) => void>();
  const signals = new Map<string, AbortSignal>();
  const agent: Agent = agentOf(async (turn, _state, emit, signal) => {
    begun.push(turn.id);
    signals.set(turn.id, signal);
    emit.text(`begun ${turn.id}`);
    const outcome = await new Promise<AgentState | TravelError>((resolve) => gates.set(turn.id, resolve));
    if (outcome instanceof TravelError) throw outcome;
    return outcome;
  });
  const end = (id: string, outcome: AgentState | TravelError = stateOf(id)) => gates.get(id)?.(outcome);
  return { agent, begun, signals, end };
}

describe('a turn that goes well', () => {
  it('is streamed step by step, stored, and followed by the next', async () => {
    await stage.startWorker(echo);
    const live: LiveText[] = [];
    await stage.bus.subscribe(ann, { onEvents: () => undefined, onLive: (delta) => live.push(delta) });
    const results = await Promise.all(['a', 'b', 'b'].map((id) => stage.submit(id)));
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'duplicate']);
    await stage.settle();
    const steps = ['message', 'turn_started', 'workflow_step', 'response', 'done'];
    expect(await stage.story()).toEqual(['a', 'b'].flatMap((id) => steps.map((type) => `${id} ${type}`)));
    expect(live.map(({ delta }) => delta).join('')).toBe('you said text of ayou said text of b');
    expect(live.map(({ offset }) => offset)).toEqual([0, 4, 9, 0, 4, 9]);
    expect(await stage.conversations.snapshot(ann)).toMatchObject({ version: 2, state: { data: 2 } });
    expect(await stage.conversations.load()).toMatchObject({ ready: 0, running: 0, outbox: 0 });
    expect(stage.counters.read()).toMatchObject({
      turns_accepted: 2,
      turns_duplicate: 1,
      turns_committed: 2,
    });
  });

  it('without a word has no response, changes the state all the same, and ends once', async () => {
    await stage.startWorker(agentOf(async ({ message }) => stateOf(message.text)));
    await stage.submit('a');
    expect(await stage.story()).toEqual(['a message', 'a turn_started', 'a done']);
    expect((await stage.log()).at(-1)).toMatchObject({ type: 'done', status: 'complete' });
    expect(await stage.conversations.snapshot(ann)).toMatchObject({ state: { data: 'text of a' } });
  });

  it('takes events along that the agent did not wait for, in order', async () => {
    await stage.startWorker(
      agentOf(async (_turn, _state, emit) => {
        for (const text of ['one', 'two', 'three', 'four']) void emit.event({ type: 'progress', text });
        return stateOf(null);
      }),
    );
    await stage.submit('a');
    const texts = (await stage.log()).flatMap((event) => (event.type === 'progress' ? [event.text] : []));
    expect(texts).toEqual(['one', 'two', 'three', 'four']);
  });

  it('runs other conversations meanwhile, and of one conversation one turn at a time', async () => {
    const { agent, begun, end } = gatedAgent();
    const worker = await stage.startWorker(agent);
    for (const id of ['a', 'b']) await stage.submit(id, ann);
    await stage.submit('c', bob);
    expect(begun).toEqual(['a', 'c']);
    expect(worker.load()).toEqual({ running: 2, waitingAlone: 0, slots: 64 });
    end('a');
    await stage.settle();
    expect(begun).toEqual(['a', 'c', 'b']);
    for (const id of ['b', 'c']) end(id);
    await stage.settle();
    expect(worker.load().running).toBe(0);
  });

  it('takes no more turns than it has slots, and goes on as they become free', async () => {
    const { agent, begun, end } = gatedAgent();
    await stage.startWorker(agent, { slots: 2 });
    const users = ['u1', 'u2', 'u3', 'u4', 'u5'];
    for (const user of users) await stage.submit(user, `user:${user}`);
    expect(begun).toEqual(['u1', 'u2']);
    for (const user of users) {
      end(user);
      await stage.settle();
    }
    expect(begun).toEqual(users);
  });

  it('keeps the text about once a second while it is written, and no longer', async () => {
    await stage.startWorker(
      agentOf(async (_turn, _state, emit) => {
        for (const word of ['A ', 'week ', 'in ', 'Paris']) {
          emit.text(word);
          await new Promise<void>((resolve) => void stage.clock.after(300, resolve));
        }
        return stateOf(null);
      }),
    );
    await stage.submit('a');
    await stage.advance(700);
    expect((await stage.conversations.snapshot(ann)).running).toMatchObject({ turn: 'a', text: 'A week ' });
    await stage.advance(700);
    const texts = (await stage.log()).filter(({ type }) => ['text', 'response'].includes(type));
    expect(texts).toMatchObject([
      { type: 'text', delta: 'A week ', offset: 0 },
      { type: 'text', delta: 'in Paris', offset: 7 },
      { type: 'response', text: 'A week in Paris' },
    ]);
  });

  it('says nothing any more once it has ended', async () => {
    const late: { say?: () => void; tell?: () => Promise<void> } = {};
    await stage.startWorker(
      agentOf(async (_turn, _state, emit) => {
        late.say = () => emit.text('more');
        late.tell = () => emit.event({ type: 'progress', text: 'more' });
        return stateOf(null);
      }),
    );
    const live: LiveText[] = [];
    await stage.bus.subscribe(ann, { onEvents: () => undefined, onLive: (delta) => live.push(delta) });
    await stage.submit('a');
    late.say?.();
    await expect(late.tell?.()).rejects.toMatchObject({ code: 'cancelled' });
    expect(live).toEqual([]);
    expect((await stage.story()).at(-1)).toBe('a done');
  });
});

describe('a turn that goes wrong', () => {
  const ending = async () => (await stage.log()).slice(-2) as EventBody[];

  it('is tried again when that may help, after growing waits, and starts its text anew', async () => {
    const attempts: number[] = [];
    await stage.startWorker(
      agentOf(async (_turn, _state, emit) => {
        attempts.push(stage.clock.now());
        emit.text('half');
        if (attempts.length < 4) throw unavailable();
        return stateOf('done');
      }),
    );
    await stage.submit('a');
    await stage.advance(5000);
    expect(attempts.slice(1).map((at, before) => at - (attempts[before] ?? 0))).toEqual([200, 400, 800]);
    const resets = (await stage.log()).filter(({ type }) => type === 'text_reset');
    expect(resets).toMatchObject([{ attempt: 2 }, { attempt: 3 }, { attempt: 4 }]);
    expect(await ending()).toMatchObject([{ type: 'response', text: 'half' }, { status: 'complete' }]);
    expect(stage.counters.read()).toMatchObject({ turns_retried: 3, turns_committed: 1 });
  });

  it('is given up after five attempts, told to the person and kept for operators', async () => {
    let attempts = 0;
    await stage.startWorker(
      agentOf(async () => {
        attempts += 1;
        throw unavailable();
      }),
    );
    await stage.submit('a');
    await stage.submit('b');
    await stage.advance(10_000);
    expect(attempts).toBe(10);
    expect(await ending()).toMatchObject([
      { type: 'error', code: 'provider_unavailable', message: 'A service does not answer.' },
      { type: 'done', status: 'failed' },
    ]);
    expect(await stage.conversations.deadLetters({ limit: 5 })).toMatchObject([
      { turn: 'b', reason: 'provider_unavailable', attempts: 5 },
      { turn: 'a', reason: 'provider_unavailable', attempts: 5 },
    ]);
  });

  it.each([
    ['a refusal', new TravelError('invalid', 'No such place.'), 'invalid', 'No such place.'],
    ['a fault of ours', new TypeError('secret detail'), 'internal', 'Something went wrong on our side.'],
  ])('fails at once on %s and leaves the state as it was', async (_, thrown, code, message) => {
    let turns = 0;
    await stage.startWorker(
      agentOf(async () => {
        if (++turns === 2) throw thrown;
        return stateOf('good');
      }),
    );
    for (const id of ['a', 'b', 'c']) await stage.submit(id);
    await stage.settle();
    const failed = (await stage.log()).filter(({ turn }) => turn === 'b').slice(-2);
    expect(failed).toMatchObject([
      { type: 'error', code, message },
      { type: 'done', status: 'failed' },
    ]);
    expect(await stage.conversations.snapshot(ann)).toMatchObject({ version: 3, state: { data: 'good' } });
    expect(await stage.conversations.deadLetters({ limit: 5 })).toEqual([]);
  });

  it('fails when the new state is no JSON', async () => {
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    await stage.startWorker(agentOf(async () => stateOf(cyclic)));
    await stage.submit('a');
    expect(await ending()).toMatchObject([{ type: 'error', code: 'invalid' }, { status: 'failed' }]);
  });

  it('is stopped when it takes too long, even if its agent does not listen', async () => {
    const { agent, signals } = gatedAgent();
    await stage.startWorker(agent, { maxTurnMs: 5000, maxAttempts: 2, aloneFromAttempt: 9 });
    await stage.submit('a');
    await stage.advance(4900);
    expect(signals.get('a')?.aborted).toBe(false);
    await stage.advance(200);
    expect(signals.get('a')?.aborted).toBe(true);
    await stage.advance(6000);
    expect(await ending()).toMatchObject([{ type: 'error', code: 'timeout' }, { status: 'failed' }]);
  });

  it('is dropped when another worker has it, and its agent is told', async () => {
    const { agent, signals, end } = gatedAgent();
    const first = await stage.startWorker(agent);
    await stage.submit('a');
    // The other end of the lease: somebody else claims although this worker still holds it.
    const held = (await stage.conversations.snapshot(ann)).running;
    const ref = { conversation: ann, turn: 'a', fence: held?.fence ?? 0 };
    await stage.conversations.release(ref, { delayMs: 60_000, countAttempt: true });
    await stage.advance(1500);
    expect(signals.get('a')?.aborted).toBe(true);
    expect(first.load().running).toBe(0);
    end('a');
    await stage.settle();
    expect(await stage.story()).toEqual(['a message', 'a turn_started']);
    expect(stage.counters.read()).toMatchObject({ turns_lost: 1 });
  });
});

describe('a turn that ended its process before', () => {
  /** Claims without ever ending, as a process would that dies each time. The last lease ends in two seconds. */
  async function dieWith(attempts: number): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      await stage.conversations.claim({ worker: 'dying', leaseMs: 2000, stateVersion: 1 });
      if (attempt < attempts) await stage.advance(2000);
    }
  }

  it('runs alone from the third attempt on', async () => {
    const { agent, begun, end } = gatedAgent();
    await stage.submit('suspect');
    await dieWith(2);
    await stage.submit('b', bob);
    const worker = await stage.startWorker(agent);
    expect(begun).toEqual(['b']);
    await stage.advance(2000);
    await stage.submit('c', 'user:cem');
    await stage.advance(5000);
    expect(begun).toEqual(['b']);
    expect(worker.load()).toMatchObject({ running: 1, waitingAlone: 1 });
    end('b');
    await stage.settle();
    expect(begun).toEqual(['b', 'suspect']);
    await stage.advance(5000);
    expect(begun).toEqual(['b', 'suspect']);
    end('suspect');
    await stage.advance(1000);
    expect(begun).toEqual(['b', 'suspect', 'c']);
    end('c');
    await stage.settle();
    expect(worker.load()).toMatchObject({ running: 0, waitingAlone: 0 });
  });

  it('is given up without another try after five', async () => {
    const { agent, begun } = gatedAgent();
    await stage.submit('poison');
    await dieWith(5);
    await stage.startWorker(agent);
    await stage.advance(2000);
    expect(begun).toEqual([]);
    const [letter] = await stage.conversations.deadLetters({ limit: 1 });
    expect(letter).toMatchObject({ turn: 'poison', attempts: 6 });
    expect((await stage.story()).slice(-2)).toEqual(['poison error', 'poison done']);
  });

  it('hands back what waits to run alone when its worker goes', async () => {
    const { agent, end } = gatedAgent();
    await stage.submit('suspect');
    await dieWith(2);
    await stage.submit('b', bob);
    const worker = await stage.startWorker(agent);
    await stage.advance(2000);
    expect(worker.load()).toMatchObject({ running: 1, waitingAlone: 1 });
    const draining = worker.drain(60_000);
    await stage.settle();
    end('b');
    await draining;
    const claimed = await stage.conversations.claim({ worker: 'next', leaseMs: 1000, stateVersion: 1 });
    expect(claimed).toMatchObject({ status: 'claimed', claim: { turn: 'suspect', attempt: 3 } });
  });
});

describe('drain', () => {
  it('lets running turns end and begins no other', async () => {
    const { agent, begun, end } = gatedAgent();
    const worker = await stage.startWorker(agent);
    for (const id of ['a', 'b']) await stage.submit(id);
    const draining = worker.drain(10_000);
    await stage.advance(2000);
    end('a');
    await draining;
    expect(begun).toEqual(['a']);
    expect((await stage.story()).at(-1)).toBe('a done');
    expect((await stage.conversations.load()).ready).toBe(1);
  });

  it('hands back what does not end in time, without counting the attempt', async () => {
    const { agent, signals } = gatedAgent();
    const worker = await stage.startWorker(agent);
    await stage.submit('a');
    const draining = worker.drain(2000);
    await stage.advance(1900);
    expect(signals.get('a')?.aborted).toBe(false);
    await stage.advance(200);
    await draining;
    expect(signals.get('a')?.aborted).toBe(true);
    expect(stage.counters.read()).toMatchObject({ turns_handed_back: 1 });
    await stage.startWorker(echo);
    const log = await stage.log();
    expect(log.find(({ type }) => type === 'text_reset')).toMatchObject({ attempt: 1 });
    expect(log.at(-1)).toMatchObject({ turn: 'a', type: 'done', status: 'complete' });
  });

  it('does not wait when it is closed, also in the middle of a drain, and closes twice', async () => {
    const { agent } = gatedAgent();
    const worker = await stage.startWorker(agent);
    await stage.submit('a');
    const draining = worker.drain(60_000);
    await stage.settle();
    await worker.close();
    await draining;
    await worker.close();
    expect(await stage.conversations.load()).toMatchObject({ ready: 1, running: 0 });
  });
});

describe('several workers', () => {
  it('leave a conversation with a newer state to a newer worker', async () => {
    const newer = agentOf(async () => stateOf('new', 2), 2);
    const first = await stage.startWorker(newer);
    await stage.submit('a');
    await first.drain(0);
    await stage.startWorker(echo);
    await stage.submit('b');
    await stage.submit('c', bob);
    await stage.advance(5000);
    expect(await stage.story(bob)).toContain('c done');
    expect(await stage.story()).not.toContain('b message');
    await stage.startWorker(newer);
    await stage.advance(1000);
    expect(await stage.story()).toContain('b done');
  });

  it('find work although every wake-up gets lost', async () => {
    stage.bus.wake = () => undefined;
    await stage.startWorker(echo);
    for (const user of ['u1', 'u2', 'u3']) await stage.submit('a', `user:${user}`);
    expect(await stage.story('user:u1')).toEqual([]);
    await stage.advance(1000);
    for (const user of ['u1', 'u2', 'u3'] as const)
      expect(await stage.story(`user:${user}`)).toContain('a done');
  });

  it('take over from one that stands still', async () => {
    const { agent, begun } = gatedAgent();
    const still = { ...stage.conversations, renew: () => new Promise<'ok'>(() => undefined) };
    const frozen = new Proxy(stage.conversations, {
      get: (target, key) => Reflect.get(key === 'renew' ? still : target, key) as unknown,
    });
    await stage.startWorker(agent, { conversations: frozen, slots: 1 });
    await stage.submit('a');
    expect(begun).toEqual(['a']);
    await stage.startWorker(echo);
    await stage.advance(3500);
    expect((await stage.log()).at(-1)).toMatchObject({ turn: 'a', type: 'done', status: 'complete' });
  });
});
