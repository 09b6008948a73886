import { until } from '../testing/until.js';
import { Faults, type FaultChange } from '../faults/faults.js';
import { WebhookLane } from './webhook-lane.js';

const retry = { baseMs: 1, longestMs: 2, attempts: 4 };

function open(takes: (item: string, attempt: number) => boolean, change: FaultChange = {}, random = () => 0) {
  const faults = new Faults(random);
  faults.set(change);
  const attempts: string[] = [];
  const givenUp: string[] = [];
  const counts = new Map<string, number>();
  const lane = new WebhookLane<string>(
    async (item) => {
      attempts.push(item);
      counts.set(item, (counts.get(item) ?? 0) + 1);
      return takes(item, counts.get(item) ?? 0);
    },
    faults,
    retry,
    (item) => givenUp.push(item),
  );
  return { lane, attempts, givenUp, faults };
}

describe('webhooks of one room', () => {
  it('go one after the other, each until it is taken', async () => {
    const { lane, attempts } = open((item, attempt) => item !== 'b' || attempt === 3);
    for (const item of ['a', 'b', 'c']) lane.push(item);
    await until(() => expect(lane.waiting).toBe(0));
    expect(attempts).toEqual(['a', 'b', 'b', 'b', 'c']);
  });

  it('are given up after the last attempt, and the next ones go on', async () => {
    const { lane, attempts, givenUp } = open((item) => item !== 'a');
    for (const item of ['a', 'b']) lane.push(item);
    await until(() => expect(lane.waiting).toBe(0));
    expect([attempts, givenUp]).toEqual([['a', 'a', 'a', 'a', 'b'], ['a']]);
  });

  it('go on when something comes after a pause', async () => {
    const { lane, attempts } = open(() => true);
    lane.push('a');
    await until(() => expect(lane.waiting).toBe(0));
    lane.push('b');
    await until(() => expect(attempts).toEqual(['a', 'b']));
  });

  it('are sent twice, or again although they were taken, or before a neighbour, when the faults say so', async () => {
    const doubled = open(() => true, { webhooks: { duplicate: 1 } });
    doubled.lane.push('a');
    await until(() => expect(doubled.attempts).toEqual(['a', 'a']));
    const lost = open(() => true, { webhooks: { lose: 1 } });
    lost.lane.push('a');
    await until(() => expect(lost.attempts.length).toBeGreaterThan(1));
    lost.faults.clear();
    await until(() => expect(lost.lane.waiting).toBe(0));
    const swapped = open(() => true, { webhooks: { reorder: 1 } });
    for (const item of ['a', 'b', 'c']) swapped.lane.push(item);
    await until(() => expect(swapped.attempts).toEqual(['a', 'c', 'b']));
  });

  it('stop at once when the lane is closed', async () => {
    const { lane, attempts } = open(() => false);
    for (const item of ['a', 'b']) lane.push(item);
    await lane.close();
    const { length } = attempts;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([attempts.length, attempts.includes('b')]).toEqual([length, false]);
  });
});
