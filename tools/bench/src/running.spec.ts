import { startedTogether, stopAll, whileRunning } from './running.js';

function parts() {
  const stopped: string[] = [];
  const part = (name: string, fault?: Error) => ({
    stop: () => {
      stopped.push(name);
      return fault ? Promise.reject(fault) : Promise.resolve();
    },
  });
  return { stopped, part };
}

describe('what a measurement starts', () => {
  it('is ended when the measurement fails', async () => {
    const { stopped, part } = parts();
    const failing = whileRunning(Promise.resolve(part('server')), () => Promise.reject(new Error('no load')));
    await expect(failing).rejects.toThrow('no load');
    expect(stopped).toEqual(['server']);
    expect(await whileRunning(Promise.resolve(part('again')), () => Promise.resolve(7))).toBe(7);
    expect(stopped).toEqual(['server', 'again']);
  });

  it('is ended when a part of it cannot be started', async () => {
    const { stopped, part } = parts();
    const starting = startedTogether((runs) => {
      runs(part('nats'));
      runs(part('redis', new Error('will not end')));
      return Promise.reject(new Error('no worker'));
    });
    await expect(starting).rejects.toThrow('no worker');
    expect(stopped).toEqual(['redis', 'nats']);
  });

  it('is ended part by part, whichever of them fails', async () => {
    const { stopped, part } = parts();
    await expect(stopAll([part('a'), part('b', new Error('stuck')), part('c')])).rejects.toThrow('stuck');
    expect(stopped).toEqual(['c', 'b', 'a']);
  });
});
