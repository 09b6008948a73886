import { freshDialogues, freshRows, goldDialogues, goldRows } from '@travellite/agent/gold';
import { goldQuestions } from '@travellite/knowledge/gold';
import { goldCases } from '@travellite/planner/gold';
import { reached } from './line.js';
import { measureConversations } from './sections/conversations.js';
import { measurePlanning, planningSection } from './sections/planning.js';
import { measureNotes } from './sections/retrieval.js';
import { measureDialogues, measureUtterances } from './sections/understanding.js';

const [row] = goldRows;
const [dialogue] = goldDialogues;

describe('the gold sets', () => {
  it('are as large as the aims ask for', () => {
    const { feasible, infeasible } = goldCases();
    expect(goldRows.length).toBeGreaterThanOrEqual(300);
    expect(goldDialogues.length).toBeGreaterThanOrEqual(60);
    expect(feasible.length + infeasible.length).toBeGreaterThanOrEqual(200);
    expect(infeasible.length).toBeGreaterThanOrEqual(40);
    expect(goldQuestions.length).toBeGreaterThanOrEqual(60);
  });

  it('say nothing twice', () => {
    const said = [...goldRows, ...freshRows].map(
      ({ say, asked = '', locale = '' }) => `${say}|${asked}|${locale}`,
    );
    expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
    const names = [...goldDialogues, ...freshDialogues].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(goldQuestions.map(({ ask }) => ask)).size).toBe(goldQuestions.length);
  });
});

describe('a wrong expectation is found by', () => {
  it('the measure of messages', () => {
    const { lines, misses } = measureUtterances([{ ...row!, expect: { ...row!.expect, to: 'Nowhere' } }]);
    expect(misses).toEqual([expect.stringContaining('expected “Nowhere”')]);
    expect(lines.find(({ measure }) => measure === 'whole message')).toMatchObject({ right: 0, all: 1 });
  });

  it('the measure of dialogues, which counts the dialogue as wrong', () => {
    const turns = dialogue!.turns.map((turn, index) =>
      index === 0 ? { ...turn, expect: { ...turn.expect, to: 'Nowhere' } } : turn,
    );
    const { lines } = measureDialogues([{ ...dialogue!, turns }]);
    expect(lines.at(-1)).toMatchObject({ measure: 'whole dialogue', right: 0, all: 1 });
    expect(measureDialogues([dialogue!]).lines.at(-1)).toMatchObject({ right: 1, all: 1 });
  });

  it('the measure of plans, which counts each that is wrong, not the cases they are of', () => {
    const outcome = { level: 'easy', name: 'a case', expected: 'plan', right: true, why: '', ms: 1 } as const;
    const { lines } = planningSection([
      { ...outcome, options: 3, faultyOptions: 2, faulty: ['late', 'dear', 'late'] },
      { ...outcome, options: 2, faultyOptions: 0, faulty: [] },
    ]);
    expect(lines.at(-1)).toMatchObject({ measure: 'plans shown that check out', right: 3, all: 5 });
  });

  it('the measure of conversations', async () => {
    const turns = dialogue!.turns.map((turn) => ({ ...turn, expect: { ...turn.expect, to: 'Nowhere' } }));
    const { lines, misses } = await measureConversations([{ ...dialogue!, turns }]);
    expect(lines[0]).toMatchObject({ right: 0, all: turns.length });
    expect(misses[0]).toContain('expected “Nowhere”');
  });

  it('the measure of planning, both ways round', () => {
    const { feasible, infeasible } = goldCases();
    const [can, cannot] = [feasible[0]!, infeasible[0]!];
    const { lines, misses } = measurePlanning([
      { ...can, obstacle: cannot.obstacle },
      { ...cannot, obstacle: undefined },
    ]);
    expect(misses).toHaveLength(2);
    expect(lines.filter((line) => !reached(line)).map(({ measure }) => measure)).toEqual([
      'solved, all',
      'impossible and explained, all',
    ]);
  });

  it('the measure of retrieval', async () => {
    const known = goldQuestions.find(({ ask }) => ask.includes('adapter'))!;
    const { lines } = await measureNotes([known, { ...known, answers: ['no-such-note'] }]);
    expect(lines[0]).toMatchObject({ right: 1, all: 2 });
  });
});

describe('a short form of the measures', () => {
  it('reaches the aims on the first dialogues, through the whole agent', async () => {
    const { lines, misses } = await measureConversations(goldDialogues.slice(0, 20));
    expect({ missed: lines.filter((line) => !reached(line)), misses: misses.slice(0, 5) }).toMatchObject({
      missed: [],
    });
  });
});
