import { type GroundLeg } from '@travellite/protocol';

/**
 * How each mode goes: speed door to door, fixed minutes around it, euros, and how far people take it. All round numbers
 * of our own, near what published timetables and fares look like; used for sample legs only.
 */
export interface ModeFacts {
  kmPerHour: number;
  /** Waiting, boarding, breaks. */
  fixedMinutes: number;
  fixedEuros: number;
  eurosPerKm: number;
  maxKm: number;
  /** Way on the ground for a straight km. */
  detour: number;
  /** Travellers one vehicle takes, where the price is for the vehicle. */
  vehicleCapacity?: number;
}

const fastRail = new Set(['FR', 'JP', 'ES', 'DE', 'IT', 'CN', 'KR', 'TW', 'BE', 'NL', 'AT', 'GB']);
const noRail = new Set(
  'IS CY MT BT LA NP PG HT DO JM BS GT HN SV NI BZ GY SR LY SO TD NE RW BI MV KW QA BH OM YE AF'.split(' '),
);

/** The facts of a mode between two countries, or undefined where it does not run. */
export function modeFacts(
  mode: GroundLeg['mode'],
  countries: readonly [string, string],
): ModeFacts | undefined {
  switch (mode) {
    case 'train': {
      if (countries.some((country) => noRail.has(country))) return undefined;
      const fast = countries.every((country) => fastRail.has(country));
      return {
        kmPerHour: fast ? 165 : 85,
        fixedMinutes: 25,
        fixedEuros: 8,
        eurosPerKm: fast ? 0.14 : 0.09,
        maxKm: 1_600,
        detour: 1.15,
      };
    }
    case 'bus':
      return { kmPerHour: 76, fixedMinutes: 30, fixedEuros: 5, eurosPerKm: 0.06, maxKm: 1_600, detour: 1.22 };
    case 'self_driving':
      return {
        kmPerHour: 80,
        fixedMinutes: 20,
        fixedEuros: 38,
        eurosPerKm: 0.13,
        maxKm: 2_600,
        detour: 1.22,
        vehicleCapacity: 5,
      };
    case 'taxi':
      return {
        kmPerHour: 80,
        fixedMinutes: 10,
        fixedEuros: 10,
        eurosPerKm: 1.1,
        maxKm: 500,
        detour: 1.22,
        vehicleCapacity: 4,
      };
    case 'ferry':
      return { kmPerHour: 40, fixedMinutes: 75, fixedEuros: 18, eurosPerKm: 0.22, maxKm: 320, detour: 1.1 };
  }
}

/** Every mode, as people would look for them. */
export const groundModes = [
  'train',
  'bus',
  'self_driving',
  'taxi',
  'ferry',
] as const satisfies readonly GroundLeg['mode'][];
