import { type OptionSide } from '@travellite/model';
import { type TripPlan } from '@travellite/planner';

/** An option of the planner; one made for members who do not agree with others says for whom. */
export type SidedPlan = TripPlan & { side?: OptionSide };
