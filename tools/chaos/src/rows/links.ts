import { setTimeout as pause } from 'node:timers/promises';
import { type Proxy } from '../faults/proxy.js';
import { between } from '../random.js';
import { operationTimeoutMs, type Stage } from '../stage/stage.js';
import { type Row } from './row.js';

type Link = 'NATS' | 'Redis';

function linkOf(stage: Stage, link: Link): Proxy {
  const proxy = link === 'NATS' ? stage.natsLink : stage.redisLink;
  if (!proxy) throw new TypeError('This row needs links.');
  return proxy;
}

/** Every tenth black hole lasts until the NATS client notices by itself that nobody answers (two pings of 5 s). */
const longHoleMs = 12_000;

/** What a link swallowed is lost with its connections: TCP never delivers a stream with a hole in it. */
const blackHole = (link: Link): Row => ({
  name: `black hole to ${link}`,
  about: `the link to ${link} swallows everything for a while, then its connections end`,
  stage: { links: true },
  inject: async ({ stage, random }, nth) => {
    const proxy = linkOf(stage, link);
    proxy.blackHole(true);
    const long = link === 'NATS' && nth % 15 === 14;
    await pause(long ? longHoleMs : between(random, 300, operationTimeoutMs * 1.6));
    proxy.blackHole(false);
    proxy.reset();
    await pause(between(random, 200, 600));
  },
});

const reset = (link: Link): Row => ({
  name: `reset of ${link}`,
  about: `every connection to ${link} ends with a TCP reset`,
  stage: { links: true },
  inject: async ({ stage, random }) => {
    linkOf(stage, link).reset();
    await pause(between(random, 50, 700));
  },
});

export const linkRows: readonly Row[] = [
  blackHole('NATS'),
  blackHole('Redis'),
  reset('NATS'),
  reset('Redis'),
];
