import { type AnswerFacts } from '@travellite/model';
import { type Infeasible, type Relaxation } from '@travellite/planner';
import { type TripRequest } from '@travellite/protocol';

type Facts = NonNullable<AnswerFacts['infeasible']>;
type Change = NonNullable<Facts['relaxations'][number]['change']>;

/** What the planner found out about a trip that cannot be, for the answer. `request` is the one that was planned. */
export const infeasibleFacts = ({ blocking, relaxations }: Infeasible, request: TripRequest): Facts => ({
  blocking: blocking.map(({ wish, code }) => ({ wish, ...(code === 'budget' ? { budget: true } : {}) })),
  relaxations: relaxations.map((relaxation) => {
    const change = changeOf(relaxation, request);
    return { message: relaxation.message, ...(change ? { change } : {}) };
  }),
});

/** The change as data, when it is of a single thing that can be told in any language. */
function changeOf({ code, gives, request: then }: Relaxation, request: TripRequest): Change | undefined {
  if (code === 'budget') {
    const others = gives > 0 && then.budgetUnlimited !== true;
    if (others) return undefined;
    if (then.budgetUnlimited === true) return { what: 'unlimited' };
    return then.budget && { what: 'budget', max: then.budget.max, scope: then.budget.scope };
  }
  if (gives > 0) return undefined;
  if (code === 'day_count' && then.dates?.days !== undefined)
    return { what: 'length', days: then.dates.days };
  const start = then.dates?.start;
  return code === 'dates' && start !== undefined && start !== request.dates?.start
    ? { what: 'dates', start }
    : undefined;
}
