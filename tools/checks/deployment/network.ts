import { at, listAt, type Resource } from './resource.js';

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values: string[] }[];
}
type Labels = Readonly<Record<string, string>>;

/** Whether labels meet a selector. An empty selector meets all; of the operators only `In` is used here. */
export function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  if (matchExpressions.some(({ operator }) => operator !== 'In')) throw new Error('only In is known here');
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
  );
}

/** The policies that hold for a pod in one direction. */
const policiesFor = (all: readonly Resource[], direction: 'Ingress' | 'Egress', labels: Labels): Resource[] =>
  all.filter(
    (one) =>
      one.kind === 'NetworkPolicy' &&
      listAt(one, 'spec', 'policyTypes').includes(direction) &&
      selects(at(one, 'spec', 'podSelector') as Selector, labels),
  );

/** TCP ports a pod with these labels may call, over all its policies; `all` when none holds it back. */
export function portsOut(all: readonly Resource[], labels: Labels): number[] | 'all' {
  const policies = policiesFor(all, 'Egress', labels);
  if (policies.length === 0) return 'all';
  const rules = policies.flatMap((one) => listAt(one, 'spec', 'egress'));
  if (rules.some((rule) => listAt(rule, 'ports').length === 0)) return 'all';
  const ports = rules.flatMap((rule) => listAt<{ protocol: string; port: number }>(rule, 'ports'));
  return [...new Set(ports.filter(({ protocol }) => protocol === 'TCP').map(({ port }) => port))].sort(
    (a, b) => a - b,
  );
}

/** Whether a policy of the one called lets a pod of the same namespace in on this port. */
export function letsIn(all: readonly Resource[], called: Labels, caller: Labels, port: number): boolean {
  const policies = policiesFor(all, 'Ingress', called);
  return policies
    .flatMap((one) => listAt(one, 'spec', 'ingress'))
    .filter((rule) => listAt<{ port: number }>(rule, 'ports').some((open) => open.port === port))
    .flatMap((rule) => listAt(rule, 'from'))
    .some((from) => {
      const selector = at(from, 'podSelector') as Selector | undefined;
      return (
        selector !== undefined && at(from, 'namespaceSelector') === undefined && selects(selector, caller)
      );
    });
}
