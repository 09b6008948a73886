import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { at, listAt } from './deployment/resource.js';
import { configFaults, namesNotReadBy, namesReadBy } from './deployment/settings.js';

const root = join(process.cwd(), '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as unknown;
const apps = readdirSync(join(root, 'apps')).filter((app) =>
  existsSync(join(root, 'apps', app, 'src', 'main.ts')),
);
const services = apps.filter((app) => app !== 'standalone');

/** The Compose Specification's own schema, as the linter package carries it. */
function composeFaults(value: unknown): unknown[] {
  const main = createRequire(import.meta.url).resolve('dclint');
  const file = join(
    main.slice(0, main.lastIndexOf(`${sep}dclint${sep}`)),
    'dclint/schemas/compose.schema.json',
  );
  const {
    $schema: _draft,
    $id: _id,
    ...schema
  } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** `${NAME:-default}` as Compose reads it where nothing is set. */
const withDefaults = (value: string) => value.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
const service = (name: string) => at(compose, 'services', name);
const environment = (name: string) =>
  Object.fromEntries(
    Object.entries(at(service(name), 'environment') as Record<string, string>).map(([key, value]) => [
      key,
      withDefaults(value),
    ]),
  );

describe('docker-compose.yml', () => {
  test.each(['webhook-ingress', 'realtime-publisher'] as const)(
    'hands on every setting of the realtime channel that %s reads',
    (app) => {
      const wanted = namesReadBy(app).filter((name) => /^(REALTIME|ABLY|CENTRIFUGO)_/.test(name));
      const given = Object.keys(environment(app));
      expect(wanted.filter((name) => !given.includes(name))).toEqual([]);
    },
  );

  test('meets the schema of the Compose Specification', () => expect(composeFaults(compose)).toEqual([]));

  test('would not, with a misspelt field', () => {
    expect(composeFaults({ services: { a: { imagee: 'b' } } })).not.toEqual([]);
  });

  test('runs every service', () => {
    expect(Object.keys(at(compose, 'services') as object).toSorted()).toEqual(
      ['nats', 'redis', ...services].toSorted(),
    );
  });

  describe.each(services)('%s', (name) => {
    test('is the app of its name in the one image', () => {
      expect(service(name)).toMatchObject({ command: [name], image: 'travellite', build: '.' });
    });

    test('can write nowhere and has no capability', () => {
      expect(service(name)).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    });

    test('waits until NATS and Redis answer', () => {
      expect(at(service(name), 'depends_on')).toMatchObject({ nats: { condition: 'service_healthy' } });
    });

    test('starts with its environment, which holds nothing that is not for it', () => {
      expect(namesNotReadBy(name, Object.keys(environment(name)))).toEqual([]);
      expect(configFaults(environment(name))).toEqual([]);
    });

    test('has more time to stop than it takes for itself', () => {
      const graceMs = Number.parseInt(String(at(service(name), 'stop_grace_period'))) * 1000;
      const drainMs = Number(environment(name)['TRAVELLITE_DRAIN_MS'] ?? 10_000);
      expect(graceMs).toBeGreaterThanOrEqual(drainMs + 5_000);
    });
  });

  test('opens ports on this machine only', () => {
    const ports = Object.values(at(compose, 'services') as object).flatMap((one) =>
      listAt<string>(one, 'ports'),
    );
    expect(ports.filter((one) => !one.startsWith('127.0.0.1:'))).toEqual([]);
    expect(ports.map(withDefaults)).toContain('127.0.0.1:3000:3000');
  });

  test('syncs NATS and Redis to disk, on volumes', () => {
    expect(at(compose, 'configs', 'nats', 'content')).toContain('sync_interval: always');
    const command = listAt<string>(service('redis'), 'command').join(' ');
    expect(command).toContain('--appendonly yes --appendfsync always');
    expect(command).toContain('--maxmemory-policy noeviction');
    for (const name of ['nats', 'redis']) expect(at(service(name), 'volumes')).toEqual([`${name}:/data`]);
  });

  test('runs the same NATS and Redis as k8s/overlays/dev', () => {
    for (const name of ['nats', 'redis'])
      expect(read(`k8s/overlays/dev/${name}.yaml`)).toContain(
        `image: ${String(at(service(name), 'image'))}\n`,
      );
  });
});

describe('Dockerfile', () => {
  /** Instructions of the last stage, continuation lines joined; text of here-documents left in. */
  const stages = read('Dockerfile')
    .replaceAll(/\\\n/g, ' ')
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1) ?? '';
  const words = (name: string) =>
    [...last.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, rest]) => rest);

  test('builds in one stage and ships in another, on the Node this project is tested with', () => {
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^node:24-/);
    expect(words('COPY')[0]).toMatch(/^--from=build /);
  });

  test('runs as a user by number that is not root, so that Kubernetes can see it', () => {
    expect(words('USER')).toEqual(['1000:1000']);
    expect(last.indexOf('\nUSER ')).toBeLessThan(last.indexOf('\nENTRYPOINT '));
  });

  test('leaves what it ships to root, so that no app can change itself', () => {
    expect(words('COPY')[0]).toContain('--chown=root:root');
  });

  test('installs exactly what the lock says and ships no build tools', () => {
    expect(stages[0]).toContain('npm ci');
    expect(stages[0]).toContain('npm prune --omit=dev');
  });

  test('builds every app and starts one by its name, as process 1', () => {
    expect(stages[0]).toContain("-t build -p 'directory:apps/*'");
    expect(last).toContain('main="apps/$1/dist/main.js"');
    expect(last).toMatch(/^exec node .*"\$main"$/m);
    expect(words('ENTRYPOINT')).toEqual(['["/app/start"]']);
    expect(apps).toContain((JSON.parse(words('CMD').at(-1) ?? '[]') as string[])[0]);
  });

  test('names in its head only apps that exist', () => {
    const [, list = ''] = /^#\s+docker run travellite (.*)$/m.exec(read('Dockerfile')) ?? [];
    expect(list.split(' | ').toSorted()).toEqual(apps.toSorted());
  });

  test('sets only variables its apps read, and settings they take', () => {
    const pairs = words('ENV').flatMap((line) => (line ?? '').split(' ').map((pair) => pair.split('=')));
    const env = Object.fromEntries(pairs) as Record<string, string>;
    expect(namesNotReadBy('standalone', Object.keys(env))).toEqual([]);
    expect(configFaults(env)).toEqual([]);
    expect(env).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
  });

  test('says how its health is asked', () => expect(words('HEALTHCHECK')[0]).toContain('/health/live'));
});
