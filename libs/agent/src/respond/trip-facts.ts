import { type AnswerFacts } from '@travellite/model';
import { type TripRequest } from '@travellite/protocol';

/** A request as an answer may speak of it. */
export function tripFacts(request: TripRequest): AnswerFacts['trip'] {
  const { origin, dates, budget, budgetUnlimited, travellers, interests, destinations, transport } = request;
  return {
    destinations: destinations.map(({ name }) => name),
    interests,
    ...(origin ? { origin: origin.name } : {}),
    ...(transport?.directOnly === true ? { directOnly: true } : {}),
    ...(transport?.cabin ? { cabin: transport.cabin } : {}),
    ...(dates ? { dates } : {}),
    ...(budget ? { budget: { max: budget.max, scope: budget.scope, kind: budget.kind } } : {}),
    ...(budgetUnlimited === true ? { budgetUnlimited } : {}),
    ...(travellers ? { travellers: { adults: travellers.adults, children: travellers.children } } : {}),
  };
}
