import { type FaultChange, Faults } from './faults.js';
import { Line } from './line.js';

const { jest } = import.meta;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Sends the numbers through a line with these faults, and gives back what arrived. */
function send(count: number, change: FaultChange['acks'], random = () => 0) {
  const faults = new Faults(random);
  faults.set({ acks: change });
  const line = new Line(faults, 'acks');
  const arrived: number[] = [];
  for (let n = 1; n <= count; n += 1) line.pass(() => arrived.push(n));
  return { arrived, line, faults };
}

describe('a line', () => {
  it('without faults is a call', () => {
    expect(send(3, {}).arrived).toEqual([1, 2, 3]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('loses', () => expect(send(3, { lose: 1 }).arrived).toEqual([]));

  it('doubles', () => expect(send(2, { duplicate: 1 }).arrived).toEqual([1, 1, 2, 2]));

  it('swaps neighbours, and lets nobody wait for a neighbour that never comes', () => {
    const { arrived } = send(5, { reorder: 1 });
    expect(arrived).toEqual([2, 1, 4, 3]);
    jest.advanceTimersByTime(20);
    expect(arrived).toEqual([2, 1, 4, 3, 5]);
  });

  it('is late and keeps the order', () => {
    let at = 0;
    const { arrived } = send(5, { delayMs: 100 }, () => [0.9, 0.1, 0.5, 0, 0.99][(at += 1) - 1] ?? 0);
    expect(arrived).toEqual([]);
    jest.advanceTimersByTime(90);
    expect(arrived).toEqual([1, 2, 3, 4]);
    jest.advanceTimersByTime(100);
    expect(arrived).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets nothing overtake what is late when the fault is over', () => {
    const { arrived, line, faults } = send(2, { delayMs: 100 }, () => 0.5);
    faults.clear();
    line.pass(() => arrived.push(3));
    expect(arrived).toEqual([]);
    jest.advanceTimersByTime(51);
    expect(arrived).toEqual([1, 2, 3]);
  });

  it('is silent once it is closed, and leaves no timer', () => {
    const { arrived, line } = send(3, { delayMs: 100, reorder: 1 }, () => 0.5);
    line.close();
    line.pass(() => arrived.push(9));
    jest.advanceTimersByTime(1000);
    expect([arrived, jest.getTimerCount()]).toEqual([[], 0]);
  });
});

it('faults are changed one by one, and cleared together', () => {
  const faults = new Faults(() => 0.5);
  faults.set({ refuse: true, webhooks: { lose: 0.2 } });
  faults.set({ webhooks: { duplicate: 0.3 } });
  expect(faults.plan).toMatchObject({
    refuse: true,
    webhooks: { lose: 0.2, duplicate: 0.3 },
    acks: { lose: 0 },
  });
  expect([faults.happens(0.4), faults.happens(0.6), faults.happens(0)]).toEqual([false, true, false]);
  faults.clear();
  expect(faults.plan).toMatchObject({ refuse: false, webhooks: { lose: 0, duplicate: 0 } });
});
