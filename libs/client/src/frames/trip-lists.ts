import {
  type Intent,
  type PlanBlock,
  type PlanDay,
  type PlanOption,
  type Poi,
  type Requirement,
} from '@travellite/protocol';
import { fields, type Fields, listOf, text, textOr } from './fields.js';

/*
 * The lists of the trip as this client shows them. By hand and not with the schemas of `protocol`: these compile code, which a page
 * with a strict content security policy may not do, and would weigh more than the rest of the client. Unknown fields are kept.
 */

const degrees = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && Math.abs(value) <= most ? value : undefined;

const poiTypes: readonly Poi['poi_type'][] = ['restaurant', 'lodge', 'tourist_destination'];
const priorities: readonly Requirement['priority'][] = ['must_have', 'preferred', 'avoid'];

/** The named fields where they are text; a field that is something else is left out. */
function textFields(record: Fields, names: readonly string[]): Record<string, string> {
  const read = names.flatMap((name) =>
    typeof record[name] === 'string' ? [[name, record[name]] as const] : [],
  );
  return Object.fromEntries(read);
}

const optionalTexts = ['opening_hours', 'address', 'special_instructions'];

function readPoi(value: unknown): Poi | undefined {
  const poi = fields(value);
  const name = text(poi?.['name']);
  const at = fields(poi?.['geo_coordinate']);
  const lat = degrees(at?.['lat'], 90);
  const lng = degrees(at?.['lng'], 180);
  if (!poi || name === undefined || lat === undefined || lng === undefined) return undefined;
  const {
    opening_hours: _hours,
    address: _address,
    special_instructions: _hint,
    images: _images,
    ...rest
  } = poi;
  return {
    ...rest,
    name,
    description: textOr(poi['description'], ''),
    geo_coordinate: { lat, lng },
    poi_type: poiTypes.find((known) => known === poi['poi_type']) ?? 'unknown',
    cost: textOr(poi['cost'], ''),
    ...textFields(poi, optionalTexts),
  };
}

function readRequirement(value: unknown): Requirement | undefined {
  const requirement = fields(value);
  const description = text(requirement?.['description']);
  const priority = priorities.find((known) => known === requirement?.['priority']);
  return !requirement || description === undefined || !priority
    ? undefined
    : { ...requirement, description, priority };
}

function readTransportation(value: unknown): PlanBlock['transportation'] {
  const transport = fields(value);
  if (!transport) return undefined;
  const cost = transport['cost'];
  return { ...textFields(transport, ['duration', 'method']), ...(typeof cost === 'number' && { cost }) };
}

function readBlock(value: unknown): PlanBlock | undefined {
  const block = fields(value);
  if (!block) return undefined;
  const { pois, transportation, ...rest } = block;
  return {
    ...rest,
    time: textOr(block['time'], ''),
    description: textOr(block['description'], ''),
    ...(Array.isArray(pois) && { pois: readPois(pois) }),
    ...(transportation !== undefined && { transportation: readTransportation(transportation) }),
  };
}

function readDay(value: unknown): PlanDay | undefined {
  const day = fields(value);
  if (!day) return undefined;
  const { lodging: place, ...rest } = day;
  const lodging = text(place) ?? readPoi(place);
  return {
    ...rest,
    highlight: textOr(day['highlight'], ''),
    ...(lodging !== undefined && { lodging }),
    blocks: listOf(day['blocks'], readBlock),
  };
}

function readOption(value: unknown): PlanOption | undefined {
  const option = fields(value);
  if (!option || !Array.isArray(option['days'])) return undefined;
  return {
    ...option,
    days: listOf(option['days'], readDay),
    overall_cost: textOr(option['overall_cost'], ''),
    general_notes: textOr(option['general_notes'], ''),
  };
}

function readIntent(value: unknown): Intent | undefined {
  const intent = fields(value);
  const kind = text(intent?.['intent']);
  const action = text(intent?.['action']);
  const what = text(intent?.['value']);
  if (kind === undefined || action === undefined || what === undefined) return undefined;
  return { intent: kind as Intent['intent'], action: action as Intent['action'], value: what };
}

export const readPois = (value: unknown): Poi[] => listOf(value, readPoi);
export const readRequirements = (value: unknown): Requirement[] => listOf(value, readRequirement);
export const readPlan = (value: unknown): PlanOption[] => listOf(value, readOption);
export const readIntents = (value: unknown): Intent[] => listOf(value, readIntent);
