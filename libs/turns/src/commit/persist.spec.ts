import { TravelError } from '@travellite/protocol';
import { SimulatedClock } from '../testing/simulated-clock.js';
import { persist } from './persist.js';

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const unavailable = new TravelError('provider_unavailable', 'not now');

describe('persist', () => {
  it('repeats a write of unknown outcome, with growing waits, until the store answers', async () => {
    const clock = new SimulatedClock();
    const begin = clock.now();
    const tries: number[] = [];
    const written = persist(
      async () => {
        tries.push(clock.now() - begin);
        if (tries.length < 6) throw unavailable;
        return 'written';
      },
      clock,
      () => false,
    );
    await clock.advance(5000, settle);
    expect(await written).toBe('written');
    expect(tries).toEqual([0, 20, 70, 170, 420, 920]);
  });

  it('passes on what repeating cannot heal', async () => {
    const fault = new TravelError('invalid', 'no JSON');
    const write = async () => Promise.reject(fault);
    await expect(persist(write, new SimulatedClock(), () => false)).rejects.toBe(fault);
  });

  it('stops when nobody needs it any more, after one try', async () => {
    let tries = 0;
    const write = async () => {
      tries += 1;
      throw unavailable;
    };
    const stopped = persist(write, new SimulatedClock(), () => true);
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled', cause: unavailable });
    expect(tries).toBe(1);
  });
});
