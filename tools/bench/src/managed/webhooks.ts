import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BenchCluster } from '../cluster/bench-cluster.js';
import { quantile } from '../statistics.js';

export interface WebhookTimes {
  webhooks: number;
  /** Webhooks a second that were answered. */
  perSecond: number;
  p50: number;
  p99: number;
  /** Answered with something else than 2xx. */
  refused: number;
}

const perSecond = 200;
const rooms = 50;
const warmMs = 2_000;

/**
 * From sending a webhook to its 2xx, in ms, by the cluster: signed, `perSecond` of them whatever the answers take, over many rooms. A
 * 2xx says that the turn is in its mailbox, on the disk of Redis.
 */
export async function measureWebhooks(seconds: number): Promise<WebhookTimes> {
  const key = randomBytes(32).toString('base64');
  const cluster = await BenchCluster.start({ workers: 1, agent: 'echo', webhookSecret: `whsec_${key}` });
  try {
    const times: number[] = [];
    let refused = 0;
    const began = performance.now();
    const endMs = warmMs + seconds * 1_000;
    const underWay: Promise<void>[] = [];
    for (let nth = 0; performance.now() - began < endMs; nth += 1) {
      const dueMs = (nth * 1_000) / perSecond;
      const early = dueMs - (performance.now() - began);
      if (early > 0) await pause(early);
      // Counted from when it was due: a webhook that had to wait for its sender waited, too.
      const timed = async () => {
        const taken = await tell(cluster.webhookUrl, `room-${nth % rooms}`, key);
        if (dueMs < warmMs) return;
        if (taken) times.push(performance.now() - began - dueMs);
        else refused += 1;
      };
      underWay.push(timed());
    }
    await Promise.all(underWay);
    const figures = { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
    return { webhooks: times.length, perSecond: times.length / seconds, ...figures, refused };
  } finally {
    await cluster.stop();
  }
}

/** One webhook, signed as Standard Webhooks has it; whether it was taken. */
async function tell(url: string, room: string, key: string): Promise<boolean> {
  const body = JSON.stringify({ type: 'message', room, userId: 'ann', message: { text: 'hello' } });
  const id = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed = createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${timestamp}.${body}`);
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...{ 'webhook-id': id, 'webhook-timestamp': timestamp },
      'webhook-signature': `v1,${signed.digest('base64')}`,
    },
    body,
  });
  await answer.arrayBuffer();
  return answer.ok;
}
