import { type Claim, type ClaimResult } from '@travellite/conversations';
import { userConversation } from '@travellite/protocol';
import { SimulatedClock } from '../testing/simulated-clock.js';
import { Claimer } from './claimer.js';

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** A store with `ready` conversations that answers when the test lets it. */
function scene({ ready = 0, slots = 4, nextDueMs = undefined as number | undefined } = {}) {
  const clock = new SimulatedClock();
  const near: (string | undefined)[] = [];
  const state = { ready, slots, nextDueMs, asked: 0, claimed: 0, faults: 0, failing: false, near };
  let gate: Promise<void> = Promise.resolve();
  const claim = async (conversation: string | undefined): Promise<ClaimResult> => {
    state.asked += 1;
    near.push(conversation);
    await gate;
    if (state.failing) throw new Error('no store');
    if (state.ready === 0) return { status: 'nothing', nextDueMs: state.nextDueMs };
    state.ready -= 1;
    return { status: 'claimed', claim: {} as Claim };
  };
  const claimer = new Claimer({
    claim,
    freeSlots: () => state.slots,
    onClaimed: () => {
      state.claimed += 1;
      state.slots -= 1;
    },
    onSettled: () => undefined,
    onFault: () => (state.faults += 1),
    clock,
    sweepMs: 1000,
  });
  const close = () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => (open = resolve));
    return () => open();
  };
  return { clock, state, claimer, close };
}

describe('Claimer', () => {
  it('claims once for each wake-up, several at a time', async () => {
    const { state, claimer, close } = scene({ ready: 3 });
    const open = close();
    for (let wake = 0; wake < 3; wake += 1) claimer.wake();
    expect(state.asked).toBe(3);
    expect(claimer.claiming).toBe(3);
    open();
    await settle();
    expect(state).toMatchObject({ claimed: 3, asked: 3 });
  });

  it('never holds or asks for more than its slots, and goes on when one is free', async () => {
    const { state, claimer } = scene({ ready: 10, slots: 2 });
    for (let wake = 0; wake < 10; wake += 1) claimer.wake();
    await settle();
    expect(state).toMatchObject({ claimed: 2, asked: 2 });
    for (let free = 0; free < 8; free += 1) {
      state.slots += 1;
      claimer.pump();
      await settle();
    }
    expect(state).toMatchObject({ claimed: 10, ready: 0 });
  });

  it('takes what it is offered while it has slots for it, and refuses what is beyond', async () => {
    const { state, claimer, close } = scene({ ready: 3, slots: 2 });
    const open = close();
    expect(['a', 'b', 'c'].map((name) => claimer.offer(userConversation(name)))).toEqual([true, true, false]);
    open();
    await settle();
    expect(state).toMatchObject({ claimed: 2, near: [userConversation('a'), userConversation('b')] });
    expect(claimer.offer(userConversation('c'))).toBe(false);
    state.slots += 1;
    expect(claimer.offer(userConversation('c'))).toBe(true);
    await settle();
    expect(state.claimed).toBe(3);
  });

  it('refuses what it is offered when it claims no more', async () => {
    const { claimer } = scene({ ready: 1 });
    await claimer.stop();
    expect(claimer.offer(userConversation('a'))).toBe(false);
  });

  it('finds everything that is ready when it looks, though nobody woke it', async () => {
    const { state, claimer } = scene({ ready: 3 });
    claimer.look();
    await settle();
    expect(state.claimed).toBe(3);
  });

  it('looks again after a sweep, or earlier when something is due', async () => {
    const { state, claimer, clock } = scene({ nextDueMs: 300 });
    claimer.look();
    await settle();
    expect(state.asked).toBe(1);
    state.nextDueMs = undefined;
    await clock.advance(299, settle);
    expect(state.asked).toBe(1);
    await clock.advance(2, settle);
    expect(state.asked).toBe(2);
    await clock.advance(3000, settle);
    expect(state.asked).toBe(5);
  });

  it('does not turn in circles when something is said to be due at once', async () => {
    const { state, claimer, clock } = scene({ nextDueMs: 0 });
    claimer.look();
    await settle();
    expect(state.asked).toBe(1);
    await clock.advance(10, settle);
    expect(state.asked).toBeLessThanOrEqual(6);
  });

  it('asks again for a wake-up that came while it was asking', async () => {
    const { state, claimer, close } = scene();
    const open = close();
    claimer.wake();
    claimer.wake();
    state.ready = 0;
    open();
    await settle();
    expect(state.asked).toBe(2);
    claimer.wake();
    await settle();
    expect(state.asked).toBe(3);
  });

  it('claims near the conversation that a wake-up names, and nowhere else when nothing is there', async () => {
    const { state, claimer } = scene();
    claimer.wake('user:ann');
    claimer.wake('user:bob');
    await settle();
    expect(state.near).toEqual(['user:ann', 'user:bob']);
  });

  it('looks everywhere when more wake-ups came than it has slots for', async () => {
    const { state, claimer, close } = scene({ ready: 9, slots: 2 });
    const open = close();
    for (let wake = 0; wake < 9; wake += 1) claimer.wake('user:ann');
    open();
    await settle();
    while (state.ready > 0 && state.slots < 99) {
      state.slots += 1;
      claimer.pump();
      await settle();
    }
    expect(state).toMatchObject({ ready: 0, claimed: 9 });
    expect(state.near).toContain(undefined);
  });

  it('ends looking everywhere once nothing is ready, however many wake-ups name their conversation', async () => {
    const { state, claimer, close } = scene({ slots: 50 });
    const open = close();
    claimer.look();
    for (let wake = 0; wake < 5; wake += 1) claimer.wake('user:ann');
    state.ready = 5;
    open();
    await settle();
    const everywhere = () => state.near.filter((conversation) => conversation === undefined).length;
    const before = everywhere();
    for (let wake = 0; wake < 5; wake += 1) {
      state.ready += 1;
      claimer.wake('user:bob');
      await settle();
    }
    expect(everywhere()).toBeLessThanOrEqual(before + 1);
  });

  it('goes on after a fault of the store', async () => {
    const { state, claimer, clock } = scene({ ready: 1 });
    state.failing = true;
    claimer.wake();
    await settle();
    expect(state).toMatchObject({ faults: 1, claimed: 0 });
    state.failing = false;
    await clock.advance(1000, settle);
    expect(state.claimed).toBe(1);
  });

  it('stops when the last claim under way was answered, and claims no more', async () => {
    const { state, claimer, close, clock } = scene({ ready: 5 });
    const open = close();
    claimer.wake();
    let stopped = false;
    const stopping = claimer.stop().then(() => (stopped = true));
    await settle();
    expect(stopped).toBe(false);
    open();
    await stopping;
    claimer.wake();
    claimer.look();
    await clock.advance(5000, settle);
    expect(state).toMatchObject({ asked: 1, claimed: 1 });
  });
});
