import { setTimeout as pause } from 'node:timers/promises';
import { between } from '../random.js';
import { killOne } from '../stage/supervisor.js';
import { type Row, type Scene } from './row.js';

/** How long a server stays away, and how long it is there before the next death, in ms. */
const away = ({ random }: Scene) => pause(between(random, 0, 400));
const there = ({ random }: Scene) => pause(between(random, 200, 900));

const natsDies: Row = {
  name: 'NATS dies',
  about: 'SIGKILL of NATS, back a moment later',
  inject: async (scene) => {
    await scene.stage.nats.kill();
    await away(scene);
    await scene.stage.nats.start();
    await there(scene);
  },
};

const redisDies: Row = {
  name: 'Redis dies',
  about: 'SIGKILL of Redis, back a moment later',
  inject: async (scene) => {
    await scene.stage.redis.kill();
    await away(scene);
    await scene.stage.redis.start();
    await there(scene);
  },
};

const bothDie: Row = {
  name: 'NATS and Redis die',
  about: 'SIGKILL of both at once, back one after the other',
  inject: async (scene) => {
    const { nats, redis } = scene.stage;
    await Promise.all([nats.kill(), redis.kill()]);
    const [first, second] = scene.random() < 0.5 ? [nats, redis] : [redis, nats];
    await first.start();
    await away(scene);
    await second.start();
    await there(scene);
  },
};

const gatewayDies: Row = {
  name: 'gateway dies',
  about: 'SIGKILL of a gateway; its clients resume at another',
  inject: async (scene) => {
    const killed = await killOne(scene.stage.gateways, scene.random);
    await there(scene);
    return killed;
  },
};

export const serverRows: readonly Row[] = [natsDies, redisDies, bothDie, gatewayDies];
