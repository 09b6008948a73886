import { type RowResult } from './run-row.js';

/** Violations shown of one row. */
const shown = 12;

/** One row as lines: its figures, then what was broken. */
export function formatResult({ row, injections, messages, restMs, seconds, violations }: RowResult): string {
  const verdict = violations.length === 0 ? 'ok' : `${violations.length} BROKEN`;
  const figures = [
    row.padEnd(34),
    `${String(injections).padStart(5)} faults`,
    `${String(messages).padStart(6)} messages`,
    `rest after ${(restMs / 1000).toFixed(1).padStart(4)} s`,
    `${seconds.toFixed(0).padStart(4)} s`,
    verdict,
  ];
  const lines = violations
    .slice(0, shown)
    .map(({ rule, conversation, detail }) => `    ${rule}: ${conversation} ${detail}`);
  if (violations.length > shown) lines.push(`    and ${violations.length - shown} more`);
  return [figures.join('  '), ...lines].join('\n');
}

/** The whole run in one line. */
export function formatSummary(results: readonly RowResult[], seconds: number): string {
  const sum = (of: (result: RowResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const fewest = Math.min(...results.map(({ injections }) => injections));
  return [
    `${results.length} rows, ${sum(({ injections }) => injections)} faults (at least ${fewest} a row),`,
    `${sum(({ messages }) => messages)} messages, ${sum(({ violations }) => violations.length)} violations, ${seconds.toFixed(0)} s`,
  ].join(' ');
}
