import { type PlanOption } from '@travellite/protocol';
import { currencySign, readableSum } from '../format/plan-cost.js';
import { planName } from '../format/plan-name.js';
import { DayCard } from './day-card.js';

/** One plan: its sum, what to know about it, and its days. */
export function PlanCard({ option, number }: { option: PlanOption; number: number }) {
  const { days, overall_cost: cost } = option;
  const { name, notes } = planName(option, number);
  return (
    <article className="plan" aria-label={name}>
      <p className="plan-sum">
        <strong>{readableSum(cost)}</strong> for {days.length} day{days.length === 1 ? '' : 's'}, everyone
        included
      </p>
      {notes !== '' && <p className="plan-notes">{notes}</p>}
      <ol className="days">
        {days.map((day, index) => (
          <li key={index}>
            <DayCard day={day} number={index + 1} open={index === 0} sign={currencySign(cost)} />
          </li>
        ))}
      </ol>
    </article>
  );
}
