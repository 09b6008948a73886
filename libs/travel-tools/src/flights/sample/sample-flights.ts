import { type FlightOffer } from '@travellite/protocol';
import { samplePrice } from '../../currency/table/sample-price.js';
import { type Airport } from '../../gazetteer/airport-table.js';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { distanceKm } from '../../geo/distance.js';
import { between, chanceOf } from '../../random.js';
import { refuseIfAborted } from '../../search-options.js';
import { airportPairs, checkFlightQuery } from '../flight-query.js';
import { type FlightQuery, type FlightSearch } from '../port.js';
import { sampleFare } from './fares.js';
import { flyingMinutes, hasDirectFlight, hubs, timetable } from './schedule.js';

/** Carriers that do not exist, so that nobody takes an offer for a real one. */
const carriers = [
  { name: 'Sample Air', code: 'XA', direct: true, factor: 1.12 },
  { name: 'Sample Wings', code: 'XW', direct: true, factor: 1 },
  { name: 'Sample Connect', code: 'XC', direct: false, factor: 0.84 },
  { name: 'Sample Express', code: 'XE', direct: false, factor: 0.92 },
] as const;

/** How long a sample offer may be shown. */
const validMs = 30 * 60_000;

interface Draft {
  from: Airport;
  to: Airport;
  via?: Airport;
  carrier: (typeof carriers)[number];
  number: number;
}

/**
 * Flights made up from geography: real airports, real distances and zones, invented carriers and fares. The same route
 * and day always give the same flights; `now` stamps them.
 */
export function createSampleFlights(gazetteer: Gazetteer, now: () => number): FlightSearch {
  const offerOf = (draft: Draft, query: FlightQuery): FlightOffer => {
    const { from, to, via, carrier } = draft;
    const id = `sample-${carrier.code}${draft.number}-${from.code}-${to.code}-${query.date}-${query.cabin ?? 'economy'}`;
    const chance = chanceOf(from.code, to.code, query.date, carrier.code, draft.number);
    const legs = via ? [distanceKm(from.location, via.location), distanceKm(via.location, to.location)] : [];
    const straight = distanceKm(from.location, to.location);
    const flying = via ? legs.reduce((sum, km) => sum + flyingMinutes(km), 0) : flyingMinutes(straight);
    const change = via ? Math.round(between(chance, 70, 190) / 5) * 5 : 0;
    const zones = { from: gazetteer.timeZoneOfAirport(from.code), to: gazetteer.timeZoneOfAirport(to.code) };
    const departMinutes = Math.round(between(chance, 6 * 60, 22 * 60) / 5) * 5;
    const euros = sampleFare(
      straight,
      query.date,
      query.cabin ?? 'economy',
      carrier.factor * between(chance, 0.92, 1.1),
    );
    const fetchedAt = now();
    return {
      id,
      from: query.from.name,
      to: query.to.name,
      fromAirport: from.code,
      toAirport: to.code,
      ...timetable(query.date, departMinutes, flying + change, zones),
      stops: via ? 1 : 0,
      carrier: carrier.name,
      flightNumber: `${carrier.code}${draft.number}`,
      cabin: query.cabin ?? 'economy',
      price: samplePrice(euros, query.currency ?? 'USD'),
      source: 'sample',
      sample: true,
      fetchedAt,
      expiresAt: fetchedAt + validMs,
    };
  };

  return {
    source: 'sample',
    async search(query, options) {
      refuseIfAborted(options);
      checkFlightQuery(query, now());
      const offers = airportPairs(gazetteer, query)
        .flatMap(([from, to], rank) => draftsOf(gazetteer, from, to, rank))
        .filter(({ via }) => via === undefined || !query.directOnly)
        .map((draft) => offerOf(draft, query));
      return offers
        .sort((a, b) => a.price.amountMinor - b.price.amountMinor || a.id.localeCompare(b.id))
        .slice(0, query.limit ?? 12);
    },
  };
}

/** Main airports see more flights: four direct and three with a change; the others fewer. */
function draftsOf(gazetteer: Gazetteer, from: Airport, to: Airport, rank: number): Draft[] {
  const chance = chanceOf('timetable', from.code, to.code);
  const number = (): number => 100 + Math.floor(chance() * 8_900);
  const drafts: Draft[] = [];
  const directs = hasDirectFlight(from, to) ? (rank === 0 ? 4 : 1) : 0;
  for (let at = 0; at < directs; at += 1) {
    drafts.push({ from, to, carrier: carriers[at % 2 === 0 ? 1 : 0], number: number() + at });
  }
  const changes = rank === 0 || directs === 0 ? changesOf(gazetteer, from, to) : [];
  changes.slice(0, rank === 0 ? 3 : 1).forEach((via, at) => {
    drafts.push({ from, to, via, carrier: carriers[at % 2 === 0 ? 2 : 3], number: number() + 50 + at });
  });
  return drafts;
}

/** Hubs on the way, least detour first; none for hops that nobody breaks. */
function changesOf(gazetteer: Gazetteer, from: Airport, to: Airport): Airport[] {
  const straight = distanceKm(from.location, to.location);
  if (straight < 600 && hasDirectFlight(from, to)) return [];
  return hubs
    .flatMap((code) => gazetteer.airport(code) ?? [])
    .filter((hub) => hub.code !== from.code && hub.code !== to.code)
    .map((hub) => ({
      hub,
      legs: [distanceKm(from.location, hub.location), distanceKm(hub.location, to.location)] as const,
    }))
    .filter(({ legs }) => Math.min(...legs) > 120 && Math.max(...legs) < 14_500)
    .map(({ hub, legs }) => ({ hub, detour: legs[0] + legs[1] }))
    .filter(({ detour }) => detour < straight * 1.6 + 800)
    .sort((a, b) => a.detour - b.detour)
    .map(({ hub }) => hub);
}
