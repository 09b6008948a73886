import { EventEmitter } from 'node:events';
import { TravelError } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { type HostProcess, runService, type ServiceLife } from './run-service.js';

/** A process that notes what is done to it. */
class FakeProcess extends EventEmitter implements HostProcess {
  readonly exited = Promise.withResolvers<number>();
  readonly exits: number[] = [];
  connected = false;
  written = '';
  readonly stderr = { write: (text: string) => (this.written += text) };

  exit(code: number): void {
    this.exits.push(code);
    this.exited.resolve(code);
  }
}

let host: FakeProcess;
beforeEach(() => void (host = new FakeProcess()));

const run = (start: (life: ServiceLife) => Promise<void>) => runService(start, host);
const set = { log: silentLog, closeLimitMs: 10_000 };

describe('runService', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
    '%s closes in reverse order and exits with 0',
    async (signal) => {
      const closed: string[] = [];
      await run(async ({ releases }) => {
        for (const part of ['port', 'bus', 'service']) releases.add(part, () => void closed.push(part));
      });
      expect(host.exits).toEqual([]);
      host.emit(signal);
      expect(await host.exited.promise).toBe(0);
      expect(closed).toEqual(['service', 'bus', 'port']);
    },
  );

  test('a part that cannot be closed does not keep the others open, and is logged', async () => {
    const closed: string[] = [];
    const logged: unknown[] = [];
    const log = { ...silentLog, error: (_: string, fields?: object) => void logged.push(fields) };
    await run(async (life) => {
      life.setUp({ ...set, log });
      life.releases.add('port', () => void closed.push('port'));
      life.releases.add('bus', () => Promise.reject(new Error('stuck')));
    });
    host.emit('SIGTERM');
    expect(await host.exited.promise).toBe(0);
    expect(closed).toEqual(['port']);
    expect(logged).toEqual([{ part: 'bus' }]);
  });

  test('being stopped while it starts is no fault: what was opened closes, exit 0', async () => {
    const closed: string[] = [];
    const running = run(async ({ releases, stopping }) => {
      releases.add('port', () => void closed.push('port'));
      await new Promise((_, reject) => {
        stopping.addEventListener('abort', () => reject(new TravelError('cancelled', 'was stopped')));
      });
    });
    host.emit('SIGTERM');
    expect(await host.exited.promise).toBe(0);
    await running;
    expect(closed).toEqual(['port']);
    expect(host.written).toBe('');
  });

  test.each([
    ['a sentence', new TravelError('conflict', 'The port is taken.'), 'The port is taken.\n'],
    [
      'several at once',
      Object.assign(new Error('two'), { faults: ['PORT is bad', 'HOST is bad'] }),
      'PORT is bad\nHOST is bad\n',
    ],
    [
      'a fault of ours with its stack',
      new TypeError('x is not a function'),
      /TypeError: x is not a function\n +at /,
    ],
  ])('what cannot start says why and exits with 1: %s', async (_name, fault, words) => {
    const closed: string[] = [];
    await run(async ({ releases }) => {
      releases.add('port', () => void closed.push('port'));
      throw fault;
    });
    expect(host.exits).toEqual([1]);
    expect(closed).toEqual(['port']);
    if (typeof words === 'string') expect(host.written).toBe(words);
    else expect(host.written).toMatch(words);
  });

  test('a second signal ends it at once', async () => {
    await run(async ({ releases }) => releases.add('bus', () => new Promise(() => undefined)));
    host.emit('SIGTERM');
    expect(host.exits).toEqual([]);
    host.emit('SIGINT');
    expect(host.exits).toEqual([1]);
  });

  test('closing that takes too long ends it, and is logged', async () => {
    const said: string[] = [];
    const log = { ...silentLog, error: (message: string) => void said.push(message) };
    await run(async (life) => {
      life.setUp({ log, closeLimitMs: 5 });
      life.releases.add('bus', () => new Promise(() => undefined));
    });
    host.emit('SIGTERM');
    expect(await host.exited.promise).toBe(1);
    expect(said).toEqual([expect.stringContaining('takes too long')]);
  });

  test('a watcher that goes away stops it', async () => {
    host.connected = true;
    await run(async (life) => life.setUp(set));
    host.emit('disconnect');
    expect(await host.exited.promise).toBe(0);
  });

  test('without a watcher nobody can go away', async () => {
    await run(async () => undefined);
    expect(host.listenerCount('disconnect')).toBe(0);
  });
});
