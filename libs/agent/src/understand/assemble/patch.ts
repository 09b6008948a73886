import { type TripRequest } from '@travellite/protocol';
import { type RequestPatch } from '../understanding.js';

/** Equality of plain data. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = Object.entries(b).filter(([, value]) => value !== undefined);
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.length) return false;
  return left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]));
}

/** Whether a field says nothing, so that it is better absent. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);
}

function pruned<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => !isEmpty(inner))) as T;
}

const keys: (keyof TripRequest)[] = [
  'origin',
  'destinations',
  'dates',
  'budget',
  'budgetUnlimited',
  'travellers',
  'interests',
  'avoidInterests',
  'pace',
  'cuisines',
  'diets',
  'lodging',
  'transport',
  'mustSee',
  'avoid',
  'notes',
];

/** The patch that leads from one request to another. */
export function patchBetween(before: TripRequest, after: TripRequest): RequestPatch {
  const patch: RequestPatch = { set: {}, remove: [] };
  for (const key of keys) {
    const value = key === 'lodging' || key === 'transport' ? pruned(after[key]) : after[key];
    if (isEmpty(value)) {
      if (!isEmpty(before[key])) patch.remove.push(key);
    } else if (!same(value, before[key])) Object.assign(patch.set, { [key]: value });
  }
  return patch;
}

/** The request after a patch. Applying a patch twice changes nothing more. The two lists that are always there become empty. */
export function applyPatch(request: TripRequest, patch: RequestPatch): TripRequest {
  const next: TripRequest = { ...request, ...patch.set };
  for (const key of patch.remove) {
    if (key === 'destinations' || key === 'interests') next[key] = [];
    else delete next[key];
  }
  return next;
}
