import { setTimeout as pause } from 'node:timers/promises';
import { pick } from '../random.js';
import { waitUntil } from '../wait-until.js';
import { type Row, type Scene } from './row.js';

/** Four tries of each, each the death of a worker, on a machine that is busy with other rows. */
const deadlyLimitMs = 240_000;

const said = ({ clients }: Scene) => clients.reduce((sum, client) => sum + client.said, 0);

const triple: Row = {
  name: 'every message three times',
  about: 'each message is sent three times, and now and then a gateway dies',
  copies: 3,
  inject: async (scene, nth) => {
    if (nth % 10 === 5) await pick(scene.random, scene.stage.gateways.processes).end('SIGKILL');
    await waitUntil(() => said(scene) > nth * 10, 5_000);
  },
  injected: said,
};

const poison: Row = {
  name: 'poison messages',
  about: 'a tenth of the messages fails: half at once and for good, half at every try',
  nextText: (random) => {
    const draw = random();
    return draw < 0.05 ? 'ends=failed' : draw < 0.1 ? 'ends=refused' : 'steps=1';
  },
  inject: async (scene, nth) => {
    await waitUntil(() => said(scene) >= (nth + 1) * 10, 5_000);
  },
  injected: (scene) => Math.floor(said(scene) / 10),
};

const deadly: Row = {
  name: 'deadly messages',
  about: 'a message that ends the process of whoever works on it',
  // The least: twice beside others and once alone.
  stage: { workerEnv: { TRAVELLITE_MAX_ATTEMPTS: '3' } },
  inject: async ({ clients, random }) => {
    pick(random, clients).say('ends=dies');
    await pause(400);
  },
  // Each of them is a fault until it is given up, when it is claimed for the fourth time.
  heal: async ({ stage }, injections) => {
    const gone = async () => (await stage.conversations.load()).deadLetters >= injections;
    await waitUntil(gone, deadlyLimitMs, 500);
  },
};

export const messageRows: readonly Row[] = [deadly, triple, poison];
