import { stepPoints } from '@travellite/turns';
import { controls } from '../sabotage/controls.js';
import { rows } from './index.js';

describe('the rows of a chaos run', () => {
  test('kill a worker at every step boundary of the engine', () => {
    const faults = rows.flatMap(({ stage }) => stage?.workerEnv?.['TRAVELLITE_FAULTS']?.split(',') ?? []);
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([...stepPoints].sort());
  });

  test('have names of their own, and sentences', () => {
    const names = [...rows, ...controls].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { about } of [...rows, ...controls]) expect(about.length).toBeGreaterThan(15);
  });
});
