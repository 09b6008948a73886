import { type AnswerFacts } from '@travellite/model';
import { type Blocking, type Infeasible, type Relaxation } from '@travellite/planner';
import { type TripRequest } from '@travellite/protocol';

type Facts = NonNullable<AnswerFacts['infeasible']>;
type Change = NonNullable<Facts['relaxations'][number]['change']>;

/** What the planner found out about a trip that cannot be, for the answer. `request` is the one that was planned. */
export const infeasibleFacts = ({ blocking, relaxations }: Infeasible, request: TripRequest): Facts => ({
  blocking: blocking.map(({ wish, code, subject }) => ({
    ...told({ wish, code, subject }),
    ...(code === 'budget' ? { budget: true } : {}),
  })),
  relaxations: relaxations.map((relaxation) => {
    const change = changeOf(relaxation, request);
    return { message: relaxation.message, ...(change ? { change } : {}) };
  }),
});

const told = ({ wish, code, subject }: Pick<Blocking, 'wish' | 'code' | 'subject'>) => ({
  wish,
  code,
  ...(subject === undefined ? {} : { subject }),
});

function fewerCities(then: TripRequest, request: TripRequest): Change | undefined {
  const at = then.destinations.findIndex(
    ({ cityCount }, index) => cityCount !== request.destinations[index]?.cityCount,
  );
  const place = then.destinations[at];
  return place?.cityCount === undefined
    ? undefined
    : { what: 'cities', count: place.cityCount, place: place.name };
}

/** The change as data, when it is of a single thing that can be told in any language. */
function changeOf(
  { code, gives, givenUp, request: then }: Relaxation,
  request: TripRequest,
): Change | undefined {
  if (code === 'budget') {
    const others = gives > 0 && then.budgetUnlimited !== true;
    if (others) return undefined;
    if (then.budgetUnlimited === true) return { what: 'unlimited' };
    return then.budget && { what: 'budget', max: then.budget.max, scope: then.budget.scope };
  }
  const raised = then.budget?.max.amountMinor !== request.budget?.max.amountMinor;
  if (gives > 0) return raised ? undefined : { what: 'give_up', wishes: givenUp.map(told) };
  if (code === 'city_count') return fewerCities(then, request);
  if (code === 'day_count' && then.dates?.days !== undefined)
    return { what: 'length', days: then.dates.days };
  const start = then.dates?.start;
  return code === 'dates' && start !== undefined && start !== request.dates?.start
    ? { what: 'dates', start }
    : undefined;
}
