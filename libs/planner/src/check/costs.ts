import { moneyText } from '../constraints/money.js';
import { type Examination } from './subject.js';

/** The sums add up, and the total lies within the budget. */
export function checkCosts(exam: Examination): void {
  const { plan, by } = exam;
  const { cost } = plan;
  const told = (amountMinor: number) => moneyText(amountMinor, by.demands.currency);
  const blocks = exam.days.flatMap((day) => day.blocks);
  const of = (kind: 'meal' | 'visit') =>
    blocks.reduce((sum, block) => sum + (block.kind === kind ? block.costMinor : 0), 0);
  const sums: [string, number, number][] = [
    ['transport', cost.transportMinor, plan.legs.reduce((sum, leg) => sum + leg.costMinor, 0)],
    ['lodging', cost.lodgingMinor, plan.stays.reduce((sum, stay) => sum + stay.costMinor, 0)],
    ['meals', cost.mealsMinor, of('meal')],
    ['attractions', cost.attractionsMinor, of('visit')],
  ];
  for (const [name, said, sum] of sums) {
    if (said !== sum)
      exam.fault('price', `The sum for ${name} is ${told(sum)}, not ${told(said)}.`, { subject: name });
  }
  const total = sums.reduce((all, [, , sum]) => all + sum, 0);
  if (cost.totalMinor !== total)
    exam.fault('price', `The total is ${told(total)}, not ${told(cost.totalMinor)}.`, { subject: 'total' });
  if (cost.currency !== by.demands.currency) {
    return exam.fault('price', `Sums are in ${cost.currency}, not in ${by.demands.currency}.`);
  }
  if (total > by.demands.totalMax) {
    exam.fault('budget', `The trip costs ${told(total)}; the budget is ${told(by.demands.totalMax)}.`);
  }
}
