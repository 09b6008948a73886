import { letsIn, portsOut } from './network.js';
import { type Resource } from './resource.js';
import { configFaults, namesNotReadBy } from './settings.js';
import { schemaFaults, typeFaults } from './validate.js';

const budget = (spec: object): Resource => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'b' },
  spec,
});
const policy = (spec: object): Resource => ({
  ...budget(spec),
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
});

// What these tests of the tests plant must be found: a check that cannot fail proves nothing.
describe('the checks of manifests', () => {
  test('let a right one pass', async () => {
    const right = [budget({ maxUnavailable: 1, selector: { matchLabels: { a: 'b' } } })];
    expect([...(await schemaFaults(right)), ...typeFaults(right)]).toEqual([]);
  }, 60_000);

  test('find a missing field, a value of the wrong kind and a kind that is not there', async () => {
    const unknown = { ...budget({}), kind: 'PodDisruptionBudgets' };
    const faults = await schemaFaults([
      policy({ podSelector: 'all' }),
      { ...policy({}), metadata: { name: 'c', labels: 'x' } } as unknown as Resource,
      unknown,
    ]);
    expect(faults).toEqual([
      expect.stringMatching(/^NetworkPolicy\/b: .*podSelector/),
      expect.stringMatching(/^NetworkPolicy\/c: .*labels/),
      expect.stringMatching(/^PodDisruptionBudgets\/b: /),
    ]);
  });

  test('find a misspelt field, which a schema lets pass, however deep', () => {
    expect(typeFaults([budget({ maxUnavailble: 1 }), policy({ podSelector: { matchLabel: {} } })])).toEqual([
      expect.stringMatching(/^PodDisruptionBudget\/b: .*maxUnavailble\W+does not exist/),
      expect.stringMatching(/^NetworkPolicy\/b: .*matchLabel\W+does not exist/),
    ]);
  }, 60_000);

  test('see a policy that opens too much', () => {
    const open = policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{}] });
    expect(portsOut([open], { a: 'b' })).toBe('all');
    expect(portsOut([], { a: 'b' })).toBe('all');
    const from = [{ podSelector: { matchLabels: { a: 'b' } } }];
    const door = policy({
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from, ports: [{ port: 1 }] }],
    });
    expect(letsIn([door], {}, { a: 'b' }, 1)).toBe(true);
    expect(letsIn([door], {}, { a: 'c' }, 1)).toBe(false);
    expect(letsIn([door], {}, { a: 'b' }, 2)).toBe(false);
  });

  test('know which setting is for whom', () => {
    expect(namesNotReadBy('webhook-ingress', ['NATS_URL', 'REDIS_URL', 'LOG_LEVEL'])).toEqual(['REDIS_URL']);
    expect(namesNotReadBy('ws-gateway', ['TRAVELLITE_DRAIN_SECONDS', 'NODE_ENV'])).toEqual([
      'TRAVELLITE_DRAIN_SECONDS',
    ]);
    expect(configFaults({ PORT: 'x' })).toHaveLength(1);
  });
});
