import { type PlanOption } from '@travellite/protocol';
import { useState } from 'react';
import { readableSum } from '../format/plan-cost.js';
import { planName } from '../format/plan-name.js';
import { type TripOwner } from '../state/share-trip.js';
import { PlanCard } from './plan-card.js';
import { SampleBadge } from './sample-badge.js';
import { TripFiles } from './trip-files.js';

interface PlanOptionsProps {
  plan: PlanOption[];
  sampled: boolean;
  /** Whose trip it is, where it can be taken along. */
  owner?: TripOwner;
}

/** Two or three ways to spend the trip; one is laid out, the others are a choice away. */
export function PlanOptions({ plan, sampled, owner }: PlanOptionsProps) {
  const [wanted, setWanted] = useState(0);
  if (plan.length === 0) return null;
  const chosen = Math.min(wanted, plan.length - 1);
  const option = plan[chosen];
  return (
    <section className="plans" aria-labelledby="plans-title">
      <div className="section-head">
        <h3 id="plans-title">{plan.length === 1 ? 'Plan' : 'Plans'}</h3>
        {sampled && <SampleBadge />}
      </div>
      {plan.length > 1 && (
        <fieldset className="plan-choice">
          <legend className="visually-hidden">Choose a plan</legend>
          {plan.map((one, index) => (
            <label key={index}>
              <input
                type="radio"
                name="plan"
                className="visually-hidden"
                checked={index === chosen}
                onChange={() => setWanted(index)}
              />
              <span>{planName(one, index + 1).name}</span>
              <strong>{readableSum(one.overall_cost)}</strong>
            </label>
          ))}
        </fieldset>
      )}
      {owner !== undefined && <TripFiles owner={owner} option={chosen + 1} />}
      {option && <PlanCard key={chosen} option={option} number={chosen + 1} />}
    </section>
  );
}
