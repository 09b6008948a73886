/** One number of a process or of what it looks after, as an operator sees it. */
export interface Metric {
  /** `snake_case`, base units (seconds, bytes); a counter ends in `_total`. The text form puts `travellite_` before it. */
  name: string;
  /** What it counts, in one sentence. */
  help: string;
  /** A counter only goes up while the process lives; a gauge goes both ways. */
  type: 'counter' | 'gauge';
  value: number;
}

/** Media type of `toPrometheusText`. */
export const prometheusMediaType = 'text/plain; version=0.0.4; charset=utf-8';

const prefix = 'travellite_';
const allowedName = /^[a-z][a-z0-9_]*$/;

/**
 * The Prometheus text exposition format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format).
 * @throws {RangeError} for a name that the format does not allow or that is given twice: a scrape would be refused whole
 */
export function toPrometheusText(metrics: readonly Metric[]): string {
  const seen = new Set<string>();
  return metrics
    .map((metric) => {
      const name = `${prefix}${metric.name}`;
      if (!allowedName.test(metric.name)) throw new RangeError(`${name} is not a metric name`);
      if (seen.has(name)) throw new RangeError(`${name} is given twice`);
      seen.add(name);
      return `# HELP ${name} ${escapeHelp(metric.help)}\n# TYPE ${name} ${metric.type}\n${name} ${formatValue(metric.value)}\n`;
    })
    .join('');
}

const escapeHelp = (help: string): string => help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

function formatValue(value: number): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}
