import { type TurnView } from '@travellite/client';
import { type TripView } from '@travellite/protocol';
import { isSample } from '../format/places.js';
import { type TripOwner } from '../state/share-trip.js';
import { isEmptyTrip } from '../format/trip-facts.js';
import { PlanOptions } from './plan-options.js';
import { Places } from './places.js';
import { Requirements } from './requirements.js';
import { TripSummary } from './trip-summary.js';

interface TripPanelProps {
  trip: TripView;
  turns: readonly TurnView[];
  owner: TripOwner;
}

/** The trip as it is known: what was understood, what was found and how the days could go. */
export function TripPanel({ trip, turns, owner }: TripPanelProps) {
  const sampled = trip.plan.some(isSample) || turns.some(({ tools }) => tools.some(({ sample }) => sample));
  return (
    <aside className="trip" aria-label="Your trip">
      <div className="trip-pane" role="region" aria-label="Trip details" tabIndex={0}>
        {isEmptyTrip(trip) ? (
          <div className="trip-empty">
            <h2>Your trip</h2>
            <p>Dates, budget, places and plans gather here while you talk.</p>
          </div>
        ) : (
          <>
            <TripSummary trip={trip} />
            <Requirements requirements={trip.requirements} />
            <PlanOptions plan={trip.plan} sampled={sampled} owner={owner} />
            <Places pois={trip.pois} />
          </>
        )}
      </div>
    </aside>
  );
}
