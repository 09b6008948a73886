import { type Line, reached } from './line.js';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const aimOf = (aim: number, allowed: number) =>
  `${percent(aim)}${allowed > 0 ? `, or ${allowed} wrong` : ''}`;

/** Markdown, a line a measure; what falls short of its aim says so. */
export function formatTable(lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const { section, measure, right, all, aim, allowed = 0 } = line;
    const wanted = aim === undefined ? '' : `${aimOf(aim, allowed)}${reached(line) ? '' : ' **missed**'}`;
    return [section, measure, `${right} of ${all}`, all === 0 ? 'no cases' : percent(right / all), wanted];
  });
  return aligned([['section', 'measure', 'right', 'share', 'aim'], ...rows]);
}

/** A Markdown table as the formatter of this repository would leave it. */
function aligned([head = [], ...rows]: string[][]): string {
  const right = (column: number) => column >= 2;
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (right(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    right(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
