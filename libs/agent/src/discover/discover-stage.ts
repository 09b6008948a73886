import { type Destination, toTravelError } from '@travellite/protocol';
import { expandDestinations } from '@travellite/travel-tools';
import { withTrouble } from '../act/troubles.js';
import { tellsLists } from '../plan/plan-decision.js';
import { type StageContext, type StageStep, type TurnWork } from '../turn-work.js';
import { discoverPlaces, placeChanges, placeFinder } from './discover-places.js';

/** Keeps the list of places in step with where the trip goes and what it is about. */
export const discoverStage: StageStep = {
  step: 'discover',
  label: 'Looking for places worth seeing',
  async run(work, context) {
    const { pois, failed } = await places(work, context);
    if (tellsLists(work)) await context.event({ type: 'pois', pois });
    return {
      ...work,
      state: { ...work.state, pois },
      troubles: failed ? withTrouble(work.troubles, 'places') : work.troubles,
    };
  },
};

async function places(work: TurnWork, { ports, signal, log }: StageContext) {
  const cities = (destinations: readonly Destination[]): Destination[] =>
    expandDestinations({ destinations: [...destinations] }, ports.tools.gazetteer).cities.flatMap(
      ({ place }) => place ?? [],
    );
  const inCities = (request: TurnWork['state']['request']) => ({
    ...request,
    destinations: cities(request.destinations),
  });
  const after = inCities(work.state.request);
  // The finder of places knows cities only, so a country stands for the cities meant by it.
  const changes = placeChanges(inCities(work.before.request), after);
  try {
    const pois = await discoverPlaces(work.before.pois, changes, after, placeFinder(ports.tools, signal));
    return { pois, failed: false };
  } catch (thrown) {
    const error = toTravelError(thrown);
    if (signal.aborted) throw error;
    log.warn('place search failed', { code: error.code });
    return { pois: work.before.pois, failed: true };
  }
}
