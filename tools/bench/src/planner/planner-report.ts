import { growthOf, type Timing } from './measure.js';

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)}`;

/** Markdown: each scenario with its aim, then the same trip with more and more candidates. */
export function formatPlannerReport(
  aimed: readonly Timing[],
  growth: readonly Timing[],
  node: string,
): string {
  const worlds = aimed[0]?.worlds ?? 0;
  return [
    `Node ${node}, processor time of one thread, ${worlds} made-up worlds each, three options a plan, every plan checked.`,
    '',
    '| trip | candidates in each city | median ms | worst ms | aim ms |',
    '| --- | --: | --: | --: | --: |',
    ...aimed.map(
      ({ days, cities, candidates, medianMs, worstMs, aimMs = Infinity }) =>
        `| ${days} days, ${cities} ${cities === 1 ? 'city' : 'cities'} | ${candidates} | ${ms(medianMs)} | ${ms(worstMs)} | ${aimMs}${medianMs > aimMs ? ' **missed**' : ''} |`,
    ),
    '',
    '| 7 days over 3 cities, candidates in each | median ms | microseconds a candidate |',
    '| --: | --: | --: |',
    ...growth.map(
      ({ candidates, cities, medianMs }) =>
        `| ${candidates} | ${ms(medianMs)} | ${((1000 * medianMs) / (candidates * cities)).toFixed(0)} |`,
    ),
    '',
    `Time grows with the number of candidates to the power of ${growthOf(growth).toFixed(2)} (1 is linear).`,
  ].join('\n');
}
