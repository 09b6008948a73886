import { type FlightOffer } from '@travellite/protocol';
import { type Gazetteer } from '../gazetteer/gazetteer.js';
import { fromLocal } from '../geo/time-zones.js';

/** `PT14H15M`, `P1DT2H` to minutes; undefined when it is not such a duration. */
export function isoDurationMinutes(text: string | undefined | null): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?$/.exec(text ?? '');
  if (!match || !/\d/.test(text ?? '')) return undefined;
  const [days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (days * 24 + hours) * 60 + minutes;
}

/**
 * Minutes between two airport clocks. Providers give local times without offset, so the airports' zones decide; the
 * provider's own duration counts where an airport is unknown. Undefined when neither tells.
 */
export function flownMinutes(
  times: Pick<FlightOffer, 'departs' | 'arrives' | 'fromAirport' | 'toAirport'>,
  said: string | undefined | null,
  gazetteer: Gazetteer,
): number | undefined {
  const minutes =
    gazetteer.airport(times.fromAirport) && gazetteer.airport(times.toAirport)
      ? (fromLocal(times.arrives, gazetteer.timeZoneOfAirport(times.toAirport)) -
          fromLocal(times.departs, gazetteer.timeZoneOfAirport(times.fromAirport))) /
        60_000
      : isoDurationMinutes(said);
  return minutes !== undefined && minutes > 0 ? minutes : undefined;
}
