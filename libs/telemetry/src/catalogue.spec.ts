import { countedNames, counterMetrics } from './catalogue.js';
import { createCounters } from './counters.js';
import { toPrometheusText } from './prometheus.js';

describe('what a process counted', () => {
  it('is there with 0 before anything happened', () => {
    const metrics = counterMetrics(createCounters(), 'ws-gateway');
    expect(metrics).toContainEqual(
      expect.objectContaining({ name: 'ws_connections_open', type: 'gauge', value: 0 }),
    );
    expect(metrics).toContainEqual(
      expect.objectContaining({ name: 'ws_heartbeats_missed_total', type: 'counter', value: 0 }),
    );
    expect(metrics.filter(({ value }) => value !== 0)).toEqual([]);
  });

  it('is what the counters say', () => {
    const counters = createCounters();
    counters.add('turns_committed', 2);
    counters.add('turns_committed');
    counters.set('hubs_open', 5);
    counters.set('hubs_open', 4);
    const values = new Map(counterMetrics(counters, 'agent-worker').map(({ name, value }) => [name, value]));
    expect(values.get('turns_committed_total')).toBe(3);
    expect(values.get('hubs_open')).toBe(4);
    expect(values.get('turns_claimed_total')).toBe(0);
  });

  it('holds the names of the apps that are asked for, and no other zeros', () => {
    const names = (...apps: Parameters<typeof counterMetrics>[1][]) =>
      counterMetrics(createCounters(), ...apps).map(({ name }) => name);
    expect(names('ws-gateway').some((name) => name.startsWith('turns_'))).toBe(false);
    expect(names('agent-worker').some((name) => name.startsWith('ws_'))).toBe(false);
    const all = names('ws-gateway', 'agent-worker', 'webhook-ingress', 'realtime-publisher');
    expect(all).toHaveLength(countedNames.length);
    expect(names('agent-worker')).toEqual(names('agent-worker').toSorted());
  });

  it('shows a name nobody listed as a counter', () => {
    const counters = createCounters();
    counters.add('brand_new_thing', 7);
    expect(counterMetrics(counters, 'ws-gateway')).toContainEqual({
      name: 'brand_new_thing_total',
      help: 'brand new thing, counted by this process.',
      type: 'counter',
      value: 7,
    });
  });

  it('can be written for a scrape', () => {
    expect(() =>
      toPrometheusText(counterMetrics(createCounters(), 'ws-gateway', 'agent-worker')),
    ).not.toThrow();
  });
});
