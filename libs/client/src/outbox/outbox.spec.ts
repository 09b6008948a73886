import fc from 'fast-check';
import { due, forgetSent, markSent, type Outbox, type PendingMessage, settle, toCommand } from './outbox.js';

const message = (id: string, sentAt?: number): PendingMessage => ({
  id,
  text: `text of ${id}`,
  ts: 1,
  ...(sentAt !== undefined && { sentAt }),
});

describe('the outbox', () => {
  it.each([
    ['never sent', message('a'), true],
    ['just sent', message('a', 1_000), false],
    ['sent long ago', message('a', 0), true],
    ['sent exactly long enough ago', message('a', 500), true],
  ])('a message %s is due: %#', (_name, one, expected) => {
    expect(due([one], 1_500, 1_000)).toEqual(expected ? [one] : []);
  });

  it('keeps the order in which messages were written', () => {
    expect(due([message('a'), message('b', 1_400), message('c')], 1_500, 1_000).map(({ id }) => id)).toEqual([
      'a',
      'c',
    ]);
  });

  it('marks only what went out', () => {
    const marked = markSent([message('a'), message('b')], new Set(['b']), 9);
    expect(marked).toEqual([message('a'), message('b', 9)]);
  });

  it('sends everything again after a loss', () => {
    const lost = forgetSent([message('a', 1), message('b')]);
    expect(due(lost, 1, 1_000)).toEqual([message('a'), message('b')]);
  });

  it('ends one wait and leaves the others', () => {
    expect(settle([message('a'), message('b')], 'a')).toEqual([message('b')]);
  });

  it('stays the same when there is nothing to end', () => {
    const outbox: Outbox = [message('a')];
    expect(settle(outbox, 'x')).toBe(outbox);
  });

  it.each([
    [message('a', 5), { type: 'user_message', id: 'a', text: 'text of a' }],
    [
      { ...message('a'), onBusy: 'interrupt' as const, locale: 'en-GB', timeZone: 'Asia/Tokyo' },
      {
        type: 'user_message',
        id: 'a',
        text: 'text of a',
        onBusy: 'interrupt',
        locale: 'en-GB',
        timeZone: 'Asia/Tokyo',
      },
    ],
  ])('says what a message is and nothing of its own (%#)', (one, command) => {
    expect(toCommand(one)).toEqual(command);
  });

  const act = fc.oneof(
    fc.record({ kind: fc.constant('add' as const) }),
    fc.record({ kind: fc.constant('flush' as const) }),
    fc.record({ kind: fc.constant('lose' as const) }),
    fc.record({ kind: fc.constant('ack' as const), which: fc.nat(8) }),
  );
  it('loses no message that has no answer, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let outbox: Outbox = [];
        const open: string[] = [];
        let now = 0;
        for (const one of acts) {
          now += 400;
          if (one.kind === 'add') {
            const id = `m${now}`;
            outbox = [...outbox, message(id)];
            open.push(id);
          } else if (one.kind === 'flush') {
            outbox = markSent(outbox, new Set(due(outbox, now, 1_000).map(({ id }) => id)), now);
          } else if (one.kind === 'lose') {
            outbox = forgetSent(outbox);
          } else {
            const id = open[one.which];
            if (id === undefined) continue;
            outbox = settle(outbox, id);
            open.splice(one.which, 1);
          }
          expect(outbox.map(({ id }) => id)).toEqual(open);
        }
        expect(due(forgetSent(outbox), now, 1_000).map(({ id }) => id)).toEqual(open);
      }),
    );
  });
});
