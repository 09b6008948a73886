import { kubectlRender, whyNotKubectl } from './deployment/kubectl.js';
import { portsOut } from './deployment/network.js';
import {
  both,
  container,
  environment,
  find,
  overlay,
  pod,
  podLabels,
  rendered,
  services,
  storeUsers,
} from './deployment/overlays.js';
import { at, idOf, listAt, type Resource } from './deployment/resource.js';
import { configFaults, namesNotReadBy } from './deployment/settings.js';
import { schemaFaults, typeFaults } from './deployment/validate.js';

// One run of the compiler for all.
test('no overlay has a field the API does not know', () => {
  expect(typeFaults(both.flatMap((name) => rendered[name]))).toEqual([]);
}, 60_000);

describe.each(both)('the overlay %s', (name) => {
  const all = rendered[name];

  test('meets the schemas of the Kubernetes API', async () => {
    expect(await schemaFaults(all)).toEqual([]);
  });

  const whyNot = whyNotKubectl();
  (whyNot === undefined ? test : test.skip)(
    `is what kubectl makes of it${whyNot === undefined ? '' : ` (${whyNot})`}`,
    () => {
      const inOrder = (list: readonly Resource[]) => list.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
      expect(inOrder(all)).toEqual(inOrder(kubectlRender(overlay(name))));
    },
  );

  test('puts everything into its own namespace, where only restricted pods start', () => {
    const [space] = all.filter(({ kind }) => kind === 'Namespace');
    expect(space?.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
    const elsewhere = all.filter((one) => one !== space && one.metadata.namespace !== space?.metadata.name);
    expect(elsewhere.map(idOf)).toEqual([]);
  });

  test('has one Deployment for every service, and none for anything else', () => {
    const deployed = all.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata.name);
    expect(deployed.toSorted()).toEqual(services.toSorted());
  });

  test('is restricted in every pod, ours and others', () => {
    const workloads = all.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
    expect(workloads.length).toBeGreaterThanOrEqual(services.length);
    for (const workload of workloads) {
      expect(pod(workload)).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          runAsNonRoot: true,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      });
      expect(at(pod(workload), 'securityContext', 'runAsUser')).toBeGreaterThan(0);
      for (const one of listAt(pod(workload), 'containers')) {
        expect(one).toMatchObject({
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
        });
      }
      expect(at(pod(workload), 'hostNetwork')).toBeUndefined();
    }
  });

  test('has its connections to stores from Secrets, never from a ConfigMap', () => {
    const maps = all.filter(({ kind }) => kind === 'ConfigMap').map((map) => JSON.stringify(map['data']));
    expect(maps.filter((text) => /_URL"|PASSWORD|TOKEN|SECRET|API_KEY/.test(text))).toEqual([]);
  });

  test('denies what no policy allows', () => {
    expect(find(all, 'NetworkPolicy/default-deny')['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(portsOut(all, { 'app.kubernetes.io/name': 'stranger' })).toEqual([53]);
  });

  test.each([
    ['ws-gateway', [53, 4222, 6379]],
    ['agent-worker', [53, 443, 4222, 6379]],
    ['webhook-ingress', [53, 4222]],
    ['realtime-publisher', [53, 443, 4222]],
  ])('lets %s call only the ports %j', (service, ports) => {
    const labels = {
      'app.kubernetes.io/name': service,
      'app.kubernetes.io/part-of': 'travellite',
      tier: 'edge',
    };
    expect(portsOut(all, labels)).toEqual(ports);
  });
});

describe.each(both.flatMap((name) => services.map((service) => [name, service] as const)))(
  'in %s, %s',
  (name, service) => {
    const all = rendered[name];
    const deployment = find(all, `Deployment/${service}`);
    const one = container(deployment);

    test('runs the app of its name in our image', () => {
      expect(at(one, 'args')).toEqual([service]);
      expect(at(one, 'image')).toMatch(/(^|\/)travellite:[^:]+$/);
      expect(at(one, 'image')).not.toMatch(/:latest$/);
      expect(listAt(pod(deployment), 'containers')).toHaveLength(1);
    });

    test('says which team scales it and on which tier it stands', () => {
      const labels = podLabels(all, service);
      expect(labels).toMatchObject({
        'app.kubernetes.io/name': service,
        'app.kubernetes.io/part-of': 'travellite',
        team: expect.stringMatching(/^[a-z]+$/) as unknown,
        tier: expect.stringMatching(/^(edge|work)$/) as unknown,
      });
      const { team, tier } = labels;
      expect(deployment.metadata.labels).toMatchObject({ team, tier });
      const others = services.filter((other) => other !== service);
      expect(others.map((other) => podLabels(all, other)['team'])).not.toContain(team);
    });

    test('is found by its own selector, which roll-outs never change', () => {
      expect(at(deployment, 'spec', 'selector')).toEqual({
        matchLabels: { 'app.kubernetes.io/name': service },
      });
    });

    test('is asked whether it lives, is ready and has started', () => {
      const probe = (kind: string) => at(one, kind, 'httpGet', 'path');
      expect([probe('startupProbe'), probe('livenessProbe'), probe('readinessProbe')]).toEqual([
        '/health/live',
        '/health/live',
        '/health/ready',
      ]);
      expect(at(one, 'ports', 0)).toMatchObject({
        name: 'http',
        containerPort: Number(environment(all, service)['PORT']),
      });
      const allowed =
        Number(at(one, 'startupProbe', 'periodSeconds')) *
        Number(at(one, 'startupProbe', 'failureThreshold'));
      expect(allowed).toBeGreaterThanOrEqual(60);
    });

    test('is not called unready while one call to NATS or Redis may still come back', () => {
      const timeoutMs = Number(environment(all, service)['TRAVELLITE_OPERATION_TIMEOUT_MS']);
      expect(Number(at(one, 'readinessProbe', 'timeoutSeconds')) * 1000).toBeGreaterThan(timeoutMs);
    });

    test('gets more time to stop than it takes for itself', () => {
      const { TRAVELLITE_DRAIN_MS: drainMs } = environment(all, service);
      const pauseS = Number(at(one, 'lifecycle', 'preStop', 'exec', 'command', 1) ?? 0);
      const graceS = Number(at(pod(deployment), 'terminationGracePeriodSeconds'));
      expect(Number(drainMs)).toBeGreaterThan(0);
      expect(graceS * 1000).toBeGreaterThan(pauseS * 1000 + Number(drainMs) + 5_000);
    });

    test('starts with this environment, and gets nothing that is not for it', () => {
      const env = environment(all, service);
      expect(configFaults(env)).toEqual([]);
      const shared = namesNotReadBy(service, Object.keys(env));
      expect(shared).toEqual([]);
      expect(env).toMatchObject({ HOST: '0.0.0.0' });
      expect('REDIS_URL' in env).toBe(storeUsers.includes(service));
    });

    test('asks for what it needs and may not eat the node', () => {
      expect(at(one, 'resources')).toMatchObject({
        requests: { cpu: expect.any(String) as unknown, memory: expect.any(String) as unknown },
        limits: { memory: expect.any(String) as unknown },
      });
    });

    test('is spread over nodes and zones', () => {
      const spread = listAt(pod(deployment), 'topologySpreadConstraints');
      expect(spread.map((constraint) => at(constraint, 'topologyKey'))).toEqual([
        'kubernetes.io/hostname',
        'topology.kubernetes.io/zone',
      ]);
      for (const constraint of spread)
        expect(at(constraint, 'labelSelector', 'matchLabels')).toEqual({ 'app.kubernetes.io/name': service });
    });

    test('loses one pod at a time when nodes are emptied, and none when it rolls out', () => {
      expect(find(all, `PodDisruptionBudget/${service}`)['spec']).toEqual({
        maxUnavailable: 1,
        selector: { matchLabels: { 'app.kubernetes.io/name': service } },
      });
      expect(at(deployment, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable')).toBe(0);
    });

    test('has an account of its own, without a token', () => {
      expect(at(pod(deployment), 'serviceAccountName')).toBe(service);
      expect(find(all, `ServiceAccount/${service}`)['automountServiceAccountToken']).toBe(false);
    });
  },
);
