import { understand } from '../understand.js';
import { goldDialogues as dialogues, goldRows as rows } from './gold-set.js';
import { fewestCases, measureDialogue, measureRow, newScore, type Score, scoreTable } from './measure.js';

function expectAims(score: Score): void {
  const misses = score.misses.map(
    ({ say, slot, expected, got }) => `${slot} of "${say}": ${expected} | ${got}`,
  );
  const report = `${misses.join('\n')}\n${scoreTable(score)}`;
  const weak = [...score.slots].filter(
    ([, { right, all }]) => right < (all < fewestCases ? all - 1 : 0.97 * all),
  );
  expect({ weak, report: weak.length > 0 ? report : '' }).toEqual({ weak: [], report: '' });
  expect(score.rowsRight / score.rows).toBeGreaterThanOrEqual(0.9);
}

describe('the gold set of understanding', () => {
  test('holds enough to mean something', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(dialogues.length).toBeGreaterThanOrEqual(60);
  });

  test('utterances reach the aims: every slot 97 %, whole row 90 %', () => {
    const score = newScore();
    for (const row of rows) measureRow(understand, row, score);
    expectAims(score);
  });

  test('dialogues reach the aims, slot by slot after every turn', () => {
    const score = newScore();
    for (const dialogue of dialogues) measureDialogue(understand, dialogue, score);
    expectAims(score);
  });

  test('an understanding that hears nothing fails the aims', () => {
    const score = newScore();
    for (const row of rows)
      measureRow((_, today, locale, context) => understand('', today, locale, context), row, score);
    expect(() => expectAims(score)).toThrow();
  });
});
