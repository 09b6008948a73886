import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { type TripPlan } from '../plan.js';
import { type Violation } from '../report.js';
import { checkDue, checkItems, checkWishes } from './contents.js';
import { checkCosts } from './costs.js';
import { checkDates } from './dates.js';
import { checkHours } from './hours.js';
import { checkLegs } from './legs.js';
import { checkLodging } from './lodging.js';
import { presences } from './presence.js';
import { checkRoute } from './route.js';
import { Examination, type Yardstick, yardstick } from './subject.js';

/** Checks against a yardstick that was made before. */
export function checkBy(by: Yardstick, plan: TripPlan): Violation[] {
  const exam = new Examination(by, plan);
  checkDates(exam);
  checkRoute(exam);
  checkLegs(exam);
  const here = presences(exam);
  checkHours(exam, here);
  checkLodging(exam);
  checkItems(exam);
  checkDue(exam, here);
  checkWishes(exam);
  checkCosts(exam);
  return exam.violations;
}

/** Every rule that a plan breaks, whoever made it; an empty list means that the plan may be shown. */
export const checkPlan = (plan: TripPlan, request: TripRequest, catalogue: Catalogue): Violation[] =>
  checkBy(yardstick(request, catalogue), plan);
