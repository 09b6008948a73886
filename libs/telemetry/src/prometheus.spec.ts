import fc from 'fast-check';
import { type Metric, prometheusMediaType, toPrometheusText } from './prometheus.js';

const gauge = (value: number, name = 'things'): Metric => ({ name, help: 'Things.', type: 'gauge', value });

/** A reader of the format as strict as a scrape: help, type and value of each metric, in this order. */
function read(text: string): Metric[] {
  const found: Metric[] = [];
  const block =
    /# HELP (?<name>[a-z0-9_]+) (?<help>.*)\n# TYPE \k<name> (?<type>counter|gauge)\n\k<name> (?<value>\S+)\n/gy;
  let end = 0;
  for (const { groups, index, 0: whole } of text.matchAll(block)) {
    const { name = '', help = '', type, value = '' } = groups ?? {};
    found.push({
      name: name.replace(/^travellite_/, ''),
      help: help.replaceAll(/\\(\\|n)/g, (_, one: string) => (one === 'n' ? '\n' : '\\')),
      type: type as Metric['type'],
      value: Number(value.replace('Inf', 'Infinity')),
    });
    end = index + whole.length;
  }
  expect(text.slice(end)).toBe('');
  return found;
}

describe('the Prometheus text', () => {
  it('names, explains and types each metric, a line feed at the end', () => {
    const metrics: Metric[] = [
      { name: 'turns_total', help: 'Turns.', type: 'counter', value: 3 },
      { name: 'oldest_seconds', help: 'Age.', type: 'gauge', value: 0.25 },
    ];
    expect(toPrometheusText(metrics)).toBe(
      '# HELP travellite_turns_total Turns.\n# TYPE travellite_turns_total counter\ntravellite_turns_total 3\n' +
        '# HELP travellite_oldest_seconds Age.\n# TYPE travellite_oldest_seconds gauge\ntravellite_oldest_seconds 0.25\n',
    );
  });

  it('is empty for nothing, and says which version of the format it is', () => {
    expect(toPrometheusText([])).toBe('');
    expect(prometheusMediaType).toContain('version=0.0.4');
  });

  it('keeps a help text on one line', () => {
    const text = toPrometheusText([{ ...gauge(1), help: 'One\ntwo \\ three' }]);
    expect(text.split('\n')[0]).toBe('# HELP travellite_things One\\ntwo \\\\ three');
  });

  it.each([
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
    [Number.NaN, 'NaN'],
    [1e21, '1e+21'],
    [-0.5, '-0.5'],
  ])('writes %d as the format wants it', (value, written) => {
    expect(toPrometheusText([gauge(value)])).toContain(`\ntravellite_things ${written}\n`);
  });

  it.each(['', '9lives', 'with-dash', 'with space', 'Upper', 'a\nb'])('refuses the name %j', (name) => {
    expect(() => toPrometheusText([gauge(1, name)])).toThrow(RangeError);
  });

  it('refuses a name given twice', () => {
    expect(() => toPrometheusText([gauge(1), gauge(2)])).toThrow('travellite_things is given twice');
  });

  it('can be read back, whatever is in it', () => {
    const metric = fc.record<Metric>({
      name: fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/),
      help: fc.stringMatching(/^[ -~\n]{1,40}$/),
      type: fc.constantFrom('counter', 'gauge'),
      // The format knows one zero.
      value: fc.double().map((value) => value + 0),
    });
    const metrics = fc.uniqueArray(metric, { selector: ({ name }) => name });
    fc.assert(fc.property(metrics, (all) => expect(read(toPrometheusText(all))).toEqual(all)));
  });
});
