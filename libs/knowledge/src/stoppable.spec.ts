import { stoppable } from './stoppable.js';

const cancelled = { name: 'TravelError', code: 'cancelled' };

describe('stoppable', () => {
  it('passes the result and the fault of the work through', async () => {
    const { signal } = new AbortController();
    await expect(stoppable(() => Promise.resolve(1), signal)).resolves.toBe(1);
    await expect(stoppable(() => Promise.resolve(2), undefined)).resolves.toBe(2);
    await expect(stoppable(() => Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  });

  it('does not begin when it is stopped already', async () => {
    let begun = false;
    const work = () => {
      begun = true;
      return Promise.resolve();
    };
    await expect(stoppable(work, AbortSignal.abort())).rejects.toMatchObject(cancelled);
    expect(begun).toBe(false);
  });

  it('does not wait for work that hangs', async () => {
    const controller = new AbortController();
    const call = stoppable(() => new Promise<never>(() => undefined), controller.signal);
    controller.abort('because');
    await expect(call).rejects.toMatchObject({ ...cancelled, cause: 'because' });
  });

  it('counts a stop that came with the result', async () => {
    const controller = new AbortController();
    const work = () => {
      controller.abort();
      return Promise.resolve('late');
    };
    await expect(stoppable(work, controller.signal)).rejects.toMatchObject(cancelled);
  });
});
