import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Line } from './line.js';
import { formatTable } from './table.js';

const page = fileURLToPath(new URL('../../../docs/evaluation.md', import.meta.url));
const marked = /(<!-- measured: begin -->\n)[^]*(<!-- measured: end -->)/;

/** The page with the table between its two marker comments. */
export function withTable(text: string, lines: readonly Line[]): string {
  if (!marked.test(text)) throw new Error('docs/evaluation.md has lost its markers');
  return text.replace(marked, (_, begin: string, end: string) => `${begin}\n${formatTable(lines)}\n\n${end}`);
}

export const writeTable = (lines: readonly Line[]): void =>
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), lines));
