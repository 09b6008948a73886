import { DeliveryError } from '../delivery-error.js';
import { type CentrifugoApi, type PublishCommand } from './centrifugo-api.js';
import { PublishQueue } from './publish-queue.js';

const command = (id: string): PublishCommand => ({
  channel: 'rooms:tokyo',
  data: { type: 'x' },
  idempotency_key: id,
  tags: { id },
});

/** A server whose answers are given by hand. */
function openQueue() {
  const requests: {
    ids: string[];
    answer: (faults?: (DeliveryError | undefined)[]) => void;
    fail: (cause: Error) => void;
  }[] = [];
  const api = {
    publish: (commands: readonly PublishCommand[]) =>
      new Promise<(DeliveryError | undefined)[]>((resolve, reject) => {
        const ids = commands.map(({ idempotency_key: id }) => id);
        requests.push({ ids, answer: (faults = ids.map(() => undefined)) => resolve(faults), fail: reject });
      }),
  } as unknown as CentrifugoApi;
  return { queue: new PublishQueue(api), requests };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('publishing in order', () => {
  it('sends what came meanwhile with the next request', async () => {
    const { queue, requests } = openQueue();
    const all = ['1', '2', '3'].map((id) => queue.publish([command(id)]));
    expect(requests.map(({ ids }) => ids)).toEqual([['1']]);
    requests[0]?.answer();
    await turn();
    expect(requests.map(({ ids }) => ids)).toEqual([['1'], ['2', '3']]);
    requests[1]?.answer();
    await Promise.all(all);
  });

  it('bounds a request, and never splits a publication', async () => {
    const { queue, requests } = openQueue();
    const first = queue.publish([command('first')]);
    const many = Array.from({ length: 3 }, (_, at) =>
      queue.publish(Array.from({ length: 90 }, (__, n) => command(`${at}:${n}`))),
    );
    for (const size of [1, 180, 90]) {
      expect(requests.at(-1)?.ids).toHaveLength(size);
      requests.at(-1)?.answer();
      await turn();
    }
    await Promise.all([first, ...many]);
  });

  it('rejects the one that was refused, not its neighbours', async () => {
    const { queue, requests } = openQueue();
    const first = queue.publish([command('1')]);
    const [bad, good] = [queue.publish([command('2'), command('3')]), queue.publish([command('4')])];
    requests[0]?.answer();
    await turn();
    requests[1]?.answer([undefined, new DeliveryError('forbidden', 'no'), undefined]);
    await expect(bad).rejects.toMatchObject({ code: 'forbidden' });
    await Promise.all([first, good]);
  });

  it('rejects all of a request that failed as retryable, and goes on', async () => {
    const { queue, requests } = openQueue();
    const first = queue.publish([command('1')]);
    requests[0]?.fail(new Error('cut'));
    await expect(first).rejects.toMatchObject({ code: 'provider_unavailable', retryable: true });
    const second = queue.publish([command('2')]);
    requests[1]?.answer();
    await second;
  });

  it('takes no more than it can hold', async () => {
    const { queue, requests } = openQueue();
    const all = Array.from({ length: 4097 }, (_, at) =>
      queue.publish([command(`${at}`)]).catch(() => undefined),
    );
    await expect(queue.publish([command('more')])).rejects.toMatchObject({ code: 'rate_limited' });
    queue.close(new DeliveryError('provider_unavailable', 'closed'));
    requests[0]?.answer();
    await Promise.all(all);
  });

  it('rejects what waits when it is closed, and everything after', async () => {
    const { queue, requests } = openQueue();
    const [sent, waits] = [queue.publish([command('1')]), queue.publish([command('2')])];
    queue.close(new DeliveryError('provider_unavailable', 'closed'));
    await expect(waits).rejects.toMatchObject({ message: 'closed' });
    await expect(queue.publish([command('3')])).rejects.toMatchObject({ message: 'closed' });
    requests[0]?.answer();
    await sent;
    expect(requests).toHaveLength(1);
  });
});
