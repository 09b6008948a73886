import { countedNames } from '@travellite/telemetry';
import { letsIn } from './deployment/network.js';
import { both, container, environment, find, rendered, storeUsers } from './deployment/overlays.js';
import { at, idOf, listAt } from './deployment/resource.js';

const { dev, production } = rendered;

describe('a worker', () => {
  test('may finish the longest turn there is (five minutes) before it stops', () => {
    for (const name of both)
      expect(Number(environment(rendered[name], 'agent-worker')['TRAVELLITE_DRAIN_MS'])).toBeGreaterThan(
        300_000,
      );
  });
});

describe('dev', () => {
  const caller = (name: string) => ({
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': 'travellite',
  });
  const store = (name: string) => ({ 'app.kubernetes.io/name': name });

  test.each([...storeUsers, 'webhook-ingress', 'realtime-publisher'])('NATS lets %s in', (service) => {
    expect(letsIn(dev, store('nats'), caller(service), 4222)).toBe(true);
  });

  test.each([
    ['ws-gateway', true],
    ['agent-worker', true],
    ['webhook-ingress', false],
    ['realtime-publisher', false],
  ])('Redis lets %s in: %s', (service, allowed) => {
    expect(letsIn(dev, store('redis'), caller(service), 6379)).toBe(allowed);
  });

  test('syncs NATS and Redis to disk and forgets nothing for want of memory', () => {
    expect(at(find(dev, 'ConfigMap/nats'), 'data', 'nats.conf')).toMatch(/sync_interval: always/);
    const args = listAt<string>(container(find(dev, 'StatefulSet/redis')), 'args').join(' ');
    expect(args).toContain('--appendonly yes --appendfsync always');
    expect(args).toContain('--maxmemory-policy noeviction');
  });

  test.each(['nats', 'redis'])('keeps the data of %s on a volume', (name) => {
    const claims = listAt(find(dev, `StatefulSet/${name}`), 'spec', 'volumeClaimTemplates');
    expect(claims.map((claim) => at(claim, 'metadata', 'name'))).toEqual(['data']);
    const mounts = listAt(container(find(dev, `StatefulSet/${name}`)), 'volumeMounts');
    expect(mounts).toContainEqual({ name: 'data', mountPath: '/data' });
  });
});

describe('production', () => {
  test('keeps three copies of every stream, and one number of partitions everywhere', () => {
    expect(environment(production, 'ws-gateway')['NATS_STREAM_REPLICAS']).toBe('3');
    expect(environment(production, 'agent-worker')['TRAVELLITE_PARTITIONS']).toBe(
      environment(production, 'ws-gateway')['TRAVELLITE_PARTITIONS'],
    );
  });

  test('holds no store and no secret', () => {
    expect(production.filter(({ kind }) => kind === 'StatefulSet' || kind === 'Secret').map(idOf)).toEqual(
      [],
    );
  });

  test('reaches NATS and Redis in networks of their own', () => {
    const network = (policy: string) =>
      listAt(find(production, `NetworkPolicy/${policy}`), 'spec', 'egress', 0, 'to').map((to) =>
        at(to, 'ipBlock', 'cidr'),
      );
    expect(network('webhook-ingress')).toEqual(network('to-nats'));
    expect(network('to-redis')).not.toEqual(network('to-nats'));
    expect([...network('to-redis'), ...network('to-nats')]).not.toContain(undefined);
  });

  test.each(['ws-gateway', 'agent-worker'])('leaves the number of %s to its autoscaler', (service) => {
    expect(at(find(production, `Deployment/${service}`), 'spec', 'replicas')).toBeUndefined();
    expect(at(find(dev, `Deployment/${service}`), 'spec', 'replicas')).toBe(1);
  });

  test('scales the gateway on open connections', () => {
    const scaler = find(production, 'HorizontalPodAutoscaler/ws-gateway');
    expect(at(scaler, 'spec', 'scaleTargetRef')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'ws-gateway',
    });
    expect(at(scaler, 'spec', 'metrics', 0, 'pods')).toMatchObject({
      metric: { name: 'travellite_ws_connections_open' },
      target: { type: 'AverageValue' },
    });
    expect(at(scaler, 'spec', 'minReplicas')).toBe(3);
    expect(countedNames).toContain('ws_connections_open');
  });

  test('scales workers on ready conversations and on how long the oldest waits', () => {
    const scaler = find(production, 'ScaledObject/agent-worker');
    expect(at(scaler, 'spec', 'scaleTargetRef')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'agent-worker',
    });
    const queries = listAt(scaler, 'spec', 'triggers').map((trigger) => at(trigger, 'metadata', 'query'));
    expect(queries[0]).toContain('max(travellite_store_ready_conversations)');
    expect(queries[1]).toBe('max(travellite_store_oldest_ready_seconds)');
    for (const trigger of listAt(scaler, 'spec', 'triggers'))
      expect(at(trigger, 'metadata', 'ignoreNullValues')).toBe('false');
    expect(Number(at(scaler, 'spec', 'minReplicaCount'))).toBeGreaterThanOrEqual(2);
  });

  test('has one door to the outside, over TLS, to a Service without affinity', () => {
    const ingress = find(production, 'Ingress/ws-gateway');
    const hosts = listAt(ingress, 'spec', 'rules').map((rule) => at(rule, 'host'));
    expect(listAt(ingress, 'spec', 'tls', 0, 'hosts')).toEqual(hosts);
    const service = find(production, 'Service/ws-gateway');
    expect(at(service, 'spec', 'sessionAffinity')).toBeUndefined();
    expect(at(service, 'spec', 'ports', 0)).toMatchObject({ name: 'http', targetPort: 'http' });
    const paths = listAt(ingress, 'spec', 'rules', 0, 'http', 'paths').map((one) => [
      at(one, 'path'),
      at(one, 'pathType'),
      at(one, 'backend', 'service'),
    ]);
    expect(paths).toEqual([
      ['/', 'Prefix', { name: 'ws-gateway', port: { name: 'http' } }],
      ['/api/realtime/webhook', 'Exact', { name: 'webhook-ingress', port: { name: 'http' } }],
    ]);
    expect(environment(production, 'ws-gateway')['TRAVELLITE_ORIGINS']).toBe(`https://${String(hosts[0])}`);
  });
});
