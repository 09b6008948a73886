import { TravelError } from '@travellite/protocol';
import fc from 'fast-check';
import { spentOn, storedCount, utcDay, withSpent } from './day-count.js';
import { DayLedger } from './day-ledger.js';
import { TokenBudget } from './token-budget.js';

const codeOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (thrown) {
    return thrown instanceof TravelError ? thrown.code : 'another';
  }
};

describe('a token budget', () => {
  it.each([
    ['the message', { turnTokens: 100 }, 0, 'turn'],
    ['the day', { dayTokens: 1_000 }, 900, 'day'],
    ['the day, when both are used up', { turnTokens: 100, dayTokens: 1_000 }, 900, 'day'],
  ] as const)('ends with %s', (_what, limits, before, which) => {
    const budget = new TokenBudget(limits, before);
    budget.take(100);
    expect(budget.exceeded).toBeUndefined();
    expect(codeOf(() => budget.take(1))).toBe('budget_exceeded');
    expect(budget).toMatchObject({ exceeded: which, spent: 100 });
  });

  it('has no end without limits', () => {
    const budget = new TokenBudget({}, 1e12);
    budget.take(1e12);
    expect(budget).toMatchObject({ spent: 1e12, exceeded: undefined });
  });

  it('gives back what a request did not need', () => {
    const budget = new TokenBudget({ turnTokens: 100 }, 0);
    budget.take(90);
    budget.settle(90, 10);
    expect(codeOf(() => budget.take(90))).toBeUndefined();
  });

  it('is never overdrawn by taking, whatever is taken and settled for less', () => {
    const request = fc.record({ taken: fc.nat(60), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(request), fc.nat(200), (requests, before) => {
        const budget = new TokenBudget({ turnTokens: 150, dayTokens: 300 }, before);
        for (const { taken, share } of requests) {
          if (codeOf(() => budget.take(taken)) === undefined) budget.settle(taken, Math.floor(taken * share));
          expect(budget.spent).toBeLessThanOrEqual(Math.max(0, Math.min(150, 300 - before)));
        }
      }),
    );
  });
});

describe('the count of a day', () => {
  const noon = Date.UTC(2026, 10, 28, 12);

  it('is by user and by day, UTC', () => {
    const count = withSpent(withSpent(undefined, '2026-11-28', 'ann', 10), '2026-11-28', 'bob', 5);
    expect([spentOn(count, '2026-11-28', 'ann'), spentOn(count, '2026-11-28', 'bob')]).toEqual([10, 5]);
    expect(spentOn(count, '2026-11-29', 'ann')).toBe(0);
    expect(withSpent(count, '2026-11-29', 'bob', 1)).toEqual({ day: '2026-11-29', by: { bob: 1 } });
    expect(utcDay(noon + 12 * 3_600_000 - 1)).toBe('2026-11-28');
    expect(utcDay(noon + 12 * 3_600_000)).toBe('2026-11-29');
  });

  it('forgets those who spent least of a great many', () => {
    expect(withSpent({ day: '2026-11-28', by: { ann: 3 } }, '2026-11-28', 'ann', 10)?.by).toEqual({
      ann: 10,
    });
    let count = withSpent(undefined, '2026-11-28', 'big', 1_000);
    for (let at = 0; at < 500; at += 1) count = withSpent(count, '2026-11-28', `u${at}`, 1 + at);
    expect(Object.keys(count?.by ?? {})).toHaveLength(200);
    expect(spentOn(count, '2026-11-28', 'big')).toBe(1_000);
    expect(spentOn(count, '2026-11-28', 'u0')).toBe(0);
  });

  it.each(['__proto__', 'constructor', 'toString'])('is nothing for a new user called %s', (name) => {
    expect(spentOn({ day: '2026-11-28', by: {} }, '2026-11-28', name)).toBe(0);
  });

  it.each([undefined, null, 5, {}, { spent: 7 }, { spent: { day: 3, by: {} } }])(
    'of %j counts as nothing',
    (data) => {
      expect(storedCount(data)).toBeUndefined();
    },
  );
});

describe('what is known to be spent', () => {
  const ann = { conversation: 'user:ann' as const, user: 'ann', day: '2026-11-28' };

  it('holds where the state does not know of it, by conversation, user and day', () => {
    const ledger = new DayLedger();
    ledger.note(ann, 40);
    ledger.note(ann, 30);
    expect(ledger.spent(ann, 10)).toBe(40);
    expect(ledger.spent(ann, 90)).toBe(90);
    expect(ledger.spent({ ...ann, user: 'bob' }, 10)).toBe(10);
    expect(ledger.spent({ ...ann, conversation: 'user:bob' }, 10)).toBe(10);
    expect(ledger.spent({ ...ann, day: '2026-11-29' }, 0)).toBe(0);
  });

  it('is bounded: who was heard of longest ago is forgotten', () => {
    const ledger = new DayLedger();
    ledger.note(ann, 40);
    ledger.note({ ...ann, user: 'bob' }, 50);
    ledger.note(ann, 41);
    for (let at = 0; at < 9_999; at += 1) ledger.note({ ...ann, user: `u${at}` }, 1);
    expect([ledger.spent(ann, 0), ledger.spent({ ...ann, user: 'bob' }, 0)]).toEqual([41, 0]);
  });
});
