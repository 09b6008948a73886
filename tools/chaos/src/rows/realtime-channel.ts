import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceProcess } from '@travellite/cluster';
import { between } from '../random.js';
import { type Channel } from '../stage/channel.js';
import { killOne } from '../stage/supervisor.js';
import { waitUntil } from '../wait-until.js';
import { type Row, type Scene } from './row.js';

/** Rooms of a realtime service: webhooks in, answers out. Fewer of the others, which have rows of their own. */
export const channelStage = { workers: 2, gateways: 1, channel: {} };

/** Enough to see every kind of loss; the rest of the time is for what is measured. */
const usual = { stage: channelStage, haste: { window: 3, pauseMs: 3_000 } };

/** How soon after the death of a publisher another must have published, in ms. */
const takeoverLimitMs = 5_000;
const lookMs = 20;
/** Longest wait for members to come back, in ms. */
const membersLimitMs = 10_000;

function channelOf({ stage: { channel } }: Scene): Channel {
  if (!channel) throw new TypeError('This row needs a realtime channel.');
  return channel;
}

/** The publisher that is active, after waiting for one. */
async function activeOne(scene: Scene, limitMs: number): Promise<ServiceProcess | undefined> {
  const channel = channelOf(scene);
  let active: ServiceProcess | undefined;
  const look = async () => {
    // Only who publishes is connected to the service, so nobody need be asked before.
    if (channel.service.inspect().servers > 0) active = await channel.active();
    return active !== undefined;
  };
  await waitUntil(look, limitMs, lookMs);
  return active;
}

const shownIn = ({ clients }: Scene) =>
  clients.flatMap(({ audience }) => audience?.shown ?? []).reduce((sum, { length }) => sum + length, 0);

const ingressDies: Row = {
  name: 'webhook door dies',
  about: 'SIGKILL of a webhook-ingress; the service delivers again to another',
  ...usual,
  inject: async (scene) => {
    const killed = await killOne(channelOf(scene).ingresses, scene.random);
    await pause(between(scene.random, 200, 900));
    return killed;
  },
};

/** `false` when none was active. */
export async function killActivePublisher(scene: Scene): Promise<boolean> {
  const active = await activeOne(scene, takeoverLimitMs);
  await active?.end('SIGKILL');
  return active !== undefined;
}

/** Every so many deaths are followed until another publisher has published; the others come as soon as another is active. */
const followedEvery = 3;

const publisherDies: Row = {
  name: 'publisher dies',
  about: 'SIGKILL of the active publisher; the other has published within 5 s',
  ...usual,
  inject: async (scene, nth) => {
    if (!(await killActivePublisher(scene))) return false;
    if (nth % followedEvery > 0) return true;
    const died = performance.now();
    const next = await activeOne(scene, takeoverLimitMs);
    const shown = shownIn(scene);
    const left = takeoverLimitMs - (performance.now() - died);
    if (next && (await waitUntil(() => shownIn(scene) > shown, left, lookMs))) return true;
    const detail = `death ${nth}: nobody published within ${takeoverLimitMs} ms`;
    scene.broken.push({ rule: 'takeover', conversation: '', detail });
    return true;
  },
};

/**
 * What a service forgets that it confirmed and showed nobody, nobody can publish again. So members are there before, and have read what
 * there is by the time it forgets.
 */
const serviceRestarts: Row = {
  name: 'realtime service restarts',
  about: 'the service refuses everybody, forgets all it had, and counts from a new epoch',
  ...usual,
  inject: async (scene) => {
    const { service } = channelOf(scene);
    const areBack = () => scene.clients.every(({ audience }) => audience?.live);
    if (!(await waitUntil(areBack, membersLimitMs, lookMs))) return false;
    service.faults.set({ refuse: true });
    service.drop('server');
    await pause(between(scene.random, 100, 300));
    service.restart();
    service.faults.clear();
    await pause(between(scene.random, 100, 700));
    return true;
  },
};

const natsDies: Row = {
  name: 'NATS dies beneath the channel',
  about: 'SIGKILL of NATS under webhook doors and publishers, back a moment later',
  ...usual,
  inject: async ({ stage: { nats }, random }) => {
    await nats.kill();
    await pause(between(random, 0, 400));
    await nats.start();
    await pause(between(random, 200, 700));
  },
};

export const channelRows: readonly Row[] = [ingressDies, publisherDies, serviceRestarts, natsDies];
