import { type TripRequest } from '@travellite/protocol';
import { type Topic } from '@travellite/model';

/** What a plan with flights and a fitting price still needs, in the order in which it is asked for. */
export function missingTopics(request: TripRequest): Topic[] {
  const { dates } = request;
  const missing: Topic[] = [];
  if (request.destinations.length === 0) missing.push('destination');
  if (dates?.start === undefined) missing.push('dates');
  else if (!lengthKnown(request)) missing.push('length');
  if (!request.budget && request.budgetUnlimited !== true) missing.push('budget');
  if (!request.origin) missing.push('origin');
  return missing;
}

/** The number of days is settled, with or without the days themselves. */
export function lengthKnown({ dates }: TripRequest): boolean {
  if (dates?.days !== undefined || dates?.nights !== undefined) return true;
  return dates?.start !== undefined && dates.end !== undefined;
}
