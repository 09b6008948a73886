import { type Line, reached } from './line.js';
import { withTable } from './report.js';
import { formatTable } from './table.js';

const line = (more: Partial<Line>): Line => ({
  section: 'planning',
  measure: 'solved',
  right: 9,
  all: 10,
  ...more,
});

describe('an aim', () => {
  it.each([
    ['is reached at the share itself', { aim: 0.9 }, true],
    ['is missed below it', { aim: 0.91 }, false],
    ['lets a named number of errors pass', { aim: 0.97, allowed: 1 }, true],
    ['lets no more than that pass', { right: 8, aim: 0.97, allowed: 1 }, false],
    ['is never reached without cases', { right: 0, all: 0, aim: 0.5, allowed: 1 }, false],
    ['is absent for a figure that is only told', { right: 0 }, true],
  ] as const)('%s', (_what, more, expected) => {
    expect(reached(line(more))).toBe(expected);
  });
});

describe('the table', () => {
  it('has a row a measure and says which falls short', () => {
    const rows = formatTable([
      line({ aim: 0.9 }),
      line({ measure: 'explained', aim: 1 }),
      line({ all: 0, right: 0 }),
      line({ measure: 'few', aim: 0.97, allowed: 1 }),
    ]);
    const cells = rows.split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
    expect(cells).toEqual([
      ['', 'section', 'measure', 'right', 'share', 'aim', ''],
      ['', ...new Array<unknown>(5).fill(expect.stringMatching(/^-+:?$/)), ''],
      ['', 'planning', 'solved', '9 of 10', '90.0 %', '90.0 %', ''],
      ['', 'planning', 'explained', '9 of 10', '90.0 %', '100.0 % **missed**', ''],
      ['', 'planning', 'solved', '0 of 0', 'no cases', '', ''],
      ['', 'planning', 'few', '9 of 10', '90.0 %', '97.0 %, or 1 wrong', ''],
    ]);
  });

  it('is as wide in every row', () => {
    const rows = formatTable([line({ aim: 0.9 }), line({ measure: 'a much longer name', aim: 1 })]).split(
      '\n',
    );
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('replaces what stood between the markers of a page, and nothing else', () => {
    const page = 'before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n';
    const once = withTable(page, [line({})]);
    expect(once).toMatch(
      /^before\n<!-- measured: begin -->\n\n\| section[^]*\|\n\n<!-- measured: end -->\nafter\n$/,
    );
    expect(withTable(once, [line({})])).toBe(once);
    expect(() => withTable('no markers', [])).toThrow(/markers/);
  });
});
