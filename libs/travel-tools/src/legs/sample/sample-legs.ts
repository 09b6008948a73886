import { type GroundLeg } from '@travellite/protocol';
import { samplePrice } from '../../currency/table/sample-price.js';
import { requireCity } from '../../flights/flight-query.js';
import { type Gazetteer, type KnownCity } from '../../gazetteer/gazetteer.js';
import { distanceKm } from '../../geo/distance.js';
import { landLink, landmassOf } from '../../geo/landmass.js';
import { refuseIfAborted } from '../../search-options.js';
import { type LegQuery, type LegSearch } from '../port.js';
import { groundModes, modeFacts } from './modes.js';

/** The Channel Tunnel: minutes and euros it adds, and the modes that use it. */
const tunnel = { minutes: 60, euros: 35 };

/**
 * Legs made up from geography: whether there is a way over land is real (islands, the Channel Tunnel), distances are
 * real, times and fares are estimates. Fares are in the origin's currency.
 */
export function createSampleLegs(gazetteer: Gazetteer, now: () => number): LegSearch {
  return {
    source: 'sample',
    async search(query, options) {
      refuseIfAborted(options);
      const from = requireCity(gazetteer, query.from);
      const to = requireCity(gazetteer, query.to);
      const straight = distanceKm(from.location, to.location);
      if (straight < 3) return [];
      const link = landLink(landmassOf(from.country, from.location), landmassOf(to.country, to.location));
      return groundModes
        .filter((mode) => query.modes?.includes(mode) ?? true)
        .filter((mode) => (mode === 'ferry' ? link !== 'same' : link !== undefined))
        .filter((mode) => !(mode === 'taxi' && link === 'tunnel'))
        .flatMap(
          (mode) => legOf(mode, { query, from, to, straight, viaTunnel: link === 'tunnel' }, now()) ?? [],
        );
    },
  };
}

interface Way {
  query: LegQuery;
  from: KnownCity;
  to: KnownCity;
  straight: number;
  viaTunnel: boolean;
}

function legOf(mode: GroundLeg['mode'], way: Way, fetchedAt: number): GroundLeg | undefined {
  const { query, from, to, straight } = way;
  const facts = modeFacts(mode, [from.country, to.country]);
  if (!facts || straight > facts.maxKm) return undefined;
  const viaTunnel = way.viaTunnel && mode !== 'ferry';
  const km = Math.round(straight * facts.detour);
  const breaks = mode === 'self_driving' ? Math.floor(km / 350) * 30 : 0;
  const minutes =
    facts.fixedMinutes + breaks + (km / facts.kmPerHour) * 60 + (viaTunnel ? tunnel.minutes : 0);
  const level = (from.priceLevel + to.priceLevel) / 2;
  const euros =
    (facts.fixedEuros + km * facts.eurosPerKm + (viaTunnel ? tunnel.euros : 0)) * (0.5 + level / 2);
  return {
    id: `sample-${mode}-${slug(from)}-${slug(to)}`,
    mode,
    from: query.from.name,
    to: query.to.name,
    durationMinutes: Math.round(minutes / 5) * 5,
    distanceKm: km,
    price: samplePrice(euros, from.currency),
    ...(facts.vehicleCapacity === undefined
      ? { priceScope: 'per_person' as const }
      : { priceScope: 'per_vehicle' as const, vehicleCapacity: facts.vehicleCapacity }),
    source: 'sample',
    sample: true,
    fetchedAt,
  };
}

/** Name and place, since one name can be two towns. */
const slug = ({ name, location }: KnownCity): string =>
  `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}@${location.lat.toFixed(1)},${location.lng.toFixed(1)}`;
